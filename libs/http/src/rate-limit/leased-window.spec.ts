import { describe, expect, it } from 'vitest';
import { LeasedWindow } from './leased-window.js';
import type { WindowCounter, WindowUse } from './window-counter.js';

/** What Redis does: one counter for all instances, in windows that begin with the first point. */
class FakeCounter implements WindowCounter {
  questions = 0;
  private consumed = 0;
  private resetAt = 0;

  constructor(
    private readonly now: () => number,
    private readonly windowMs: number,
  ) {}

  async add(_key: string, points: number, returned: number): Promise<WindowUse> {
    this.questions++;
    await Promise.resolve();
    if (this.now() >= this.resetAt) {
      this.consumed = 0;
      this.resetAt = this.now() + this.windowMs;
    }
    this.consumed += points - returned;
    return { consumed: this.consumed, resetMs: this.resetAt - this.now() };
  }
}

const setUp = () => {
  let time = 1_000_000;
  const now = () => time;
  const counter = new FakeCounter(now, 60_000);
  return { counter, now, pass: (ms: number) => void (time += ms), window: new LeasedWindow(counter, now) };
};

const takeMany = async (window: LeasedWindow, limit: number, times: number) => {
  let allowed = 0;
  for (let n = 0; n < times; n++) if ((await window.take('t', limit)).allowed) allowed++;
  return allowed;
};

describe('LeasedWindow', () => {
  it.each([1, 5, 199, 200, 1_000, 12_345])('admits exactly the limit of %i, one after the other', async (limit) => {
    const { window } = setUp();
    expect(await takeMany(window, limit, limit + 50)).toBe(limit);
  });

  it.each([3, 250, 5_000])('admits exactly the limit of %i when all come at once', async (limit) => {
    const { window } = setUp();
    const decisions = await Promise.all(Array.from({ length: limit + 40 }, async () => window.take('t', limit)));
    expect(decisions.filter((decision) => decision.allowed)).toHaveLength(limit);
  });

  it('asks the counter once for a share of a large limit, and never for what is used up', async () => {
    const { window, counter } = setUp();
    await takeMany(window, 10_000, 10_000);
    expect(counter.questions).toBe(100);
    expect((await window.take('t', 10_000)).allowed).toBe(false);
    expect(counter.questions).toBe(100);
    expect(window.isUsedUp('t', 10_000)).toBe(true);
  });

  it('serves all who wait with one question', async () => {
    const { window, counter } = setUp();
    await Promise.all(Array.from({ length: 50 }, async () => window.take('t', 100)));
    expect(counter.questions).toBeLessThanOrEqual(2);
  });

  it('counts for several instances together', async () => {
    const { counter, now } = setUp();
    const instances = [new LeasedWindow(counter, now), new LeasedWindow(counter, now)] as const;
    let allowed = 0;
    for (let n = 0; n < 2_000; n++) if ((await instances[n % 2 === 0 ? 0 : 1].take('t', 1_000)).allowed) allowed++;
    expect(allowed).toBe(1_000);
  });

  it('opens again when the window has passed, and says when', async () => {
    const { window, pass } = setUp();
    await takeMany(window, 2, 2);
    const refused = await window.take('t', 2);
    expect(refused).toMatchObject({ allowed: false, remaining: 0, resetMs: 60_000 });
    pass(60_000);
    expect((await window.take('t', 2)).allowed).toBe(true);
  });

  it('follows a limit that was changed in the middle of a window', async () => {
    const { window } = setUp();
    await takeMany(window, 2, 3);
    expect((await window.take('t', 10)).allowed).toBe(true);
  });

  it.each([
    [100_000, 10, 10],
    [100_000, 700, 700],
    [10, 100_000, 100_000],
  ])('does not count a leased share as used when the limit goes from %i to %i', async (before, after, allowed) => {
    const { window } = setUp();
    await takeMany(window, before, 3);
    expect(await takeMany(window, after, after + 20)).toBe(allowed - 3);
  });

  it('counts down what remains', async () => {
    const { window } = setUp();
    const remaining = [];
    for (let n = 0; n < 3; n++) remaining.push((await window.take('t', 5)).remaining);
    expect(remaining).toEqual([4, 3, 2]);
  });
});
