import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PiiEntity } from './privacy-model.js';
import { resolveOverlaps } from './resolve-overlaps.js';

const entity = (type: PiiEntity['type'], start: number, end: number, score: number): PiiEntity => ({
  type,
  start,
  end,
  score,
});

describe('resolveOverlaps', () => {
  it('keeps the surer, then the longer, in the order of the text', () => {
    const sure = entity('EMAIL_ADDRESS', 10, 20, 0.99);
    const long = entity('PERSON', 30, 50, 0.6);
    const before = entity('PERSON', 0, 10, 0.5);
    const kept = resolveOverlaps([long, entity('PERSON', 40, 45, 0.6), sure, entity('URL', 15, 40, 0.7), before]);
    expect(kept).toEqual([before, sure, long]);
  });

  it('leaves out only what overlaps something kept', () => {
    const any = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 10 }))
      .map(([start, length, score]) => entity('PERSON', start, start + length, score / 10));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (entities) => {
        const kept = resolveOverlaps(entities);
        for (const [i, one] of kept.entries()) expect(one.start).toBeGreaterThanOrEqual(kept[i - 1]?.end ?? 0);
        for (const one of entities)
          expect(kept.some((other) => other.start < one.end && one.start < other.end)).toBe(true);
      }),
    );
  });
});
