import { digitRuns } from '../digit-runs.js';
import type { DecimalMark } from '../text-model.js';

/** Digits with separators as they stand, without sign, currency or unit. */
export interface RawNumeral {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

export interface Numeral {
  /** Digits, a point, digits; no sign. */
  readonly value: string;
  readonly decimals: number;
}

/** A leading point (`.50`) belongs to it where nothing else stands before the point. */
const NUMERAL = /(?:(?<![\p{L}\d.,])\.(?=\d{1,3}(?![\d.,]\d)))?\d+(?:[.,'’]\d+)*/uy;
/** No-break, narrow no-break and thin space: they never separate two columns. */
const HARD_SPACE = /[\u00a0\u202f\u2009]/;
const GROUP_HEAD = /^\d{1,3}$/;
const GROUP = /^\d{3}$/;
const LAST_GROUP = /^\d{3}(?:[.,]\d{1,2})?$/;
/** Twelve digits in groups of three, and decimals: above any amount that is grouped by spaces. */
const MOST_GROUPS = 5;

function partAt(text: string, start: number): RawNumeral | null {
  NUMERAL.lastIndex = start;
  const raw = NUMERAL.exec(text)?.[0];
  return raw === undefined ? null : { start, end: start + raw.length, raw };
}

function partsOf(text: string): RawNumeral[] {
  const parts: RawNumeral[] = [];
  let from = 0;
  for (const run of digitRuns(text)) {
    if (run.start < from) continue;
    const part = (text[run.start - 1] === '.' ? partAt(text, run.start - 1) : null) ?? partAt(text, run.start);
    if (part === null) continue;
    parts.push(part);
    from = part.end;
  }
  return parts;
}

/**
 * Numerals of a text in order. Groups parted by spaces are joined where that cannot be two columns: the space is a
 * no-break space, or the last group has decimals behind a comma, as only languages do that group by spaces.
 */
export function scanNumerals(text: string): RawNumeral[] {
  const parts = partsOf(text);
  const numerals: RawNumeral[] = [];
  for (let i = 0; i < parts.length;) {
    const joined = joinedGroups(text, parts, i);
    const first = parts[i] as RawNumeral;
    const last = parts[i + joined] as RawNumeral;
    numerals.push(joined === 0 ? first : { start: first.start, end: last.end, raw: text.slice(first.start, last.end) });
    i += joined + 1;
  }
  return numerals;
}

/** The space that parts a group of three digits from what stands before it, or null. */
function groupGap(text: string, previous: RawNumeral, part: RawNumeral | undefined): string | null {
  if (part === undefined || part.start !== previous.end + 1 || !LAST_GROUP.test(part.raw)) return null;
  const gap = text[previous.end] ?? '';
  return gap === ' ' || HARD_SPACE.test(gap) ? gap : null;
}

/** How many parts after the first belong to it as groups of three digits. */
function joinedGroups(text: string, parts: readonly RawNumeral[], first: number): number {
  let previous = parts[first];
  if (previous === undefined || !GROUP_HEAD.test(previous.raw)) return 0;
  let hard = true;
  for (let n = 1; n <= MOST_GROUPS; n++) {
    const part = parts[first + n];
    const gap = groupGap(text, previous, part);
    if (part === undefined || gap === null) return hard ? n - 1 : 0;
    hard &&= gap !== ' ';
    if (!GROUP.test(part.raw)) return hard || part.raw.includes(',') ? n : 0;
    previous = part;
  }
  return 0;
}

const ONLY_DIGITS = /^\d+$/;
const trimZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '') || '0';

const plainNumeral = (integer: string, fraction: string): Numeral => ({
  value: fraction === '' ? trimZeros(integer) : `${trimZeros(integer)}.${fraction}`,
  decimals: fraction.length,
});

/** Western groups of three, or Indian groups (12,34,567). */
const isGrouped = (groups: readonly string[]): boolean => {
  const [head = '', ...rest] = groups;
  const last = rest.at(-1) ?? '';
  if (head.length < 1 || head.length > 3 || last.length !== 3) return false;
  const inner = rest.slice(0, -1);
  return inner.every((group) => group.length === 3) || (head.length <= 2 && inner.every((group) => group.length === 2));
};

function readOneSeparator(
  raw: string,
  separator: DecimalMark,
  mark: DecimalMark | null,
  threes: DecimalMark[],
): Numeral | null {
  const groups = raw.split(separator);
  if (groups.length > 2) return isGrouped(groups) ? plainNumeral(groups.join(''), '') : null;
  const [head = '', tail = ''] = groups;
  const couldGroup = tail.length === 3 && head.length <= 3 && head !== '0' && !head.startsWith('00');
  if (!couldGroup) return plainNumeral(head, tail);
  const isDecimal = mark === null ? threes.includes(separator) : mark === separator;
  return isDecimal ? plainNumeral(head, tail) : plainNumeral(head + tail, '');
}

function readTwoSeparators(digits: string, mark: DecimalMark): Numeral | null {
  const grouping = mark === '.' ? ',' : '.';
  const [integer = '', fraction = '', ...more] = digits.split(mark);
  if (more.length > 0 || !isGrouped(integer.split(grouping))) return null;
  return plainNumeral(integer.replaceAll(grouping, ''), fraction);
}

/**
 * Reads digits with separators: `1.234,56`, `1,234.56`, `1 234,56`, `1'234.56`, `12,34,567.00`. Null where they cannot
 * be one number (`12.03.2019`, `1,2,3`).
 *
 * @param mark the decimal mark of the document; it only decides `1.234` and `1,234`.
 * @param threes separators that mark decimals in those two where no mark is known.
 */
export function readNumeral(raw: string, mark: DecimalMark | null, threes: DecimalMark[] = ['.']): Numeral | null {
  if (ONLY_DIGITS.test(raw)) return plainNumeral(raw, '');
  const digits = raw.replace(/['’\s]/g, '');
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point < 0 && comma < 0) return plainNumeral(digits, '');
  if (point >= 0 && comma >= 0) return readTwoSeparators(digits, point > comma ? '.' : ',');
  const separator = point < 0 ? ',' : '.';
  // Where spaces or apostrophes group, the point or comma does not.
  return readOneSeparator(digits, separator, digits.length < raw.length ? separator : mark, threes);
}

/** The value times ten to the `places`, as a plain decimal string. */
export function shiftDecimal(value: string, places: number): string {
  const [integer = '', fraction = ''] = value.split('.');
  const digits = fraction.padEnd(places, '0');
  const shifted = trimZeros(integer + digits.slice(0, places));
  const rest = digits.slice(places);
  return rest === '' ? shifted : `${shifted}.${rest}`;
}
