import { digitRuns } from '../digit-runs.js';
import type { DateOrder, Span } from '../text-model.js';
import { isoDate, yearOf } from './calendar.js';

export type KnownOrder = Exclude<DateOrder, 'auto'>;

/** Three numbers that may be a date, before it is known which is which. */
export interface NumericDate extends Span {
  readonly parts: readonly [string, string, string];
  readonly separator: string;
}

/** Both begin where a run of digits begins: hence `y`, at those places only. */
const THREE = /(\d{1,4})( ?[-/.‐–] ?| )(\d{1,2})( ?[-/.‐–] ?| )(\d{1,4})/y;
const COMPACT =
  /(?<![\p{L}\d_/#+.,-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=t\d{4}|[^\p{L}\d_.,-]|[.,-]\D|[.,-]?$)/uy;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const isYear = (digits: string): boolean =>
  digits.length === 4 && Number(digits) >= FIRST_YEAR && Number(digits) <= LAST_YEAR;

/** Part of a longer number, a phone number, a version or a path. */
function touchesDigits(text: string, start: number, end: number, separator: string): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 6);
  if (/\d$/.test(before) || (/\d[-/.+]$/.test(before) && before.endsWith(separator)) || /[+.,]$/.test(before))
    return true;
  // A time may be glued on where OCR lost the space: `12/03/201914:33`.
  if (/^\d/.test(after)) return !/^\d{1,2}:\d\d/.test(after);
  return separator !== ' ' && after.startsWith(separator) && /\d/.test(after[separator.length] ?? '');
}

/** Where spaces are all that parts three numbers, only `12 03 2019` and `2019 03 12` are taken, on their own. */
function plausibleSpacing(text: string, { start, end, parts: [a, b, c], separator }: NumericDate): boolean {
  if (separator !== ' ') return separator !== '.' || c.length === 4 || a.length === 4 || a.length + b.length >= 3;
  if (b.length !== 2 || a.length + c.length !== 6) return false;
  return (
    !/[\d.,-] ?$/.test(text.slice(Math.max(0, start - 2), start)) && !/^ ?[\d.,-]\d?/.test(text.slice(end, end + 3))
  );
}

/** The two places where a year can stand; four digits only within this and the last century. */
const hasYear = (a: string, c: string): boolean =>
  (isYear(a) && c.length <= 2) || (a.length <= 2 && (isYear(c) || c.length === 2));

function shapeOf(match: RegExpExecArray, text: string): NumericDate | null {
  const [whole, a = '', first = '', b = '', second = '', last = ''] = match;
  const separator = first.trim() || ' ';
  if (separator !== (second.trim() || ' ')) return null;
  const end = match.index + whole.length;
  // `12/03/1914:33` is `12/03/19` and a time whose space OCR lost.
  const glued = last.length === 4 && /^:\d/.test(text.slice(end, end + 2)) ? 2 : 0;
  const c = last.slice(0, last.length - glued);
  return hasYear(a, c) ? { start: match.index, end: end - glued, parts: [a, b, c], separator } : null;
}

function standsAlone(text: string, date: NumericDate): boolean {
  const letterBefore = /\p{L}/u.test(text[date.start - 1] ?? '');
  if (letterBefore && date.separator !== '/') return false;
  return !touchesDigits(text, date.start, date.end, date.separator) && plausibleSpacing(text, date);
}

/** Whether a separator and another digit follow. */
function goesOn(text: string, end: number): boolean {
  for (let i = end; i < end + 4; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) return i > end;
    if (code !== 0x20 && code !== 0x2d && code !== 0x2e && code !== 0x2f && code !== 0x2010 && code !== 0x2013)
      return false;
  }
  return false;
}

const COMPACT_LENGTH = 8;

function compactDate(text: string, start: number): NumericDate | null {
  COMPACT.lastIndex = start;
  const match = COMPACT.exec(text);
  if (match === null) return null;
  const [whole, a = '', b = '', c = ''] = match;
  return { start, end: start + whole.length, parts: [a, b, c], separator: '' };
}

function separatedDate(text: string, start: number): NumericDate | null {
  THREE.lastIndex = start;
  const match = THREE.exec(text);
  const shape = match && shapeOf(match, text);
  return shape !== null && standsAlone(text, shape) ? shape : null;
}

/**
 * All groups of three numbers that have the shape of a date.
 *
 * @param text folded
 * @param runs its runs of digits
 */
export function numericDates(text: string, runs: readonly Span[] = digitRuns(text)): NumericDate[] {
  const separated: NumericDate[] = [];
  const compact: NumericDate[] = [];
  let from = 0;
  for (const { start, end } of runs) {
    const length = end - start;
    if (length === COMPACT_LENGTH) {
      const date = compactDate(text, start);
      if (date !== null) compact.push(date);
    }
    const date = start >= from && length <= 4 && goesOn(text, end) ? separatedDate(text, start) : null;
    if (date === null) continue;
    separated.push(date);
    from = date.end;
  }
  return [...separated, ...compact];
}

/** Orders in which the three parts make a real date, with that date. */
export function readings(date: NumericDate): ReadonlyMap<KnownOrder, string> {
  const [a, b, c] = date.parts;
  const result = new Map<KnownOrder, string>();
  const add = (order: KnownOrder, year: string, month: string, day: string): void => {
    const iso = isoDate(yearOf(year), Number(month), Number(day));
    if (iso !== null) result.set(order, iso);
  };
  if (a.length === 4) {
    add('ymd', a, b, c);
    return result;
  }
  add('dmy', c, b, a);
  add('mdy', c, a, b);
  if (c.length === 2 && a.length === 2 && date.separator !== ' ') add('ymd', a, b, c);
  return result;
}
