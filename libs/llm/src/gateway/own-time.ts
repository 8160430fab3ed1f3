import { WithoutAnswer } from './route-run.js';

/** Of one request: how long it may take, and what cancels it. */
export interface OwnTime {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

/** The end of a request whose caller left or whose time was over, for whoever waits for its work: it is no end of theirs. */
export class OwnEnd extends Error {
  constructor(
    readonly owner: OwnTime,
    cause: unknown,
  ) {
    super('a request ended before its answer came', { cause });
    this.name = 'OwnEnd';
  }

  /** `error` as others are to see it. */
  static of(owner: OwnTime, error: unknown): unknown {
    const isOwn = owner.signal?.aborted === true || (error instanceof WithoutAnswer && error.reason === 'deadline');
    return isOwn ? new OwnEnd(owner, error) : error;
  }
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
    if (signal?.aborted === true) onAbort();
    const timer = setTimeout(() => leave(new WithoutAnswer('deadline', 0)), deadlineMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    const settled = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    work.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error: unknown) => {
        settled();
        reject(error as Error);
      },
    );
  });
}

/**
 * Runs `work` with what is left of a request's time, again where it ended because another request did that we waited for. Rejects
 * with what ended us.
 */
export async function untilOwnEnd<R extends OwnTime, T>(request: R, work: (own: R) => Promise<T>): Promise<T> {
  const until = Date.now() + request.deadlineMs;
  for (let own = request; ; own = { ...request, deadlineMs: Math.max(1, until - Date.now()) })
    try {
      return await work(own);
    } catch (error) {
      if (!(error instanceof OwnEnd)) throw error;
      if (error.owner === own) throw error.cause;
      request.signal?.throwIfAborted();
      if (Date.now() >= until) throw new WithoutAnswer('deadline', 0);
    }
}
