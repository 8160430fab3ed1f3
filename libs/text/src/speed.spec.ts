import { describe, expect, it } from 'vitest';
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
      const text = unit.repeat(LENGTH / unit.length);
      const started = performance.now();
      for (const read of READERS) read(text);
      // All nine take some 0.2 s on a free core; quadratic work on this length takes far longer.
      expect(performance.now() - started).toBeLessThan(6_000);
    },
    30_000,
  );

  it.each([findNumbers, findMoney])('%o reads a megabyte of columns of numbers', (find) => {
    const text = '12 345 '.repeat(150_000);
    const started = process.cpuUsage();
    find(text);
    const { user, system } = process.cpuUsage(started);
    // Some 0.15 s; looking at each number with every expression takes five times that.
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});
