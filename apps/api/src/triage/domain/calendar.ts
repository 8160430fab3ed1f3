import { foldWord, tokensOf } from './words.js';

/** Names of a language, folded: months 0..11, weekdays 0 (Sunday) to 6; long and short forms. */
export interface CalendarNames {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

const known = new Map<string, CalendarNames>();

/** Month and weekday names as the runtime's locale data has them. */
export function calendarNames(language: string): CalendarNames {
  const cached = known.get(language);
  if (cached !== undefined) return cached;
  const names = {
    months: namesOf(language, 12, 'month', (index) => new Date(Date.UTC(2024, index, 1))),
    // 2024-09-01 was a Sunday.
    weekdays: namesOf(language, 7, 'weekday', (index) => new Date(Date.UTC(2024, 8, 1 + index))),
  };
  known.set(language, names);
  return names;
}

function namesOf(
  language: string,
  count: number,
  part: 'month' | 'weekday',
  dateOf: (index: number) => Date,
): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of ['short', 'long'] as const) {
    const format = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' });
    for (let index = 0; index < count; index++) {
      // Two letters (`mi`, `do`) are also common words; `segunda-feira` is mostly written as its first word.
      const [name = ''] = tokensOf(format.format(dateOf(index))).words.map(foldWord);
      if (name.length > 2) names.set(name, index);
    }
  }
  return names;
}

export const DAY_MS = 86_400_000;

export const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Midnight UTC of the day a mail was sent. */
export const dayOf = (date: string): number => Math.floor(Date.parse(date) / DAY_MS) * DAY_MS;

/** The next such weekday after the day; a week later where that day has the same name. */
export function weekdayAfter(day: number, weekday: number): number {
  const ahead = (weekday - new Date(day).getUTCDay() + 7) % 7;
  return day + (ahead === 0 ? 7 : ahead) * DAY_MS;
}

/** The day and month in the year that lies nearest ahead: more than half a year back means the next one. Null for 31 June. */
export function nearestDate(day: number, month: number, dayOfMonth: number): number | null {
  const year = new Date(day).getUTCFullYear();
  const time = Date.UTC(year, month, dayOfMonth);
  if (new Date(time).getUTCMonth() !== month) return null;
  return day - time > 182 * DAY_MS ? Date.UTC(year + 1, month, dayOfMonth) : time;
}

export function endOf(day: number, unit: 'week' | 'month' | 'year'): number {
  const date = new Date(day);
  if (unit === 'week') return date.getUTCDay() === 5 ? day : weekdayAfter(day, 5);
  if (unit === 'year') return Date.UTC(date.getUTCFullYear(), 11, 31);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
}
