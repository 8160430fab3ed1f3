import { describe, expect, it } from 'vitest';
import { daysFor, dueRules, type RetentionRules } from './retention-rules.js';

const RULES: RetentionRules = {
  days: 365,
  byType: [
    { type: 'invoice', days: 3_650 },
    { type: 'application', days: 180 },
    { type: 'contract', days: null },
  ],
  most: null,
};

describe('retention', () => {
  it.each([
    ['letter', null, 365],
    [null, null, 365],
    ['invoice', null, 3_650],
    ['application', null, 180],
    ['contract', null, null],
    ['invoice', 2_000, 2_000],
    ['application', 2_000, 180],
    ['contract', 2_000, 2_000],
    ['letter', 30, 30],
  ])('keeps a document of the type %s, in a region that allows %s days, for %s', (type, most, days) =>
    expect(daysFor({ ...RULES, most }, type)).toBe(days),
  );

  it('erases nothing where nothing is set, and all where only the region says so', () => {
    expect(dueRules({ days: null, byType: [], most: null }, 0)).toEqual([]);
    expect(dueRules({ days: null, byType: [], most: 1 }, 86_400_000)).toEqual([
      { type: null, except: [], before: new Date(0) },
    ]);
  });

  it('is exact to the millisecond', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    expect(dueRules({ days: 2, byType: [{ type: 'invoice', days: 1 }], most: null }, now)).toEqual([
      { type: 'invoice', except: [], before: new Date(Date.UTC(2026, 10, 21, 12)) },
      { type: null, except: ['invoice'], before: new Date(Date.UTC(2026, 10, 20, 12)) },
    ]);
  });
});
