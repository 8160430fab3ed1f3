import { describe, expect, it } from 'vitest';
import { growth, MOST_GROWTH } from '../../../test/support/growth.js';
import { findDates } from './dates/find-dates.js';
import { findDurations } from './durations.js';
import { foldKeepingOffsets } from './fold.js';
import { detectLanguage } from './language/detect-language.js';
import { findMoney } from './numbers/find-money.js';
import { findNumbers } from './numbers/find-numbers.js';
import { findPhones } from './phones.js';
import { splitSentences } from './sentences.js';
import { tokenize } from './tokens.js';

const LENGTH = 60_000;
const UNITS = [
  '1',
  ' ',
  '1 ',
  '12 345 ',
  '1.',
  '1,234,',
  '12/',
  '(',
  '.',
  '\n',
  "a'",
  '1年',
  'jan ',
  'one ',
  '+1(',
  '$',
];
const READERS: readonly ((text: string) => unknown)[] = [
  tokenize,
  foldKeepingOffsets,
  splitSentences,
  findDates,
  findNumbers,
  findMoney,
  findDurations,
  detectLanguage,
  (text) => findPhones(text, 'US'),
];

describe('readers of text', () => {
  it.each(UNITS)(
    'need time in proportion to a long run of %j',
    (unit) => {
      const readAll = (length: number): void => {
        const text = unit.repeat(length / unit.length);
        for (const read of READERS) read(text);
      };
      expect(growth(readAll, LENGTH / 4)).toBeLessThan(MOST_GROWTH);
    },
    60_000,
  );

  it.each([findNumbers, findMoney])(
    '%o needs time in proportion to a megabyte of columns of numbers',
    (find) => expect(growth((lines) => find('12 345 '.repeat(lines)), 150_000 / 4)).toBeLessThan(MOST_GROWTH),
    60_000,
  );
});
