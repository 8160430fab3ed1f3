import { describe, expect, it } from 'vitest';
import type { RawWord } from '../layout/geometry.js';
import { testLimits } from '../readers/limits.builder.js';
import type { Recognised } from './ocr-engine.js';
import { knownLanguage, languageOf, rememberLanguage, withAccentsOf } from './page-language.js';

const wordsAt = (words: readonly (readonly [string, number])[], size = 1): RawWord[] =>
  words.map(([text, x]) => ({
    text,
    direction: 0,
    rect: { left: x * size, top: 0, right: (x + 9) * size, bottom: 5 * size },
  }));

const read = (text: string, size = 1): Recognised => ({
  words: wordsAt(
    text.split(' ').map((word, index) => [word, index * 10] as const),
    size,
  ),
  frame: { width: 100 * size, height: 100 * size },
  confidence: 0.9,
  skew: 0,
  quarters: 0,
});

const GERMAN = 'Sehr geehrte Damen und Herren, wir bitten um Zahlung der offenen Rechnung bis zum Ende des Monats';
const SWEDISH =
  'Vi ber er att betala den bifogade fakturan senast den sista dagen i den här månaden och tackar för er beställning';

describe('languageOf', () => {
  it.each([
    ['what was read', {}, GERMAN, 'de'],
    ['too little', {}, 'Sehr geehrte Damen', null],
    ['a language without data', {}, SWEDISH, null],
    ['a language that is not wanted', { ocrLanguages: ['en', 'fr'] }, GERMAN, null],
    ['what was asked for', { language: 'fr' }, GERMAN, 'fr'],
    ['what was asked for, with a region', { language: 'pt-BR' }, GERMAN, 'pt'],
    ['what was asked for, without data', { language: 'sv' }, GERMAN, 'de'],
  ])('goes by %s', (_, limits, text, expected) => expect(languageOf(read(text), testLimits(limits))).toBe(expected));

  it('is remembered for the pages of one document', () => {
    const limits = testLimits();
    rememberLanguage(limits, 'nl');
    expect(knownLanguage(limits)).toBe('nl');
    expect(knownLanguage(testLimits())).toBeNull();
  });
});

describe('withAccentsOf', () => {
  it('takes letters with accents over where the words are the same and stand in the same place', () => {
    const first = read('Prufung Munchen geandert Strasse Prufung');
    // The other engine was given the picture at twice the size; its last word stands elsewhere.
    const other = { ...read('Prüfung München ganz Straße', 2) };
    expect(withAccentsOf(first, other).words.map(({ text }) => text)).toEqual([
      'Prüfung',
      'München',
      'geandert',
      'Straße',
      'Prufung',
    ]);
  });
});
