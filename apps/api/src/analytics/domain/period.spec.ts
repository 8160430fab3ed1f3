import { describe, expect, it } from 'vitest';
import { forecastOf, monthOf, periodOf } from './period.js';

const NOW = Date.parse('2026-11-21T13:00:00Z');

describe('periodOf', () => {
  it.each([
    [undefined, undefined, '2026-10-23', '2026-11-22'],
    ['2026-01-01', '2026-02-01', '2026-01-01', '2026-02-01'],
    ['2026-11-01', undefined, '2026-11-01', '2026-11-22'],
    [undefined, '2026-03-31', '2026-03-01', '2026-03-31'],
    ['2026-01-01T23:59:59Z', '2026-01-02T00:00:01Z', '2026-01-01', '2026-01-03'],
    ['2026-01-02T00:30:00+01:00', '2026-01-02', '2026-01-01', '2026-01-02'],
    ['2024-01-01', '2025-01-01', '2024-01-01', '2025-01-01'],
  ])('from %s to %s is %s to %s', (from, to, first, end) =>
    expect(periodOf(from, to, NOW)).toEqual({ from: new Date(first), to: new Date(end) }),
  );

  it.each([
    ['2026-02-01', '2026-01-01'],
    ['2026-02-01', '2026-02-01'],
    ['2026-12-01', undefined],
    ['2025-01-01', '2026-01-03'],
    ['2026-02-31T00:00:00', 'nonsense'],
    ['2026-02-30', '2026-03-10'],
    ['2026-02-01', '2026-02-29'],
    ['2025-12-01', '2026-02-31T12:00:00+01:00'],
    ['2026-11-01T24:30:00Z', undefined],
  ])('refuses from %s to %s', (from, to) =>
    expect(() => periodOf(from, to, NOW)).toThrow(expect.objectContaining({ code: 'invalid_period', kind: 'invalid' })),
  );
});

describe('forecastOf', () => {
  it.each([
    [10, '2026-11-16T00:00:00Z', 20],
    [10, '2026-11-30T23:59:59.999Z', 10],
    [1, '2026-11-01T00:10:00Z', 720],
    [0, '2026-02-10T00:00:00Z', 0],
  ])('of %d spent in the month by %s is about %d', (spent, at, forecast) =>
    expect(forecastOf(spent, monthOf(Date.parse(at)), Date.parse(at))).toBeCloseTo(forecast, 3),
  );

  it('of a period that is over is what it cost', () =>
    expect(forecastOf(7, periodOf('2026-01-01', '2026-02-01', NOW), NOW)).toBe(7));
});
