import type { DecimalMark } from '../text-model.js';
import { CURRENCY_PATTERN } from './currencies.js';
import { readNumeral, shiftDecimal } from './numeral.js';
import { scaleAt } from './scale.js';

const CURRENCY = new RegExp(`(?<!\\p{L})(?:${CURRENCY_PATTERN})(?!\\p{L})`, 'giu');
const DIGITS = /\d(?:[\d.,'’\s]*\d)?/;
const LONGEST = 60;

const OPENING = /^[\s(+\-‐‑−–:=]*$/;
const CLOSING = /^[\s).,\-‐‑−–—]*(?:CR|DR)?\.?\s*$/i;

/** `120.-` and `120,-` are whole amounts, `120-` is negative. */
const isNegative = (before: string, after: string): boolean =>
  /[-‐‑−–]/.test(before) ||
  /^\s*[-‐‑−–]\s*$/.test(after) ||
  /DR/i.test(after) ||
  (before.includes('(') && after.includes(')'));

/**
 * One amount as a plain decimal string with its decimals as written (`RM 1,234.50` gives `1234.50`), or null where
 * `raw` is not exactly one amount. Signs: leading or trailing minus, parentheses, DR.
 */
export function parseAmount(raw: string, options: { readonly decimalMark?: DecimalMark } = {}): string | null {
  if (raw.length > LONGEST) return null;
  const bare = raw.replace(CURRENCY, ' ').trim().replace(/^\./, '0.');
  const match = DIGITS.exec(bare);
  if (match === null) return null;
  const before = bare.slice(0, match.index);
  const after = bare.slice(match.index + match[0].length);
  const scale = scaleAt(after);
  const rest = after.slice(scale.length);
  if (!OPENING.test(before) || !CLOSING.test(rest)) return null;
  const numeral = readNumeral(match[0], options.decimalMark ?? null, []);
  if (numeral === null) return null;
  const value = shiftDecimal(numeral.value, scale.places);
  return isNegative(before, rest) ? `-${value}` : value;
}
