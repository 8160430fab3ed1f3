import { sleep } from '@app/kernel';

interface HedgedResult<T> {
  readonly result: T;
  /** Who gave it: 0 the first, 1 the second. */
  readonly index: 0 | 1;
}

/**
 * Asks a second one where the first has not answered after so many milliseconds, takes the first good answer and cancels the
 * other, whose end is waited for: what it cost belongs to the work. Without a good answer the result is that of whoever was
 * asked last. Rejects as soon as one of them does.
 */
export async function hedged<T>(
  ask: (index: 0 | 1, signal: AbortSignal) => Promise<T>,
  isGood: (result: T) => boolean,
  afterMs: number,
  signal: AbortSignal,
): Promise<HedgedResult<T>> {
  const controller = new AbortController();
  const both = AbortSignal.any([signal, controller.signal]);
  const start = (index: 0 | 1): Promise<HedgedResult<T>> => ask(index, both).then((result) => ({ result, index }));
  const first = start(0);
  const running = [first];
  try {
    const early = await Promise.race([first, sleep(afterMs, both).then(() => null)]);
    if (early !== null) return early;
    const second = start(1);
    running.push(second);
    const one = await Promise.race(running);
    if (isGood(one.result)) return one;
    const other = await (one.index === 0 ? second : first);
    return isGood(other.result) ? other : await second;
  } finally {
    controller.abort();
    await Promise.allSettled(running);
  }
}
