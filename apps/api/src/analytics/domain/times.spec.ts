import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, type Times, TIMES_ERROR } from './times.js';

/** As `time_bucket` in the database. */
const bucketOf = (ms: number): number => (ms < 1 ? -1 : Math.ceil(8 * Math.log2(ms) - 1e-9));

const timesOf = (values: readonly number[]): Times => {
  const times: Record<string, number> = {};
  for (const value of values) times[bucketOf(value)] = (times[bucketOf(value)] ?? 0) + 1;
  return times;
};

describe('quantile', () => {
  it('is within its error of the exact one, whatever the times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 600_000 })), { minLength: 1 }),
        fc.constantFrom(0.5, 0.95, 0.99, 1),
        (values, share) => {
          const exact = values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
          expect(Math.abs(quantile(timesOf(values), share) - exact)).toBeLessThanOrEqual(exact * TIMES_ERROR + 0.5);
        },
      ),
    );
  });

  it.each([
    [{}, 0],
    [{ '-1': 3 }, 0],
    [{ 0: 1 }, 1],
    [{ '-1': 1, 80: 1 }, 0],
  ])('of %j is %d', (times, expected) => expect(quantile(times, 0.5)).toBe(expected));
});
