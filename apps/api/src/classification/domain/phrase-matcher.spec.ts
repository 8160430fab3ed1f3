import { describe, expect, it } from 'vitest';
import { type DocumentView, type Segment, wordsOf } from './document-view.js';
import { PhraseMatcher } from './phrase-matcher.js';

function viewOf(text: string): DocumentView {
  const words = wordsOf(text);
  const segment: Segment = { words, page: 0, row: 0, heading: false, start: 0 };
  return { text, lines: [{ text, page: 0, row: 0 }], words, segmentOf: words.map(() => 0), segments: [segment] };
}

const PHRASES = ['tax invoice', 'invoice', 'amount due', '*rechnung', 'confidentiality agreement', 'cash', 'contract'];

function found(text: string): string[] {
  const matcher = new PhraseMatcher();
  for (const phrase of PHRASES) matcher.add(phrase);
  return matcher.match(viewOf(text)).map(({ phrase }) => PHRASES[phrase] ?? '');
}

describe('PhraseMatcher', () => {
  it.each([
    ['Tax Invoice', ['tax invoice', 'invoice']],
    ['TAXINVOICE', ['tax invoice']],
    ['Tax lnvoice', ['tax invoice', 'invoice']],
    ['Tax 1nv0ice', ['tax invoice', 'invoice']],
    ['Tax Imvoice', ['tax invoice', 'invoice']],
    ['in voice', ['invoice']],
    ['I N V O I C E', ['invoice']],
    ['Arnount due', ['amount due']],
    ['Warenrechnung', ['*rechnung']],
    ['WARENRECHNUNG', ['*rechnung']],
    ['confidentiallty agreernent', ['confidentiality agreement']],
  ])('finds in %j %j', (text, phrases) => {
    expect(found(text)).toEqual(phrases);
  });

  it.each(['contact us', 'case', 'fax invoices', 'rechnung', 'amount of the due', 'a voice in the tax office', ''])(
    'finds nothing in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it('counts a misread word for less', () => {
    const matcher = new PhraseMatcher();
    matcher.add('confidentiality agreement');
    const quality = (text: string): number => matcher.match(viewOf(text))[0]?.quality ?? 0;
    expect(quality('confidentiality agreement')).toBe(1);
    expect(quality('confidentlality agreement')).toBe(0.95);
    expect(quality('confidentialty agreement')).toBe(0.8);
    expect(quality('confidentalty agreement')).toBe(0.65);
  });
});
