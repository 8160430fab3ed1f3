import { describe, expect, it, vi, beforeEach, afterEach } from 'vitest';
import type { RateLimits } from '../catalogue/model-spec.js';
import { RateBucket } from './rate-bucket.js';
import { type RateShare, RateWindow } from './rate-window.js';
import type { Priority } from './lanes.js';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const { signal } = new AbortController();
const windowOf = (limits: RateLimits, share?: RateShare): RateWindow => new RateWindow('k|m', limits, share, Date.now);
const take = (window: RateWindow, tokens: number, until = Infinity, priority: Priority = 'normal') =>
  window.take(tokens, { priority, signal, until: Math.min(until, Date.now() + 1e9) });

/** How many of so many calls at once go through within a time. */
async function through(windows: readonly RateWindow[], calls: number, ms: number): Promise<number> {
  let count = 0;
  for (let index = 0; index < calls; index++)
    void take(windows[index % windows.length] as RateWindow, 10, Date.now() + ms).then((taken) => {
      if (taken) count++;
    });
  await vi.advanceTimersByTimeAsync(ms);
  return count;
}

/** What Redis does for instances, in memory. */
class SharedBucket implements RateShare {
  draws = 0;
  isDown = false;
  private bucket: RateBucket | null = null;
  draw: RateShare['draw'] = async (_, shape, want, back) => {
    if (this.isDown) return null;
    this.draws++;
    return (this.bucket ??= new RateBucket(shape, Date.now())).draw(want, back, Date.now());
  };
}

describe('RateWindow', () => {
  it.each([
    [{ requestsPerMinute: 600 }, 1, 570 + 100],
    [{ tokensPerMinute: 6_000 }, 1, 570 + 100],
    [{ requestsPerMinute: 600, tokensPerMinute: 3_000 }, 1, 285 + 50],
    [{ requestsPerMinute: 600 }, 3, 570 + 100],
  ] as const)('lets %o through in ten seconds, over %i instances', async (limits, instances, expected) => {
    const share = new SharedBucket();
    const windows = Array.from({ length: instances }, () => windowOf(limits, share));
    const count = await through(windows, 1_000, 10_000);
    expect(count).toBeLessThanOrEqual(expected);
    expect(count).toBeGreaterThan(expected - 25);
    expect(share.draws).toBeLessThan(400);
  });

  it('goes by its own count where instances cannot reach each other, without a second minute’s worth', async () => {
    const share = new SharedBucket();
    const window = windowOf({ requestsPerMinute: 600 }, share);
    expect(await through([window], 560, 50)).toBe(560);
    share.isDown = true;
    expect(await through([window], 600, 1_000)).toBeLessThanOrEqual(20);
  });

  it('asks nobody at each call', async () => {
    const share = new SharedBucket();
    const window = windowOf({ requestsPerMinute: 60_000 }, share);
    for (let index = 0; index < 1_000; index++) expect(await take(window, 10)).toBe(true);
    expect(share.draws).toBeLessThanOrEqual(2);
  });

  it('tells how long the next call waits, and sets right what was estimated', async () => {
    const window = windowOf({ tokensPerMinute: 1_000 });
    expect(await take(window, 950)).toBe(true);
    expect(window.waitFor(500)).toBe(30_000);
    window.giveBack({ requests: 0, tokens: 700 });
    expect(window.waitFor(500)).toBe(0);
    expect(await take(window, 500)).toBe(true);
  });

  it('lets a call through that is larger than a minute, and those after it wait for it', async () => {
    const window = windowOf({ tokensPerMinute: 600 });
    expect(await take(window, 10_000)).toBe(true);
    expect(window.waitFor(1)).toBeGreaterThan(900_000);
  });

  it('gives its turn to urgent work, and lets go of what is cancelled or too late', async () => {
    const window = windowOf({ requestsPerMinute: 60 });
    await through([window], 57, 50);
    const order: string[] = [];
    const controller = new AbortController();
    const cancelled = window.take(1, { priority: 'urgent', signal: controller.signal, until: Infinity });
    cancelled.catch(() => undefined);
    void take(window, 1, Infinity, 'bulk').then(() => order.push('bulk'));
    void take(window, 1, Infinity, 'urgent').then(() => order.push('urgent'));
    const late = take(window, 1, Date.now() + 500, 'bulk');
    controller.abort(new Error('enough'));
    await expect(cancelled).rejects.toThrow('enough');
    await vi.advanceTimersByTimeAsync(600);
    expect(await late).toBe(false);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(order).toEqual(['urgent', 'bulk']);
  });
});
