/** Longest time that a timer can be set to. */
const LONGEST_MS = 2_147_483_647;

/** Why a limit aborts, and all that hang on it. */
export class TimeIsOver extends Error {
  constructor() {
    super('The time is over.');
    this.name = 'TimeoutError';
  }
}

export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Whether it was the time that aborted it. */
  readonly isOver: boolean;
  /** Takes the timer and the listener away. Whoever makes a limit ends it. */
  end(): void;
}

/**
 * A signal that aborts after so many milliseconds, or with its parent. `AbortSignal.timeout` and `any` do the same by weak
 * references that the garbage collector has to follow: a tenth of the processor time of a call.
 */
export function timeLimit(ms: number, parent: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  const limit = { signal: controller.signal, isOver: false, end };
  const timer = setTimeout(
    () => {
      limit.isOver = true;
      controller.abort(new TimeIsOver());
    },
    Math.min(LONGEST_MS, ms),
  );
  const onAbort = (): void => controller.abort(parent?.reason);
  function end(): void {
    clearTimeout(timer);
    parent?.removeEventListener('abort', onAbort);
  }
  if (parent?.aborted === true) onAbort();
  else parent?.addEventListener('abort', onAbort, { once: true });
  return limit;
}
