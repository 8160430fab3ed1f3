import { describe, expect, it } from 'vitest';
import { findDurations } from './durations.js';

const find = (text: string): string[] =>
  findDurations(text).map(({ start, end, iso }) => `${text.slice(start, end)} = ${iso}`);

describe('findDurations', () => {
  it.each([
    ['for two (2) years from', ['two (2) years = P2Y']],
    ['thirty (30) calendar days', ['thirty (30) calendar days = P30D']],
    ['a 90-day notice', ['90-day = P90D']],
    ['within six months or 24 hours', ['six months = P6M', '24 hours = PT24H']],
    ['innerhalb von sechs Monaten', ['sechs Monaten = P6M']],
    ['fünf Jahre', ['fünf Jahre = P5Y']],
    ['pendant deux ans', ['deux ans = P2Y']],
    ['quince días, tres años', ['quince días = P15D', 'tres años = P3Y']],
    ['1.5 years', ['1.5 years = P1.5Y']],
    ['every day, 2019 days-long, 12/30 days', ['2019 days = P2019D']],
  ])('%s', (text, durations) => {
    expect(find(text)).toEqual(durations);
  });
});
