import { invalidPeriod } from '../analytics.errors.js';

const DAY_MS = 86_400_000;
const NO_DAYS = '`from` and `to` have to be days that exist.';

/** A leap year. */
export const MOST_DAYS = 366;

/** Whole days in UTC; `to` is the first day that no longer belongs to it. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** Whether the day that a date or time begins with is one of the calendar: `Date.parse` takes 30 February for 2 March. */
const isOfCalendar = (day: string): boolean => {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day.slice(0, 10));
};

/** The days that a time lies in: from the start of the first, up to the start of the day after the last. */
const dayOf = (time: number): number => Math.floor(time / DAY_MS) * DAY_MS;
const dayAfter = (time: number): number => Math.ceil(time / DAY_MS) * DAY_MS;

/**
 * The period of a question. `to` is the end of today where it is not given, `from` thirty days before it. A time within a day
 * stands for the whole day. Throws `invalid_period` where nothing lies between the two, or more than `MOST_DAYS` days do.
 */
export function periodOf(from: string | undefined, to: string | undefined, now: number): Period {
  if (![from, to].every((day) => day === undefined || isOfCalendar(day))) throw invalidPeriod(NO_DAYS);
  const end = to === undefined ? dayOf(now) + DAY_MS : dayAfter(Date.parse(to));
  const start = from === undefined ? end - 30 * DAY_MS : dayOf(Date.parse(from));
  if (Number.isNaN(start) || Number.isNaN(end)) throw invalidPeriod(NO_DAYS);
  if (start >= end) throw invalidPeriod('`from` has to be before `to`.');
  if (end - start > MOST_DAYS * DAY_MS) throw invalidPeriod(`A period has at most ${MOST_DAYS} days.`);
  return { from: new Date(start), to: new Date(end) };
}

/** The calendar month, in UTC, of a time. */
export function monthOf(now: number): Period {
  const date = new Date(now);
  const first = (months: number): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  return { from: first(0), to: first(1) };
}

/** What a period will have cost at its end if the rest of it goes like the part that is over. In the unit of `spent`. */
export function forecastOf(spent: number, { from, to }: Period, now: number): number {
  const whole = to.getTime() - from.getTime();
  // The first hour says nothing of a month.
  const over = Math.max(now - from.getTime(), 3_600_000);
  return (spent * whole) / Math.min(over, whole);
}
