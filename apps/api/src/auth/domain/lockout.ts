/** What an account remembers of wrong passwords. */
export interface AttemptState {
  readonly failedAttempts: number;
  /** End of the window in which attempts are counted; with all attempts used up, end of the lock. */
  readonly windowEnd: Date | null;
}

export interface LockoutRule {
  readonly attempts: number;
  readonly windowMs: number;
}

const isOver = (state: AttemptState, now: number): boolean =>
  state.windowEnd === null || state.windowEnd.getTime() <= now;

/** True while no password, not even the right one, opens the account. */
export const isLocked = (state: AttemptState, rule: LockoutRule, now: number): boolean =>
  state.failedAttempts >= rule.attempts && !isOver(state, now);

/** The state after one more wrong password. The lock lasts a whole window from the attempt that caused it. */
export function afterFailure(state: AttemptState, rule: LockoutRule, now: number): AttemptState {
  if (isLocked(state, rule, now)) return state;
  const failedAttempts = isOver(state, now) ? 1 : state.failedAttempts + 1;
  const begins = failedAttempts === 1 || failedAttempts >= rule.attempts;
  return { failedAttempts, windowEnd: begins ? new Date(now + rule.windowMs) : state.windowEnd };
}

export const NO_FAILURES: AttemptState = { failedAttempts: 0, windowEnd: null };
