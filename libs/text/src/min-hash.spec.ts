import { describe, expect, it } from 'vitest';
import { bandsOf, hash32, shinglesOf, sketchOf, sketchSimilarity } from './min-hash.js';

const range = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to - from }, (_, index) => hash32(`word ${from + index}`));

describe('a sketch', () => {
  it.each([
    [0, 1],
    [20, 0.818],
    [50, 0.6],
    [100, 0.333],
    [200, 0],
  ])('estimates the similarity of sets of 200 that differ in %i', (moved, similarity) => {
    const estimates = Array.from({ length: 40 }, (_, run) =>
      sketchSimilarity(
        sketchOf(range(run * 1_000, run * 1_000 + 200)),
        sketchOf(range(run * 1_000 + moved, run * 1_000 + 200 + moved)),
      ),
    );
    const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / estimates.length;
    // Four standard errors of the mean of forty estimates.
    const error = Math.sqrt((similarity * (1 - similarity)) / 72 / estimates.length);
    expect(Math.abs(mean - similarity)).toBeLessThanOrEqual(4 * error + 0.002);
  });

  it('shares bands by likeness, as often as the formula says', () => {
    const shares = (moved: number): number => {
      const found = Array.from({ length: 200 }, (_, run) => {
        const a = new Set(bandsOf(sketchOf(range(run * 1_000, run * 1_000 + 200))));
        return bandsOf(sketchOf(range(run * 1_000 + moved, run * 1_000 + 200 + moved))).some((band) => a.has(band));
      });
      return found.filter(Boolean).length / found.length;
    };
    expect(shares(10)).toBeGreaterThan(0.98);
    expect(shares(100)).toBeLessThan(0.1);
  });
});

describe('shingles', () => {
  it('are the runs of words in their order', () => {
    const words = ['a', 'b', 'c', 'd'];
    expect([...shinglesOf(words, 3)]).toHaveLength(2);
    expect(shinglesOf(['b', 'c', 'd'], 3)[0]).toBe(shinglesOf(words, 3)[1]);
    expect(shinglesOf(['c', 'b', 'd'], 3)[0]).not.toBe(shinglesOf(words, 3)[1]);
    expect([...shinglesOf(['a'], 3)]).toHaveLength(1);
  });
});
