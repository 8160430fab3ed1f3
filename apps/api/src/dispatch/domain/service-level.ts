import type { ServiceLevel } from './policy.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The longest promise in the shortest week of work does not reach further: 2,000 hours of one a day. */
const MOST_DAYS = 3_000;

interface Window {
  readonly from: number;
  readonly to: number;
}

/** When a mail has to be answered, and how much of the time for it has run. */
export interface ServiceState {
  readonly dueAt: Date;
  /** Hours of work that were promised. */
  readonly hours: number;
  /** 0 at its arrival, 1 when it is due; above that it is late. */
  readonly ran: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const options = {
    hour12: false,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', ...options });
  if (formats.size < 1_000) formats.set(timeZone, made);
  return made;
}

/** What the clocks of a zone show at a time, as if it were UTC. */
function clockAt(time: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The time at which the clocks of a zone show this. Of an hour that comes twice the first, of one that is left out the next. */
function timeOf(clock: number, timeZone: string): number {
  const guess = clock - (clockAt(clock, timeZone) - clock);
  const off = clockAt(guess, timeZone) - clock;
  return guess - off;
}

/** Times of work from a moment on, in order. */
function* windowsFrom(start: number, { timeZone, hours, holidays }: ServiceLevel): Generator<Window> {
  const closed = new Set(holidays);
  let midnight = Math.floor(clockAt(start, timeZone) / DAY) * DAY;
  for (let count = 0; count < MOST_DAYS; count++, midnight += DAY) {
    const date = new Date(midnight);
    if (closed.has(date.toISOString().slice(0, 10))) continue;
    const windows = hours[DAYS[date.getUTCDay()] ?? 'sun'].toSorted((a, b) => (a.from < b.from ? -1 : 1));
    for (const { from, to } of windows) {
      const window = {
        from: timeOf(midnight + minutesOf(from), timeZone),
        to: timeOf(midnight + minutesOf(to), timeZone),
      };
      if (window.to > start) yield { from: Math.max(window.from, start), to: window.to };
    }
  }
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}

/** When so many hours of work have passed. Windows that overlap count once. */
export function dueAfter(start: Date, hours: number, level: ServiceLevel): Date {
  let left = hours * HOUR;
  let until = start.getTime();
  for (const { from, to } of windowsFrom(start.getTime(), level)) {
    const begins = Math.max(from, until);
    if (to <= begins) continue;
    if (to - begins >= left) return new Date(begins + left);
    left -= to - begins;
    until = to;
  }
  return new Date(until);
}

/** Hours of work between two moments. */
export function workBetween(start: Date, end: Date, level: ServiceLevel): number {
  let sum = 0;
  let until = start.getTime();
  for (const { from, to } of windowsFrom(start.getTime(), level)) {
    const begins = Math.max(from, until);
    if (begins >= end.getTime()) break;
    const ends = Math.min(to, end.getTime());
    if (ends <= begins) continue;
    sum += ends - begins;
    until = ends;
  }
  return sum / HOUR;
}

interface Promised {
  readonly category: string;
  readonly type: string;
  readonly level: string;
}

/** What a tenant has promised for a mail; null where it has promised nothing. */
export function serviceOf(mail: Promised, arrived: Date, now: Date, level: ServiceLevel | null): ServiceState | null {
  const fits = level?.targets.find((target) =>
    (['category', 'type', 'level'] as const).every((key) => target[key] === undefined || target[key] === mail[key]),
  );
  if (!level || !fits) return null;
  const dueAt = dueAfter(arrived, fits.hours, level);
  return { dueAt, hours: fits.hours, ran: Number((workBetween(arrived, now, level) / fits.hours).toFixed(3)) };
}
