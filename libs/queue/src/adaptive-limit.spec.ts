import { describe, expect, it } from 'vitest';
import { AdaptiveLimit, type MachineUse } from './adaptive-limit.js';

const IDLE: MachineUse = { processors: 0.2, loop: 0.1 };
const FULL: MachineUse = { processors: 0.99, loop: 0.7 };

/**
 * A machine on which each job computes and then waits for a model that takes some calls at once and lets the others queue. Answers the
 * limit after so many looks, with more jobs waiting than it ever takes.
 */
function limitAfter(
  looks: number,
  limit: AdaptiveLimit,
  { computes, waits, takes }: { computes: number; waits: number; takes: number },
): number {
  for (let look = 0; look < looks; look++) {
    const atOnce = limit.limit;
    const modelSeconds = waits * Math.max(1, atOnce / takes);
    // Two processors: what is computed takes longer when there is more of it than they have time for.
    const perSecond = Math.min(atOnce / (computes + modelSeconds), 2 / computes);
    const meanSeconds = atOnce / perSecond;
    const processors = Math.min(1, (perSecond * computes) / 2);
    limit.look({ ended: Math.round(perSecond), meanSeconds, wanted: true }, { processors, loop: processors / 2 });
  }
  return limit.limit;
}

describe('AdaptiveLimit', () => {
  it('grows to its most where jobs wait for a model that takes all of them', () => {
    expect(limitAfter(60, new AdaptiveLimit(16, 128), { computes: 0.005, waits: 0.8, takes: 1_000 })).toBe(128);
  });

  it('stays at its least where jobs compute', () => {
    expect(limitAfter(60, new AdaptiveLimit(16, 128), { computes: 0.05, waits: 0, takes: 1_000 })).toBe(16);
  });

  it('stops where the processors are in use', () => {
    // Two processors are full with 40 jobs a second of 0.85 s each.
    const limit = limitAfter(200, new AdaptiveLimit(4, 128), { computes: 0.05, waits: 0.8, takes: 1_000 });
    expect(limit).toBeGreaterThan(24);
    expect(limit).toBeLessThan(40);
  });

  it('stops where more at once only wait longer for the model', () => {
    const limit = limitAfter(60, new AdaptiveLimit(4, 512), { computes: 0.001, waits: 0.8, takes: 40 });
    expect(limit).toBeGreaterThan(35);
    expect(limit).toBeLessThan(90);
  });

  it('keeps what it has while nobody waits for a place', () => {
    const limit = new AdaptiveLimit(4, 64);
    for (let look = 0; look < 20; look++) limit.look({ ended: 5, meanSeconds: 1, wanted: false }, IDLE);
    expect(limit.limit).toBe(4);
  });

  it('comes down while the machine is full, to its least and no further', () => {
    const limit = new AdaptiveLimit(4, 64);
    for (let look = 0; look < 60; look++) limit.look({ ended: 5, meanSeconds: 1, wanted: true }, IDLE);
    expect(limit.limit).toBe(64);
    limit.look({ ended: 5, meanSeconds: 1, wanted: true }, FULL);
    expect(limit.limit).toBe(57);
    for (let look = 0; look < 60; look++) limit.look({ ended: 5, meanSeconds: 1, wanted: true }, FULL);
    expect(limit.limit).toBe(4);
  });

  it('grows before the first job has ended', () => {
    const limit = new AdaptiveLimit(4, 64);
    limit.look({ ended: 0, meanSeconds: 0, wanted: true }, IDLE);
    expect(limit.limit).toBe(5);
  });
});
