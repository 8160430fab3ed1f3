import { describe, expect, it } from 'vitest';
import { periodOf, usageCsv, type UsageRow } from './usage.js';

const row = (key: string): UsageRow => ({
  key,
  documents: 1,
  pages: 2,
  calls: 3,
  tokensIn: 4,
  tokensOut: 5,
  cost: '0.01',
  cacheHits: 0,
  durationMsP50: 6,
  durationMsP95: 7,
});

describe('usageCsv', () => {
  it.each([
    ['invoice', 'invoice,1,2,3,4,5,0.01,0,6,7'],
    ['a,b', '"a,b",1,2,3,4,5,0.01,0,6,7'],
    ['say "x"', '"say ""x""",1,2,3,4,5,0.01,0,6,7'],
    ['=1+1', "'=1+1,1,2,3,4,5,0.01,0,6,7"],
  ])('writes %j', (key, line) => expect(usageCsv([row(key)]).split('\r\n')[1]).toBe(line));
});

describe('periodOf', () => {
  const now = Date.UTC(2026, 10, 21);
  it('is the last thirty days by default', () => {
    expect(periodOf(undefined, undefined, now)).toEqual({ from: new Date(Date.UTC(2026, 9, 22)), to: new Date(now) });
  });
  it('takes both ends', () => {
    expect(periodOf('2026-01-01', '2026-02-01', now)).toEqual({
      from: new Date('2026-01-01'),
      to: new Date('2026-02-01'),
    });
  });
});
