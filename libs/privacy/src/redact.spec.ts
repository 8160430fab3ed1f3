import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../test/support/growth.js';
import { detectPii } from './detect-pii.js';
import type { PiiEntity } from './privacy-model.js';
import { redactText, restoreText } from './redact.js';

const TEXT = 'Ada (ada@example.org) wrote to Bo. Ada waits.';
const ENTITIES: readonly PiiEntity[] = [
  { type: 'PERSON', start: 0, end: 3, score: 1 },
  { type: 'EMAIL_ADDRESS', start: 5, end: 20, score: 1 },
  { type: 'PERSON', start: 31, end: 33, score: 1 },
  { type: 'PERSON', start: 35, end: 38, score: 1 },
];

describe('redactText', () => {
  it('masks with the type', () => {
    const redaction = redactText(TEXT, ENTITIES, 'mask');
    expect(redaction.text).toBe('[PERSON] ([EMAIL_ADDRESS]) wrote to [PERSON]. [PERSON] waits.');
    expect(redaction.mapping.size).toBe(0);
  });

  it('gives the same value the same pseudonym', () => {
    const redaction = redactText(TEXT, ENTITIES, 'pseudonymize');
    expect(redaction.text).toBe('[PERSON_1] ([EMAIL_ADDRESS_1]) wrote to [PERSON_2]. [PERSON_1] waits.');
    expect(restoreText(redaction.text, redaction.mapping)).toBe(TEXT);
  });

  it('does not use a token that the text holds already', () => {
    const text = '[PERSON_1] is not Ada';
    const redaction = redactText(text, [{ type: 'PERSON', start: 18, end: 21, score: 1 }], 'pseudonymize');
    expect(redaction.text).toBe('[PERSON_1] is not [PERSON_2]');
    expect(restoreText(redaction.text, redaction.mapping)).toBe(text);
  });

  it.each([
    '[person_1]',
    '[PERSON\u200B_1]',
    '[PERSON 1]',
    '[PERSON_01]',
    'PERSON_1',
    '［ＰＥＲＳＯＮ＿１］',
    '[PER\u00ADSON_\u20601]',
  ])('does not use a token that a model could take what the text holds for: %s', (literal) => {
    const text = `${literal} is not Ada`;
    const at = text.length - 3;
    const redaction = redactText(text, [{ type: 'PERSON', start: at, end: at + 3, score: 1 }], 'pseudonymize');
    expect(redaction.text).toBe(`${literal} is not [PERSON_2]`);
    expect(restoreText('[PERSON_1] and [PERSON_2]', redaction.mapping)).toBe('[PERSON_1] and Ada');
  });

  it('finds a token in a text that holds thirty thousand, in time that grows as the text does', () => {
    const textOf = (count: number): string =>
      `${Array.from({ length: count }, (_, n) => `[PERSON_${n + 1}]`).join(' ')} Ada`;
    const run = (text: string): string =>
      redactText(text, [{ type: 'PERSON', start: text.length - 3, end: text.length, score: 1 }], 'pseudonymize').text;
    expect(run(textOf(30_000)).endsWith(' [PERSON_30001]')).toBe(true);
    expect(growth((count) => run(textOf(count)), 3_000)).toBeLessThan(MOST_GROWTH);
  });

  it('restores every text', () => {
    const piece = fc.constantFrom(
      'John Smith',
      'a@b.co',
      'call +1 202 555 0143',
      '[PERSON_1]',
      '[person_2]',
      '[PERSON_',
      '_1]',
      'x',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join(' ');
        const { text: redacted, mapping } = redactText(text, detectPii(text), 'pseudonymize');
        expect(restoreText(redacted, mapping)).toBe(text);
      }),
    );
  });
});
