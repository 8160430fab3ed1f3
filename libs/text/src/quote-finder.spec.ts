import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuoteFinder } from './quote-finder.js';

const TEXT =
  'Invoice  No. A-17\nSeller: Müller & Söhne GmbH\nTotal amount due:\n  EUR 1.234,56 by 3 May 2026\nİstanbul branch';
const stands = (quote: string, text = TEXT) => {
  const found = new QuoteFinder(text).find(quote);
  return found && [text.slice(found.start, found.end), found.match];
};

describe('QuoteFinder', () => {
  it.each([
    ['EUR 1.234,56', 'EUR 1.234,56', 'exact'],
    [' Seller: ', 'Seller:', 'exact'],
    ['invoice no a-17', 'Invoice  No. A-17', 'normalized'],
    ['Total amount due: EUR 1.234,56', 'Total amount due:\n  EUR 1.234,56', 'normalized'],
    ['MÜLLER & SÖHNE GMBH', 'Müller & Söhne GmbH', 'normalized'],
    ['Total amuunt due EUR 1.234,56', 'Total amount due:\n  EUR 1.234,56', 'fuzzy'],
    ['İstanbul', 'İstanbul', 'exact'],
  ])('finds %j', (quote, place, match) => expect(stands(quote)).toEqual([place, match]));

  it.each([
    ['what does not stand there', 'Grand total EUR 999,00'],
    ['another amount of the same shape', 'EUR 9.234,57'],
    ['an amount that differs in a digit', 'Total amount due: EUR 1.234,57 by 3 May 2026'],
    ['a short quote with an error', 'Sellar'],
    ['nothing', ''],
    ['signs alone', '---'],
    ['one letter in another case', 'x'],
  ])('does not find %s', (_what, quote) => expect(stands(quote)).toBeNull());

  it.each(['10.00', 'Two words', 'a much longer quote with an error'])(
    'goes on from where it is told: %j',
    (printed) => {
      const finder = new QuoteFinder(`${printed}\n${printed}`);
      for (const quote of [printed, printed.toUpperCase(), printed.replace('an error', 'an errur')]) {
        expect(finder.find(quote)).toMatchObject({ start: 0, end: printed.length });
        expect(finder.find(quote, 1)).toMatchObject({ start: printed.length + 1 });
        expect(finder.find(quote, printed.length + 2)).toBeNull();
      }
    },
  );

  it('finds nothing in an empty text', () => expect(stands('anything', '')).toBeNull());

  it('finds each stretch of a text as it stands, and in capitals', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5, maxLength: 80 }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const quote = text.slice(start, start + 2 + (length % 20));
        if ((quote.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) return;
        expect(text).toContain(stands(quote, text)?.[0]);
        expect(stands(quote, text)?.[1]).toBe('exact');
      }),
    );
  });
});
