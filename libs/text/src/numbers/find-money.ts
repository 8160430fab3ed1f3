import type { DecimalMark, MoneyMatch } from '../text-model.js';
import { CURRENCY_ENDS, CURRENCY_PATTERN, CURRENCY_STARTS, currencyOf } from './currencies.js';
import { decimalMarkOf } from './decimal-mark.js';
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
const BEFORE = new RegExp(`(?<![\\p{Lu}])(${CURRENCY_PATTERN})([ \\u00a0:.]{0,2}[-‐‑−–+(]?[ \\u00a0]?)$`, 'u');
const AFTER = new RegExp(`^([)\\-‐‑−–.,]{0,2}[ \\u00a0]?)(${CURRENCY_PATTERN})(?![\\p{L}])`, 'u');
const WINDOW = 14;
/** Signs that stand before the amount wherever they are used. */
const PREFIXED = new Set(['RM', 'Rp', 'Rs', 'Rs.', 'R', 'US$', 'R$', '$', '£', '₹', '₱', '₦', 'S$', 'A$', 'HK$']);
const IN_WORDS =
  /(?:dollars?|euros?|pounds?|francs?|rupees|ringgit|yen|only|hundred|thousand|million|billion|\p{L}+teen|\p{L}+ty)[\s,]*$/iu;

/** What may stand between a marker and its number, on either side. */
const BETWEEN_BEFORE = new Set(' \u00a0:.-‐‑−–+(');
const BETWEEN_AFTER = new Set(' \u00a0)-‐‑−–.,');

/** Whether a marker can end before a number; `Rs.` and its like end in what may also stand between. */
function mayEndBefore(text: string, start: number): boolean {
  for (let i = start - 1; i >= start - 4; i--) {
    const character = text[i] ?? '';
    if (!BETWEEN_BEFORE.has(character)) return CURRENCY_ENDS.has(character);
  }
  return true;
}

function mayStartAfter(text: string, end: number): boolean {
  for (let i = end; i <= end + 3; i++) {
    const character = text[i] ?? '';
    if (!BETWEEN_AFTER.has(character)) return CURRENCY_STARTS.has(character);
  }
  return true;
}

function markerBefore(text: string, numeral: RawNumeral, usedUntil: number): Marker | null {
  if (!mayEndBefore(text, numeral.start)) return null;
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
  if (!mayStartAfter(text, end)) return null;
  const [, gap, marker] = AFTER.exec(text.slice(end, end + WINDOW)) ?? [];
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

/** Accounting parentheses: `(100.00)`, `$(100)`, `($100)`. */
function inParentheses(text: string, start: number, end: number, numeral: RawNumeral): SignedSpan | null {
  const opensBefore = text[start - 1] === '(';
  const close = /^\s?\)/.exec(text.slice(end, end + 2));
  if (close === null || !(opensBefore || text.slice(start, numeral.start).includes('('))) return null;
  const open = opensBefore ? start - 1 : start;
  // `one hundred dollars ($100)` repeats an amount.
  const isRepeated = opensBefore && start < numeral.start && IN_WORDS.test(text.slice(Math.max(0, open - 24), open));
  return isRepeated ? { start, end, negative: false } : { start: open, end: end + close[0].length, negative: true };
}

/** Takes in minus signs on either side, accounting parentheses, and CR or DR. */
function signedSpan(text: string, start: number, end: number, numeral: RawNumeral): SignedSpan {
  const enclosed = inParentheses(text, start, end, numeral);
  if (enclosed !== null) return enclosed;
  const leading = /[-‐‑−]/.test(text[start - 1] ?? '') && !/[\p{L}\d.)]/u.test(text[start - 2] ?? '');
  const inner = /[-‐‑−–]/.test(text.slice(start, numeral.start));
  if (inner || leading) return { start: leading ? start - 1 : start, end, negative: true };
  const tail = text.slice(end, end + 4);
  const trailing = /^(?:[-‐‑−](?![\p{L}\d])|\s?(?:DR|Dr)\b)/u.exec(tail);
  if (trailing !== null) return { start, end: end + trailing[0].length, negative: true };
  const credit = /^\s?(?:CR|Cr)\b/.exec(tail);
  return { start, end: end + (credit?.[0].length ?? 0), negative: false };
}

const PART_OF_CODE = /[\p{L}_#]$|[\p{L}\d][-/:.]$/u;
const UNIT_OR_MORE_DIGITS = /^[\p{L}_]|^[/:-]\d|^\s?°/u;

/** Whether a numeral is an amount by itself: a currency, or two decimals and no neighbour that speaks against it. */
function isAmount(text: string, raw: RawNumeral, read: Numeral, left: Marker | null, right: Marker | null): boolean {
  if (left === null && right === null && read.decimals !== 2) return false;
  if (/^\s?[%％]/.test(text.slice(raw.end, raw.end + 2))) return false;
  if (left !== null) return true;
  if (PART_OF_CODE.test(text.slice(Math.max(0, raw.start - 2), raw.start))) return false;
  return right !== null || (read.decimals === 2 && !UNIT_OR_MORE_DIGITS.test(text.slice(raw.end, raw.end + 2)));
}

interface Reading {
  readonly mark: DecimalMark | null;
  readonly hint: string | null;
  /** The end of the amount before: its currency is not this one's. */
  readonly usedUntil: number;
}

function moneyAt(text: string, raw: RawNumeral, { mark, hint, usedUntil }: Reading): MoneyMatch | null {
  const read = readNumeral(raw.raw, mark, []);
  if (read === null) return null;
  const scale = scaleAt(text.slice(raw.end, raw.end + 16));
  const left = markerBefore(text, raw, usedUntil);
  const right = left ? null : markerAfter(text, raw.end + scale.length, read.decimals);
  if (!isAmount(text, raw, read, left, right)) return null;
  const marker = left ?? right;
  const { start, end, negative } = signedSpan(
    text,
    left?.start ?? raw.start,
    right?.end ?? raw.end + scale.length,
    raw,
  );
  const value = shiftDecimal(read.value, scale.places);
  return {
    start,
    end,
    value: negative ? `-${value}` : value,
    decimals: Math.max(0, read.decimals - scale.places),
    percent: false,
    currency: marker && currencyOf(marker.text, hint),
  };
}

/**
 * Amounts of money: numbers beside a currency sign, name or code, and numbers with exactly two decimals without one.
 * The span holds sign, currency and scale (`-$1.2 million`). A trailing DR is negative, CR is not.
 */
export function findMoney(text: string, options: MoneyOptions = {}): MoneyMatch[] {
  const numerals = scanNumerals(text);
  const mark = options.decimalMark ?? decimalMarkOf(text, numerals);
  const hint = options.currencyHint ?? null;
  const matches: MoneyMatch[] = [];
  for (const raw of numerals) {
    const money = moneyAt(text, raw, { mark, hint, usedUntil: matches.at(-1)?.end ?? 0 });
    if (money !== null) matches.push(money);
  }
  return matches;
}
