import { describe, expect, it } from 'vitest';
import { FREE_BYTES, InflationBudget } from './inflation.js';

describe('InflationBudget', () => {
  it('lets a small file unpack to what fits into memory', () => {
    const budget = new InflationBudget(1000, 1e12);
    expect(() => budget.take(FREE_BYTES)).not.toThrow();
    expect(() => budget.take(1)).toThrow(expect.objectContaining({ code: 'decompression_bomb' }));
  });

  it('lets a large file unpack to many times its size, up to the limit', () => {
    const budget = new InflationBudget(100_000_000, 2_000_000_000);
    expect(() => budget.take(2_000_000_000)).not.toThrow();
    expect(budget.left).toBe(0);
    expect(() => budget.take(1)).toThrow(expect.objectContaining({ code: 'archive_too_large' }));
  });
});
