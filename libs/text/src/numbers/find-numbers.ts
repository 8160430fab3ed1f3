import type { DecimalMark, NumberMatch } from '../text-model.js';
import { CURRENCY_PATTERN } from './currencies.js';
import { decimalMarkOf } from './decimal-mark.js';
import { readNumeral, scanNumerals, type RawNumeral } from './numeral.js';

const ENDS_IN_CURRENCY = new RegExp(`(?<!\\p{L})(?:${CURRENCY_PATTERN})$`, 'u');
const ENDS_IN_SIGN = /(?:^|[\s(=:|€$£¥])[-‐‑−–]$/;
const PERCENT = /^\s?(?:%|％|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b)/;
/** A unit of up to three letters may follow (`5kg`, `3x`), an ordinal's ending or a longer word may not. */
const IDENTIFIER_TAIL = /^(?:st|nd|rd|th|er)?(?:\p{L}{4}|_|\p{L}+\d)|^(?:st|nd|rd|th)\b/iu;
/** Characters before a numeral that can hold a currency or a sign. */
const BEFORE = 8;

export interface NumberOptions {
  /** The document's decimal mark, where it is known; else it is inferred from the text. */
  readonly decimalMark?: DecimalMark;
}

/** True at a blank, a line break, and either end of a text. */
const isBlankAt = (text: string, index: number): boolean => !(text.charCodeAt(index) > 0x20);

const isNegative = (text: string, start: number): boolean =>
  !isBlankAt(text, start - 1) && ENDS_IN_SIGN.test(text.slice(Math.max(0, start - BEFORE), start));

/** What follows a number may be a percentage only with one of these first. */
const PERCENT_START = new Set('%％pP');

function percentAt(text: string, end: number): RegExpExecArray | null {
  const next = text[/\s/.test(text[end] ?? '') ? end + 1 : end] ?? '';
  return PERCENT_START.has(next) ? PERCENT.exec(text.slice(end, end + 12)) : null;
}

/** True where a numeral is a number of its own, not a part of a code (`A4`, `INV-001`), a date or a version. */
function standsAlone(text: string, { start, end, raw }: RawNumeral): boolean {
  // In a column of numbers nothing else has to be looked at.
  if (isBlankAt(text, start - 1) && isBlankAt(text, end)) return !/^0\d/.test(raw);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (/[\p{L}_#]$/u.test(before) && !ENDS_IN_CURRENCY.test(before)) return false;
  if (/(?:[\p{L}\d][-/:.]|\d[–])$/u.test(before)) return false;
  if (/^0\d/.test(raw) || /^[/:]\d|^-[\p{L}\d]/u.test(text.slice(end, end + 2))) return false;
  return !IDENTIFIER_TAIL.test(text.slice(end, end + 6));
}

/** Numbers of a text, without those that are parts of dates, times, codes and versions. */
export function findNumbers(text: string, options: NumberOptions = {}): NumberMatch[] {
  const numerals = scanNumerals(text);
  const mark = options.decimalMark ?? decimalMarkOf(text, numerals);
  const matches: NumberMatch[] = [];
  for (const numeral of numerals) {
    if (!standsAlone(text, numeral)) continue;
    const read = readNumeral(numeral.raw, mark);
    if (read === null) continue;
    const negative = isNegative(text, numeral.start);
    const percent = percentAt(text, numeral.end);
    matches.push({
      start: numeral.start - (negative ? 1 : 0),
      end: numeral.end + (percent?.[0].length ?? 0),
      value: negative ? `-${read.value}` : read.value,
      decimals: read.decimals,
      percent: percent !== null,
    });
  }
  return matches;
}
