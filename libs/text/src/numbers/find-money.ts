import type { DecimalMark, MoneyMatch } from '../text-model.js';
import { CURRENCY_PATTERN, currencyOf } from './currencies.js';
import { inferDecimalMark } from './decimal-mark.js';
import { readNumeral, scanNumerals, shiftDecimal, type Numeral, type RawNumeral } from './numeral.js';
import { scaleAt } from './scale.js';

export interface MoneyOptions {
  /** ISO 4217; decides between currencies that share a sign (`$`, `kr`, `¥`). */
  readonly currencyHint?: string | null;
  /** The document's decimal mark, where it is known; else it is inferred from the text. */
  readonly decimalMark?: DecimalMark;
}

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A currency may hang on a lower-case word (`TotalRM5.00`, a space lost in OCR) but not on capitals. */
const BEFORE = new RegExp(`(?<![\\p{Lu}])(${CURRENCY_PATTERN})([ \\u00a0:.]{0,2}[-−–+(]?[ \\u00a0]?)$`, 'u');
const AFTER = new RegExp(`^([)\\-−–.,]{0,2}[ \\u00a0]?)(${CURRENCY_PATTERN})(?![\\p{L}])`, 'u');
const WINDOW = 14;
/** Signs that stand before the amount wherever they are used. */
const PREFIXED = new Set(['RM', 'Rp', 'Rs', 'Rs.', 'R', 'US$', 'R$', '$', '£', '₹', '₱', '₦', 'S$', 'A$', 'HK$']);
const IN_WORDS =
  /(?:dollars?|euros?|pounds?|francs?|rupees|ringgit|yen|only|hundred|thousand|million|billion|\p{L}+teen|\p{L}+ty)[\s,]*$/iu;

function markerBefore(text: string, numeral: RawNumeral, usedUntil: number): Marker | null {
  const from = Math.max(usedUntil, numeral.start - WINDOW);
  const match = BEFORE.exec(text.slice(from, numeral.start));
  const marker = match?.[1];
  if (match === null || marker === undefined) return null;
  const start = from + match.index;
  if (marker === 'R' && /[\p{L}\d]/u.test(text[start - 1] ?? '')) return null;
  if (/^\p{Ll}/u.test(marker) && /\p{L}/u.test(text[start - 1] ?? '')) return null;
  return { start, end: start + marker.length, text: marker };
}

function markerAfter(text: string, end: number, decimals: number): Marker | null {
  const match = AFTER.exec(text.slice(end, end + WINDOW));
  const [, gap, marker] = match ?? [];
  if (gap === undefined || marker === undefined || marker === 'R') return null;
  const start = end + gap.length;
  const next = /^([ \u00a0:]{0,2})[-(]?\d+([.,]\d)?/.exec(
    text.slice(start + marker.length, start + marker.length + 14),
  );
  // `2 RM 5.00`, `3 EUR4.00`, `3 EUR 4.00`: the sign belongs to the number behind it.
  const isNext = next !== null && (next[1] === '' || (decimals === 0 && next[2] !== undefined));
  if (isNext || (next !== null && PREFIXED.has(marker))) return null;
  return { start, end: start + marker.length, text: marker };
}

interface SignedSpan {
  readonly start: number;
  readonly end: number;
  readonly negative: boolean;
}

/** Takes in minus signs on either side, accounting parentheses, and CR or DR. */
function signedSpan(text: string, start: number, end: number, numeral: RawNumeral): SignedSpan {
  const head = text.slice(Math.max(0, start - 1), numeral.start);
  const tail = text.slice(end, end + 4);
  if (head.includes('(') && /^\s?\)/.test(tail)) {
    const opensBefore = text[start - 1] === '(';
    const close = end + tail.indexOf(')') + 1;
    const open = opensBefore ? start - 1 : start;
    // `one hundred dollars ($100)` repeats an amount, `(100.00)` and `$(100)` are negative.
    const repeated = start < numeral.start && opensBefore && IN_WORDS.test(text.slice(Math.max(0, open - 24), open));
    return repeated ? { start, end, negative: false } : { start: open, end: close, negative: true };
  }
  const minus = /[-−–]/.test(head.slice(1));
  const leading = /[-−]/.test(text[start - 1] ?? '') && !/[\p{L}\d.)]/u.test(text[start - 2] ?? '');
  if (minus || leading) return { start: leading ? start - 1 : start, end, negative: true };
  const trailing = /^(?:[-−](?![\p{L}\d])|\s?(?:DR|Dr)\b)/u.exec(tail);
  if (trailing !== null) return { start, end: end + trailing[0].length, negative: true };
  const credit = /^\s?(?:CR|Cr)\b/.exec(tail);
  return { start, end: end + (credit?.[0].length ?? 0), negative: false };
}

/** Digits that touch letters, other digits' separators or a percent sign are no amount. */
function isBare(text: string, { start, end }: RawNumeral): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return !/[\p{L}\d_#]$|[\p{L}\d][-/:.]$/u.test(before) && !/^[\p{L}_]|^[/:-]\d|^\s?[%％°]/u.test(after);
}

function moneyAt(
  text: string,
  raw: RawNumeral,
  read: Numeral,
  usedUntil: number,
  hint?: string | null,
): MoneyMatch | null {
  const scale = scaleAt(text.slice(raw.end, raw.end + 16));
  const left = markerBefore(text, raw, usedUntil);
  const numberEnd = raw.end + scale.length;
  const right = left ? null : markerAfter(text, numberEnd, read.decimals);
  const marker = left ?? right;
  if (marker === null && (read.decimals !== 2 || scale.length > 0 || !isBare(text, raw))) return null;
  if (right !== null && /[\p{L}_]$|[\p{L}\d][-/:.]$/u.test(text.slice(Math.max(0, raw.start - 2), raw.start)))
    return null;
  if (/^\s?[%％]/.test(text.slice(raw.end, raw.end + 2))) return null;
  const start = left ? left.start : raw.start;
  const signed = signedSpan(text, start, right ? right.end : numberEnd, raw);
  const value = scale.places > 0 ? shiftDecimal(read.value, scale.places) : read.value;
  return {
    start: signed.start,
    end: signed.end,
    value: signed.negative ? `-${value}` : value,
    decimals: scale.places > 0 ? Math.max(0, read.decimals - scale.places) : read.decimals,
    percent: false,
    currency: marker ? currencyOf(marker.text, hint) : null,
  };
}

/**
 * Amounts of money: numbers beside a currency sign, name or code, and numbers with exactly two decimals without one.
 * The span holds sign, currency and scale (`-$1.2 million`). A trailing DR is negative, CR is not.
 */
export function findMoney(text: string, options: MoneyOptions = {}): MoneyMatch[] {
  const mark = options.decimalMark ?? inferDecimalMark(text);
  const matches: MoneyMatch[] = [];
  let usedUntil = 0;
  for (const raw of scanNumerals(text)) {
    const read = readNumeral(raw.raw, mark, []);
    if (read === null) continue;
    const money = moneyAt(text, raw, read, usedUntil, options.currencyHint);
    if (money === null) continue;
    matches.push(money);
    usedUntil = money.end;
  }
  return matches;
}
