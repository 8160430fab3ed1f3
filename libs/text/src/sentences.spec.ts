import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.js';

const split = (text: string, language?: string): string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, string | undefined, string[]]>([
    ['Mr. Example paid $3.50. Why? Nobody knows!', 'en', ['Mr. Example paid $3.50.', 'Why?', 'Nobody knows!']],
    ['See e.g. this. J. R. Doe came.', 'en', ['See e.g. this.', 'J. R. Doe came.']],
    ['He said “Stop.” Then he left.', 'en', ['He said “Stop.”', 'Then he left.']],
    ['It was 5. Next day.', 'en', ['It was 5.', 'Next day.']],
    ['Am 3. März war es kalt. Die 2. Auflage kam.', 'de', ['Am 3. März war es kalt.', 'Die 2. Auflage kam.']],
    ['Das kostet z. B. 5 Euro. Gut.', 'de', ['Das kostet z. B. 5 Euro.', 'Gut.']],
    ['M. Dupont est là. Il attend.', 'fr', ['M. Dupont est là.', 'Il attend.']],
    ['¿Qué? No sé. El Sr. Pérez sí.', 'es', ['¿Qué?', 'No sé.', 'El Sr. Pérez sí.']],
    ['これは本です。あれは車です！はい', 'ja', ['これは本です。', 'あれは車です！', 'はい']],
    ['这是书。那是车？', 'zh', ['这是书。', '那是车？']],
    ['هل أنت هنا؟ نعم.', 'ar', ['هل أنت هنا؟', 'نعم.']],
    [
      'Dear Ann,\nplease wait\nhere.\n\n- one\n- two\n1. three',
      undefined,
      ['Dear Ann,\nplease wait\nhere.', '- one', '- two', '1. three'],
    ],
    ['', undefined, []],
    [' \n ', undefined, []],
  ])('%j', (text, language, sentences) => {
    expect(split(text, language)).toEqual(sentences);
  });

  it('loses no letter and overlaps nowhere', () => {
    const piece = fc.constantFrom('Aa', 'b', '. ', '.', '! ', '\n', '\n\n', '3', ' ', '。', '”', '- ', 'Mr');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const spans = splitSentences(text);
        expect(
          spans
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
