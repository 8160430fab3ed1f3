import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mapBounded, sleep, withDeadline } from './async.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outcomeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    (value) => `value ${String(value)}`,
    (error: unknown) => `error ${(error as { code?: string }).code ?? (error as Error).message}`,
  );

describe('sleep', () => {
  it('ends after its time and not before', async () => {
    const woken = vi.fn<() => void>();
    const sleeping = sleep(1_000).then(woken);
    await vi.advanceTimersByTimeAsync(999);
    expect(woken).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(woken).toHaveBeenCalledOnce();
  });

  it.each([
    ['before it begins', 0],
    ['while it lasts', 400],
  ])('rejects with the reason of a signal that aborts %s, and leaves no timer', async (_, after) => {
    const controller = new AbortController();
    if (after === 0) controller.abort(new Error('enough'));
    const sleeping = outcomeOf(sleep(1_000, controller.signal));
    await vi.advanceTimersByTimeAsync(after);
    controller.abort(new Error('enough'));
    expect(await sleeping).toBe('error enough');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets go of the signal when it ends', async () => {
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    const sleeping = sleep(10, signal);
    await vi.advanceTimersByTimeAsync(10);
    await sleeping;
    expect(removed).toHaveBeenCalledOnce();
  });
});

describe('withDeadline', () => {
  it.each([
    ['work that ends in time', () => Promise.resolve('done'), 'value done'],
    ['work that fails in time', () => Promise.reject(new Error('broken')), 'error broken'],
    ['work that never ends', () => new Promise(() => undefined), 'error deadline_exceeded'],
    [
      'work that fails too late',
      () => sleep(2_000).then(() => Promise.reject(new Error('late'))),
      'error deadline_exceeded',
    ],
  ])('answers for %s', async (_, work, expected) => {
    const outcome = outcomeOf(withDeadline(1_000, 'Reading', work()));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await outcome).toBe(expected);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a passing failure that says what took too long', async () => {
    const failure = withDeadline(50, 'Counting calls', new Promise(() => undefined)).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(50);
    expect(await failure).toMatchObject({ kind: 'unavailable', detail: 'Counting calls took longer than 50 ms.' });
  });
});

describe('mapBounded', () => {
  it.each([
    { items: 0, width: 4, together: 0 },
    { items: 3, width: 8, together: 3 },
    { items: 20, width: 4, together: 4 },
    { items: 5, width: 1, together: 1 },
    { items: 5, width: 0, together: 1 },
    { items: 5, width: Number.NaN, together: 1 },
  ])('does all of $items with width $width, at most $together at once, and keeps the order', async (each) => {
    let [now, most] = [0, 0];
    const mapping = mapBounded(
      Array.from({ length: each.items }, (_, index) => index),
      each.width,
      async (item, index) => {
        most = Math.max(most, ++now);
        await sleep((each.items - item) * 10);
        now--;
        return `${item}/${index}`;
      },
    );
    await vi.runAllTimersAsync();
    expect(await mapping).toEqual(Array.from({ length: each.items }, (_, index) => `${index}/${index}`));
    expect(most).toBe(each.together);
  });

  it('begins nothing more after the first error', async () => {
    const begun: number[] = [];
    const mapping = outcomeOf(
      mapBounded([0, 1, 2, 3, 4, 5], 2, async (item) => {
        begun.push(item);
        await sleep(10 * (item + 1));
        if (item === 0) throw new Error('first');
      }),
    );
    await vi.runAllTimersAsync();
    expect(await mapping).toBe('error first');
    expect(begun).toEqual([0, 1]);
  });
});
