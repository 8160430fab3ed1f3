import { describe, expect, it } from 'vitest';
import { keptSince } from './analytics.config.js';

const now = new Date('2026-03-31T23:59:59.999Z');

describe('keptSince', () => {
  it.each([
    [0, null],
    [12, '2025-03-01'],
    [15, '2024-12-01'],
    [120, '2016-03-01'],
  ])('of %i months is %s', (ledgerMonths, expected) => {
    expect(keptSince({ ledgerMonths }, now)).toBe(expected);
  });

  it.each([1, 11])('refuses to keep %i months', (ledgerMonths) => {
    expect(() => keptSince({ ledgerMonths }, now)).toThrow(expect.objectContaining({ code: 'invalid_configuration' }));
  });
});
