import { describe, expect, it } from 'vitest';
import { costCsv, monthForecast } from './costs.js';

describe('monthForecast', () => {
  it.each([
    [10, '2026-11-16T00:00:00Z', 20],
    [10, '2026-11-30T23:59:59.999Z', 10],
    [1, '2026-11-01T00:10:00Z', 720],
    [0, '2026-02-10T00:00:00Z', 0],
  ])('of %d spent by %s is about %d', (spent, now, forecast) =>
    expect(monthForecast(spent, new Date(now))).toBeCloseTo(forecast, 3),
  );
});

it('writes costs as CSV that no spreadsheet takes for a formula', () => {
  const row = {
    key: '=evil()',
    calls: 2,
    answered: 1,
    cacheHits: 0,
    retries: 1,
    tokensIn: 5,
    tokensCached: 0,
    tokensOut: 1,
    cost: '0.000000001',
    savedCost: '0.000000000',
    latencyMsP50: 3,
    latencyMsP95: 4,
  };
  expect(costCsv([row]).split('\r\n')[1]).toBe("'=evil(),2,1,0,1,5,0,1,0.000000001,0.000000000,3,4");
});
