import { describe, expect, it } from 'vitest';
import { afterFailure, type AttemptState, isLocked, NO_FAILURES } from './lockout.js';

const MINUTE = 60_000;
const RULE = { attempts: 10, windowMs: 15 * MINUTE };

/** The states after wrong passwords at these minutes. */
const fail = (minutes: readonly number[], from: AttemptState = NO_FAILURES): AttemptState =>
  minutes.reduce((state, minute) => afterFailure(state, RULE, minute * MINUTE), from);

const times = (count: number, minute: number): number[] => Array.from({ length: count }, () => minute);

describe('lock-out', () => {
  it.each([
    ['nine wrong passwords', times(9, 0), 0, false],
    ['ten at once', times(10, 0), 0, true],
    ['ten within the window', [0, 1, 2, 3, 4, 5, 6, 7, 8, 14], 14, true],
    ['ten over more than a window', [0, 1, 2, 3, 4, 5, 6, 7, 8, 15], 15, false],
    ['the lock, until a whole window after the tenth', [...times(9, 0), 14], 28.9, true],
    ['the end of the lock', [...times(9, 0), 14], 29, false],
    ['attempts while locked, which do not prolong it', [...times(10, 0), 14, 14.9], 15, false],
  ] as const)('%s', (_, minutes, now, locked) => expect(isLocked(fail(minutes), RULE, now * MINUTE)).toBe(locked));

  it('begins to count anew after the lock', () => {
    const state = fail([16], fail(times(10, 0)));
    expect(state).toEqual({ failedAttempts: 1, windowEnd: new Date(31 * MINUTE) });
  });

  it('locks at the first wrong password where the rule says one', () => {
    const rule = { attempts: 1, windowMs: MINUTE };
    expect(isLocked(afterFailure(NO_FAILURES, rule, 0), rule, 1)).toBe(true);
  });
});
