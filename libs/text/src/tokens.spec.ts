import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerms } from './search-terms.js';
import { stem } from './stem.js';
import { ngrams, tokenize } from './tokens.js';

describe('tokenize', () => {
  it.each([
    ["Don't pay 1,234.50 for A4!", ["Don't", 'pay', '1,234.50', 'for', 'A4']],
    ['東京タワー is high', ['東', '京', 'タ', 'ワ', 'ー', 'is', 'high']],
    ['한국어 텍스트', ['한국어', '텍스트']],
    ['2.5kg', ['2', '5kg']],
    ['…', []],
  ])('%s', (text, words) => {
    expect(tokenize(text).map((token) => token.text)).toEqual(words);
  });

  it('gives slices of the text in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
      }),
    );
  });
});

describe('searchTerms', () => {
  it.each([
    ['The companies were running', 'en', ['compani', 'run']],
    ["L'entreprise et l'éléphant", 'fr', ['entrepris', 'eleph']],
    ['Die Verträge', 'de', ['vertrag']],
    ['東京に行く abc 京', 'ja', ['東京', '京に', 'に行', '行く', 'abc', '京']],
    ['words unstemmed', 'xx', ['words', 'unstemmed']],
  ])('%s (%s)', (text, language, terms) => {
    expect(searchTerms(text, language)).toEqual(terms);
  });

  it('finds inflected forms under one term', () => {
    expect(searchTerms('invoices', 'en')).toEqual(searchTerms('Invoice', 'en'));
  });
});

describe('stem and ngrams', () => {
  it('leaves words of other languages and overlong words alone', () => {
    expect(stem('words', 'ja')).toBe('words');
    expect(stem('a'.repeat(80), 'en')).toHaveLength(80);
    expect(stem('constructor', 'constructor')).toBe('constructor');
  });

  it('makes n-grams of characters and of items', () => {
    expect(ngrams('abcd', 3)).toEqual(['abc', 'bcd']);
    expect(ngrams(['a', 'b', 'c'], 2)).toEqual(['a b', 'b c']);
    expect(ngrams('ab', 3)).toEqual([]);
  });
});
