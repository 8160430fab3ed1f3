import type { Span } from '../text-model.js';
import { isoDate, yearOf } from './calendar.js';
import { MONTH_PATTERN, monthOf } from './months.js';

export interface WrittenDate extends Span {
  readonly iso: string;
  /** Whether the day stood before the month; null where the year stands first. */
  readonly dayFirst: boolean | null;
}

interface Form {
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

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?<![\\d\\p{L}.,:/])(\\d{1,2})${ORDINAL}${GAP}${OF}(${MONTH_PATTERN})${GAP}${IN_YEAR}${YEAR}`,
      'gu',
    ),
    dayFirst: true,
    groups: [3, 2, 1],
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(${MONTH_PATTERN})${GAP}(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2}(?=\\s?,))?[\\s\\-/.,]{1,3}${IN_YEAR}${YEAR}`,
      'gu',
    ),
    dayFirst: false,
    groups: [3, 1, 2],
  },
  {
    pattern: new RegExp(
      `(?<![\\d\\p{L}.,])((?:19|20)\\d\\d)[\\s\\-/.,]{0,2}(${MONTH_PATTERN})${GAP}(\\d{1,2})(?!\\d)`,
      'gu',
    ),
    dayFirst: null,
    groups: [1, 2, 3],
  },
];

function readForm(match: RegExpMatchArray, form: Form): WrittenDate | null {
  const [year, month, day] = form.groups.map((group) => match[group] ?? '');
  const iso = isoDate(yearOf(year ?? ''), monthOf(month ?? '') ?? 0, Number(day));
  const start = match.index ?? 0;
  return iso === null ? null : { start, end: start + match[0].length, iso, dayFirst: form.dayFirst };
}

/** Dates whose month is a word. `text` is folded with its offsets kept. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form.pattern)) {
      const date = readForm(match, form);
      if (date) found.push(date);
    }
  return found;
}
