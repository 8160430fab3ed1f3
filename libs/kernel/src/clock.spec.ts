import { expect, it } from 'vitest';
import { Clock, SystemClock } from './clock.js';

it('gives the date of its own time', () => {
  class FixedClock extends Clock {
    now(): number {
      return 1_800_000_000_000;
    }
  }
  expect(new FixedClock().date().toISOString()).toBe('2027-01-15T08:00:00.000Z');
});

it('is the time of the machine where nothing moves it', () => {
  const [before, now, after] = [Date.now(), new SystemClock().now(), Date.now()];
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(after);
});
