import { foldKeepingOffsets } from '../fold.js';
import { inferDecimalMark } from '../numbers/decimal-mark.js';
import { numericDates, readings, type KnownOrder, type NumericDate } from './numeric-dates.js';
import { writtenDates, type WrittenDate } from './written-dates.js';

export interface InferredOrder {
  readonly order: KnownOrder;
  /** True where dates of the text itself decided, not a convention. */
  readonly proven: boolean;
}

const YEAR_FIRST_LANGUAGES = new Set(['zh', 'ja', 'ko', 'hu', 'lt']);

const AMERICAN = [
  /\b(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY|DC),? \d{5}\b/,
  /\b(?:USA|U\.S\.A?\.?|United States)\b/,
  /(?<![A-Z])\$ ?\d|\bUSD\b/,
  /\b(?:ZIP|SSN|EIN|IRS|LLC|Inc)\b/,
];
const DAY_FIRST = [
  /[£€₹]|\b(?:RM|Rs\.?|GBP|EUR|INR|MYR|SGD|AUD|NZD|ZAR|AED|CHF) ?\d/,
  /\b(?:VAT|GST|ABN|SDN\.? BHD|Sdn\.? Bhd|Ltd|LTD|PLC|plc|Pty|PTY|GmbH|S\.?A\.?R\.?L|Pvt|PVT)\b/,
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/,
  /\b(?:United Kingdom|England|Malaysia|MALAYSIA|India|INDIA|Australia|Singapore|SINGAPORE|Ireland|South Africa|New Zealand)\b/,
  /\+(?:44|60|61|64|65|91|27|353)\b/,
];
/** Signs of a place are looked for in so much of a text; letterheads and totals are within it. */
const LOOKED_AT = 20_000;

const count = (patterns: readonly RegExp[], text: string): number =>
  patterns.filter((pattern) => pattern.test(text)).length;

type Votes = Record<KnownOrder, number>;

function voteOfDate(date: NumericDate, known: ReadonlySet<string>, votes: Votes): void {
  const possible = readings(date);
  const [only] = possible.keys();
  if (possible.size === 1 && only !== undefined) votes[only] += 1;
  else if (possible.has('dmy') !== possible.has('mdy')) votes[possible.has('dmy') ? 'dmy' : 'mdy'] += 0.6;
  if (new Set(possible.values()).size < 2) return;
  for (const [order, iso] of possible) if (known.has(iso)) votes[order] += 1;
}

/** Votes of the dates that have only one reading, or whose reading is repeated in words. */
function provenOrder(dates: readonly NumericDate[], written: readonly WrittenDate[]): KnownOrder | null {
  const votes: Votes = { dmy: 0, mdy: 0, ymd: 0 };
  const known = new Set(written.map((date) => date.iso));
  for (const date of dates) if (date.parts[0].length < 4) voteOfDate(date, known, votes);
  const [best, second] = (['dmy', 'mdy', 'ymd'] as const).toSorted((a, b) => votes[b] - votes[a]);
  if (best === undefined || second === undefined || votes[best] === votes[second]) return null;
  return best;
}

function conventionalOrder(text: string, written: readonly WrittenDate[], language?: string): KnownOrder {
  if (language !== undefined && language !== 'en' && language !== 'und')
    return YEAR_FIRST_LANGUAGES.has(language) ? 'ymd' : 'dmy';
  const head = text.slice(0, LOOKED_AT);
  if (/[年년]/.test(head)) return 'ymd';
  const daysFirst = written.filter((date) => date.dayFirst === true).length;
  const monthsFirst = written.filter((date) => date.dayFirst === false).length;
  const dayFirst =
    count(DAY_FIRST, head) + Math.sign(daysFirst - monthsFirst) + (inferDecimalMark(head) === ',' ? 2 : 0);
  return dayFirst > count(AMERICAN, head) ? 'dmy' : 'mdy';
}

/** As `inferDateOrder`, over dates that were found already. `text` is not folded. */
export function orderOf(
  text: string,
  dates: readonly NumericDate[],
  written: readonly WrittenDate[],
  language?: string,
): InferredOrder {
  const proven = provenOrder(dates, written);
  if (proven !== null) return { order: proven, proven: true };
  return { order: conventionalOrder(text, written, language), proven: false };
}

/**
 * The order of day, month and year in the numeric dates of a text: from its dates with one reading only, then from
 * its language, currency, addresses and company forms. English without any such sign is taken for American.
 */
export function inferDateOrder(text: string, language?: string): KnownOrder {
  const folded = foldKeepingOffsets(text);
  return orderOf(text, numericDates(folded), writtenDates(folded), language).order;
}
