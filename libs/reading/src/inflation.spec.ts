import { describe, expect, it } from 'vitest';
import { FREE_BYTES, InflationBudget, watchMarkup } from './inflation.js';

describe('InflationBudget', () => {
  it('lets a small file unpack to what fits into memory', () => {
    const budget = new InflationBudget(1e12);
    expect(() => budget.take(FREE_BYTES, 1000)).not.toThrow();
    expect(() => budget.take(1, 0)).toThrow(expect.objectContaining({ code: 'decompression_bomb' }));
  });

  it('asks what came out of the part that was read, not of the whole file', () => {
    const budget = new InflationBudget(1e12);
    expect(() => budget.take(2 * FREE_BYTES, 2 * FREE_BYTES)).not.toThrow();
    expect(() => budget.take(FREE_BYTES, FREE_BYTES / 1000)).not.toThrow();
    expect(() => budget.take(200 * FREE_BYTES, FREE_BYTES / 1000)).toThrow(
      expect.objectContaining({ code: 'decompression_bomb' }),
    );
    expect(budget.spent).toBe(203 * FREE_BYTES);
  });

  it('lets a large file unpack to many times its size, up to the limit', () => {
    const budget = new InflationBudget(2_000_000_000);
    expect(() => budget.take(2_000_000_000, 100_000_000)).not.toThrow();
    expect(() => budget.take(1, 1)).toThrow(expect.objectContaining({ code: 'archive_too_large' }));
  });
});

describe('watchMarkup', () => {
  const megabyte = 1024 * 1024;
  it.each([
    [10 * megabyte, 1],
    [13 * megabyte, megabyte / 10],
  ])('lets %i bytes out of %i', (inflated, consumed) =>
    expect(() => watchMarkup().take(inflated, consumed)).not.toThrow(),
  );

  it('finds a bomb', () =>
    expect(() => watchMarkup().take(13 * megabyte, megabyte / 20)).toThrow(
      expect.objectContaining({ code: 'decompression_bomb' }),
    ));
});
