import { WithoutAnswer } from './route-run.js';

/** Of one request: how long it may take, and what cancels it. */
export interface OwnTime {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

/**
 * Waits for work that may be another request's: not beyond our own time, and not once we are cancelled. `isOurs` says that we
 * do it ourselves by now; then it ends by itself, and what it spent is entered before we go on.
 */
export function inOwnTime<T>(work: Promise<T>, { deadlineMs, signal }: OwnTime, isOurs: () => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (error: unknown): void => {
      if (!isOurs()) reject(error as Error);
    };
    const onAbort = (): void => leave(signal?.reason);
    const timer = setTimeout(() => leave(new WithoutAnswer('deadline', 0)), deadlineMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    const settled = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    work.then(resolve, reject).finally(settled);
  });
}

/** Whether another request's end reached one that waited for it: cancelled, or out of a time that was shorter than ours. */
export const isEndOfAnother = (error: unknown, until: number, signal: AbortSignal | undefined): boolean =>
  signal?.aborted !== true &&
  Date.now() < until &&
  ((error instanceof DOMException && error.name === 'AbortError') ||
    (error instanceof WithoutAnswer && error.reason === 'deadline'));
