import type { DecimalMark, NumberMatch } from '../text-model.js';
import { CURRENCY_PATTERN } from './currencies.js';
import { inferDecimalMark } from './decimal-mark.js';
import { readNumeral, scanNumerals, type RawNumeral } from './numeral.js';

const ENDS_IN_CURRENCY = new RegExp(`(?<!\\p{L})(?:${CURRENCY_PATTERN})$`, 'u');
const ENDS_IN_SIGN = /(?:^|[\s(=:|€$£¥])[-−–]$/;
const PERCENT = /^\s?(?:%|％|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b)/;
/** A unit of up to three letters may follow (`5kg`, `3x`), an ordinal's ending or a longer word may not. */
const IDENTIFIER_TAIL = /^(?:st|nd|rd|th|er)?(?:\p{L}{4}|_|\p{L}+\d)|^(?:st|nd|rd|th)\b/iu;
/** Characters before a numeral that can hold a currency or a sign. */
const BEFORE = 8;

export interface NumberOptions {
  /** The document's decimal mark, where it is known; else it is inferred from the text. */
  readonly decimalMark?: DecimalMark;
}

/** True where a numeral is a number of its own, not a part of a code (`A4`, `INV-001`), a date or a version. */
function standsAlone(text: string, { start, end, raw }: RawNumeral): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  if (/[\p{L}_#]$/u.test(before) && !ENDS_IN_CURRENCY.test(before)) return false;
  if (/(?:[\p{L}\d][-/:.]|\d[–])$/u.test(before)) return false;
  if (/^0\d/.test(raw) || /^[/:]\d|^-[\p{L}\d]/u.test(text.slice(end, end + 2))) return false;
  return !IDENTIFIER_TAIL.test(text.slice(end, end + 6));
}

/** Numbers of a text, without those that are parts of dates, times, codes and versions. */
export function findNumbers(text: string, options: NumberOptions = {}): NumberMatch[] {
  const mark = options.decimalMark ?? inferDecimalMark(text);
  const matches: NumberMatch[] = [];
  for (const numeral of scanNumerals(text)) {
    if (!standsAlone(text, numeral)) continue;
    const read = readNumeral(numeral.raw, mark);
    if (read === null) continue;
    const before = text.slice(Math.max(0, numeral.start - BEFORE), numeral.start);
    const negative = ENDS_IN_SIGN.test(before);
    const percent = PERCENT.exec(text.slice(numeral.end, numeral.end + 12));
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
