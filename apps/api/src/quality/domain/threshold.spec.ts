import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastEvidence, showsAtMost } from './bounds.js';
import { randomFrom } from './judged.builder.js';
import { calibrationErrorOf } from './reliability.js';
import { thresholdAtError } from './threshold.js';

describe('a share of errors', () => {
  // One-sided 95 % limits of Clopper and Pearson: 1 - 0.05^(1/n) for none, tables for the others.
  it.each([
    [0, 10, 0.2589],
    [0, 100, 0.0295],
    [1, 20, 0.2161],
    [5, 100, 0.1023],
  ])('of %i among %i is at most %f', (wrong, n, bound) => {
    expect(showsAtMost(bound + 0.0001, wrong, n)).toBe(true);
    expect(showsAtMost(bound - 0.0001, wrong, n)).toBe(false);
  });

  it('is shown by more, and not by worse', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 51, max: 5_000 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (wrong, n, error) => {
          if (!showsAtMost(error, wrong, n)) return;
          expect(showsAtMost(error, wrong, n + 10)).toBe(true);
          expect(wrong === 0 || showsAtMost(error, wrong - 1, n)).toBe(true);
        },
      ),
    ));

  it.each([0.01, 0.02, 0.1])('of %f needs a least number of outcomes', (error) => {
    const least = leastEvidence(error);
    expect(showsAtMost(error, 0, least)).toBe(true);
    expect(showsAtMost(error, 0, least - 1)).toBe(false);
    expect(showsAtMost(error, 10, 10)).toBe(false);
  });
});

/** Documents that are right as often as they say. */
function documents(count: number, seed: number) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const confidence = 1 - 0.5 * random() ** 3;
    return { confidence, right: random() < confidence };
  });
}

/** The share of wrong ones among such documents from a confidence on: the mean of 0.5 u³ over the u that lead to it. */
const trueError = (from: number): number => (1 - from) / 4;

describe('the threshold for a share of errors', () => {
  it.each([0.02, 0.05, 0.1])('of %f is kept in nineteen of twenty cases', (error) => {
    const thresholds = Array.from({ length: 100 }, (_, seed) => thresholdAtError(documents(1_500, seed + 1), error));
    const broken = thresholds.filter((threshold) => threshold !== null && trueError(threshold) > error);
    expect(broken.length).toBeLessThanOrEqual(5);
    expect(thresholds.filter((threshold) => threshold !== null).length).toBeGreaterThan(50);
  });

  it('is lower where more error is allowed', () => {
    const judged = documents(5_000, 4);
    const thresholds = [0.02, 0.05, 0.1].map((error) => thresholdAtError(judged, error) ?? 1);
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => b - a));
    expect(new Set(thresholds).size).toBe(3);
  });

  it('is unknown with too few verdicts, and where the surest are wrong', () => {
    expect(thresholdAtError(documents(100, 1), 0.02)).toBeNull();
    const wrong = documents(2_000, 1).map((one) => ({ ...one, right: one.confidence < 0.9 }));
    expect(thresholdAtError(wrong, 0.02)).toBeNull();
  });

  it('does not tell documents of one confidence apart', () =>
    expect(
      thresholdAtError(
        [...Array(300).keys()].map(() => ({ confidence: 0.9, right: true })),
        0.02,
      ),
    ).toBe(0.9));
});

describe('the calibration error', () => {
  it('is the mean distance of confidence and truth, over what was told', () => {
    expect(calibrationErrorOf([{ band: 9, verdicts: 10, confidence: 9.5, right: 9 }])).toBeCloseTo(0.05);
    const apart = [
      { band: 9, verdicts: 10, confidence: 9.5, right: 10 },
      { band: 5, verdicts: 10, confidence: 5.5, right: 3 },
    ];
    expect(calibrationErrorOf(apart)).toBeCloseTo(0.15);
  });

  it('of nothing is unknown', () => expect(calibrationErrorOf([])).toBeNull());
});
