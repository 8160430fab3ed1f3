import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timeLimit } from './time-limit.js';

describe('timeLimit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('aborts when its time is over, and says that it was the time', () => {
    const limit = timeLimit(50, new AbortController().signal);
    vi.advanceTimersByTime(49);
    expect(limit.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect([limit.signal.aborted, limit.isOver]).toEqual([true, true]);
    expect(limit.signal.reason).toMatchObject({ name: 'TimeoutError' });
  });

  it.each([['before it was made'], ['afterwards']])('aborts with its parent, for its reason: %s', (when) => {
    const parent = new AbortController();
    const reason = new Error('not needed');
    if (when === 'before it was made') parent.abort(reason);
    const limit = timeLimit(50, parent.signal);
    parent.abort(reason);
    expect([limit.signal.aborted, limit.isOver, limit.signal.reason]).toEqual([true, false, reason]);
  });

  it('does nothing after its end', () => {
    const parent = new AbortController();
    const limit = timeLimit(50, parent.signal);
    limit.end();
    vi.advanceTimersByTime(100);
    parent.abort();
    expect([limit.signal.aborted, limit.isOver]).toEqual([false, false]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
