import { describe, expect, it } from 'vitest';
import { inOwnTime, OwnEnd, type OwnTime, untilOwnEnd } from './own-time.js';
import { WithoutAnswer } from './route-run.js';

const LONG_MS = 60_000;
const never = new Promise<never>(() => undefined);
const gone = new Error('the client is gone');
const outcomeOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe('inOwnTime', () => {
  it.each([
    ['is cancelled already', 0],
    ['is cancelled', 10],
  ])('lets go of work of another where the request %s', async (_, afterMs) => {
    const controller = new AbortController();
    if (afterMs === 0) controller.abort(gone);
    else setTimeout(() => controller.abort(gone), afterMs);
    const { signal } = controller;
    expect(await outcomeOf(inOwnTime(never, { deadlineMs: LONG_MS, signal }, () => false))).toBe(gone);
  });

  it('lets go of work of another where the time is over', async () => {
    expect(await outcomeOf(inOwnTime(never, { deadlineMs: 10 }, () => false))).toMatchObject({ reason: 'deadline' });
  });

  it('waits for work of its own, which ends by itself', async () => {
    const controller = new AbortController();
    controller.abort(gone);
    const work = new Promise((resolve) => setTimeout(() => resolve('entered'), 20));
    expect(await inOwnTime(work, { deadlineMs: 1, signal: controller.signal }, () => true)).toBe('entered');
  });
});

describe('untilOwnEnd', () => {
  const cancelled = (reason: unknown): OwnTime => {
    const controller = new AbortController();
    controller.abort(reason);
    return { deadlineMs: LONG_MS, signal: controller.signal };
  };
  const late = new WithoutAnswer('deadline', 0);
  const budget = new Error('budget_exhausted');

  it.each<[string, OwnTime, unknown]>([
    ['was cancelled', cancelled(new DOMException('left', 'AbortError')), new DOMException('left', 'AbortError')],
    ['was cancelled for a reason of its own', cancelled(gone), gone],
    ['had less time', { deadlineMs: 1 }, late],
  ])('asks again where one that was waited for %s', async (_, other, error) => {
    let asked = 0;
    const answer = await untilOwnEnd({ deadlineMs: LONG_MS }, async () => {
      if (asked++ === 0) throw OwnEnd.of(other, error);
      return 'ours';
    });
    expect(answer).toBe('ours');
  });

  it.each<[string, OwnTime, unknown]>([
    ['its own cancellation', cancelled(gone), gone],
    ['the end of its own time', { deadlineMs: LONG_MS }, late],
    ['what is wrong for all', { deadlineMs: LONG_MS }, budget],
  ])('ends with %s', async (_, own, error) => {
    expect(await outcomeOf(untilOwnEnd(own, (request) => Promise.reject(OwnEnd.of(request, error) as Error)))).toBe(
      error,
    );
  });

  it('ends with its own cancellation where another ended as well', async () => {
    const work = () => Promise.reject(OwnEnd.of({ deadlineMs: 1 }, late) as Error);
    expect(await outcomeOf(untilOwnEnd(cancelled(gone), work))).toBe(gone);
  });
});
