const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The first year that two digits do not reach any more: `49` is 2049, `50` is 1950 (POSIX draws the line at 69). */
const PIVOT = 50;

/** `YYYY-MM-DD`, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const length = month === 2 && isLeap(year) ? 29 : DAYS[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1 || year > 9999) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The year that four or two digits (with or without an apostrophe) mean. */
export function yearOf(digits: string): number {
  const bare = digits.replace(/\D/g, '');
  const year = Number(bare);
  if (bare.length > 2) return year;
  return year < PIVOT ? 2000 + year : 1900 + year;
}
