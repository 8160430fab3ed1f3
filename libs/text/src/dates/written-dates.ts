import { digitRuns } from '../digit-runs.js';
import type { Span } from '../text-model.js';
import { isoDate, yearOf } from './calendar.js';
import { LONGEST_MONTH, MONTH_PATTERN, monthOf } from './months.js';

export interface WrittenDate extends Span {
  readonly iso: string;
  /** Whether the day stood before the month; null where the year stands first. */
  readonly dayFirst: boolean | null;
}

interface Form {
  /** At one place. */
  readonly pattern: RegExp;
  readonly dayFirst: boolean | null;
  /** Numbers of the groups of year, month and day. */
  readonly groups: readonly [year: number, month: number, day: number];
}

const GAP = '[\\s\\-/.,]{0,3}';
const ORDINAL = '(?:st|nd|rd|th|ten|ter|er|eme|e|o|a)?';
const OF = "(?:(?:day )?(?:of the month of|of|del mese di|de|del|di|do|du|van|d')\\s?)?";
const IN_YEAR = '(?:(?:,? ?in the year|of|de|del|di|do|van|anno)\\s)?';
/** A two-digit year is not an hour, and not the beginning of an amount. */
const YEAR = "((?:1[6-9]|20|21)\\d\\d|['’]\\d\\d|\\d\\d(?![:.,]\\d| ?[ap]\\.?m|h\\b|\\d))(?!\\d(?!\\d?:\\d\\d))";

const DAY_FIRST: Form = {
  pattern: new RegExp(
    `(?<![\\d\\p{L}.,:/])(\\d{1,2})${ORDINAL}${GAP}${OF}(${MONTH_PATTERN})${GAP}${IN_YEAR}${YEAR}`,
    'uy',
  ),
  dayFirst: true,
  groups: [3, 2, 1],
};
const MONTH_FIRST: Form = {
  pattern: new RegExp(
    `(?<![\\p{L}])(${MONTH_PATTERN})${GAP}(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2}(?=\\s?,))?[\\s\\-/.,]{1,3}${IN_YEAR}${YEAR}`,
    'uy',
  ),
  dayFirst: false,
  groups: [3, 1, 2],
};
const YEAR_FIRST: Form = {
  pattern: new RegExp(
    `(?<![\\d\\p{L}.,])((?:19|20)\\d\\d)[\\s\\-/.,]{0,2}(${MONTH_PATTERN})${GAP}(\\d{1,2})(?!\\d)`,
    'uy',
  ),
  dayFirst: null,
  groups: [1, 2, 3],
};

function readForm(text: string, start: number, form: Form): WrittenDate | null {
  form.pattern.lastIndex = start;
  const match = form.pattern.exec(text);
  if (match === null) return null;
  const [year, month, day] = form.groups.map((group) => match[group] ?? '');
  const iso = isoDate(yearOf(year ?? ''), monthOf(month ?? '') ?? 0, Number(day));
  return iso === null ? null : { start, end: start + match[0].length, iso, dayFirst: form.dayFirst };
}

const MOST_GAP = 3;
const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
/** White space, hyphen, stroke, point or comma. */
const isGap = (code: number): boolean =>
  code <= 0x20 || (code >= 0x2c && code <= 0x2f) || code === 0xa0 || code > 0x1fff;

/** Whether a word comes behind a number; behind most there is none, and no expression is needed. */
function hasWordAfter(text: string, end: number): boolean {
  let at = end;
  while (at - end < MOST_GAP && isGap(text.charCodeAt(at))) at++;
  return isLetter(text.charCodeAt(at));
}

/** Where the name of a month directly before a day begins, or -1. */
function monthBefore(text: string, day: number): number {
  let end = day;
  while (day - end < MOST_GAP && isGap(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (isLetter(text.charCodeAt(start - 1)) && end - start <= LONGEST_MONTH) start--;
  return start < end && monthOf(text.slice(start, end)) !== undefined ? start : -1;
}

interface Candidate {
  readonly form: Form;
  readonly start: number;
}

/** The forms that a run of digits can be part of, and where those begin. */
function candidates(text: string, { start, end }: Span): Candidate[] {
  const length = end - start;
  if (length === 4) return hasWordAfter(text, end) ? [{ form: YEAR_FIRST, start }] : [];
  if (length > 2) return [];
  const month = monthBefore(text, start);
  return [
    ...(hasWordAfter(text, end) ? [{ form: DAY_FIRST, start }] : []),
    ...(month >= 0 ? [{ form: MONTH_FIRST, start: month }] : []),
  ];
}

/**
 * Dates whose month is a word.
 *
 * @param text folded with its offsets kept
 * @param runs its runs of digits
 */
export function writtenDates(text: string, runs: readonly Span[] = digitRuns(text)): WrittenDate[] {
  const found: WrittenDate[] = [];
  const ends = new Map<Form, number>();
  for (const run of runs)
    for (const { form, start } of candidates(text, run)) {
      if (start < (ends.get(form) ?? 0)) continue;
      const date = readForm(text, start, form);
      if (date === null) continue;
      found.push(date);
      ends.set(form, date.end);
    }
  return found;
}
