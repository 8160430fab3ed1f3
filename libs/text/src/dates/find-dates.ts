import { digitRuns } from '../digit-runs.js';
import { foldKeepingOffsets } from '../fold.js';
import type { DateMatch, DateOrder } from '../text-model.js';
import { orderOf, type InferredOrder } from './date-order.js';
import { eastAsianDates } from './east-asian-dates.js';
import { numericDates, readings, type KnownOrder, type NumericDate } from './numeric-dates.js';
import { relativeDates } from './relative-dates.js';
import { writtenDates } from './written-dates.js';

export interface DateOptions {
  /** `auto` where it is not given. */
  readonly order?: DateOrder;
  /** ISO 639-1; a convention for dates that the text itself does not decide. */
  readonly language?: string;
  /** The day the text was written. With it, `by Friday`, `in 3 days` and `May 20` are dates too (the next such day). */
  readonly reference?: Date;
}

function resolve(date: NumericDate, inferred: InferredOrder): DateMatch | null {
  const possible = readings(date);
  const preferences: KnownOrder[] =
    date.separator === '.' ? ['dmy', 'ymd', 'mdy'] : [inferred.order, 'dmy', 'mdy', 'ymd'];
  const order = preferences.find((candidate) => possible.has(candidate));
  const iso = order && possible.get(order);
  if (iso === undefined) return null;
  const swapped = order === 'dmy' ? possible.get('mdy') : possible.get('dmy');
  const isConvention = !inferred.proven && date.separator !== '.';
  return {
    start: date.start,
    end: date.end,
    iso,
    ambiguous: isConvention && order !== 'ymd' && swapped !== undefined && swapped !== iso,
  };
}

/** Earlier first, and of two that overlap the longer. */
function withoutOverlaps(matches: DateMatch[]): DateMatch[] {
  const sorted = matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMatch[] = [];
  for (const match of sorted) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.end - match.start > last.end - last.start) kept[kept.length - 1] = match;
  }
  return kept;
}

/**
 * Complete dates of a text: numeric with any separator, `YYYYMMDD`, with the month as a word (en, de, fr, es, it, pt,
 * nl, da, nb, sv), and 年月日. Spans are exact. Two digits of a year below 50 are of this century.
 */
export function findDates(text: string, options: DateOptions = {}): DateMatch[] {
  const { language } = options;
  const folded = foldKeepingOffsets(text);
  const runs = digitRuns(folded);
  const numeric = numericDates(folded, runs);
  const written = writtenDates(folded, runs);
  const matches: DateMatch[] = [
    ...eastAsianDates(folded).map((date) => ({ ...date, ambiguous: false })),
    ...written.map(({ start, end, iso }) => ({ start, end, iso, ambiguous: false })),
  ];
  if (numeric.length > 0) {
    const { order = 'auto' } = options;
    const inferred = order === 'auto' ? orderOf(text, numeric, written, language) : { order, proven: false };
    for (const date of numeric) {
      const match = resolve(date, inferred);
      if (match) matches.push(match);
    }
  }
  const complete = withoutOverlaps(matches);
  if (options.reference === undefined) return complete;
  const relative = relativeDates(text, options.reference, language).filter(
    (date) => !complete.some((other) => date.start < other.end && other.start < date.end),
  );
  return withoutOverlaps([...complete, ...relative]);
}
