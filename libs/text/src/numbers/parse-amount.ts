import type { DecimalMark } from '../text-model.js';
import { CURRENCY_PATTERN } from './currencies.js';
import { readNumeral, shiftDecimal } from './numeral.js';
import { scaleAt } from './scale.js';

const CURRENCY = new RegExp(`(?<!\\p{L})(?:${CURRENCY_PATTERN})(?!\\p{L})`, 'giu');
const DIGITS = /\d(?:[\d.,'’\s]*\d)?/;
const LONGEST = 60;

/**
 * One amount as a plain decimal string with its decimals as written (`RM 1,234.50` gives `1234.50`), or null where
 * `raw` is not exactly one amount. Signs: leading or trailing minus, parentheses, DR.
 */
export function parseAmount(raw: string, options: { readonly decimalMark?: DecimalMark } = {}): string | null {
  if (raw.length > LONGEST) return null;
  const bare = raw.replace(CURRENCY, ' ').trim();
  const match = DIGITS.exec(bare.startsWith('.') ? `0${bare}` : bare);
  if (match === null) return null;
  const source = match.input;
  const after = source.slice(match.index + match[0].length);
  const scale = scaleAt(after);
  const before = source.slice(0, match.index);
  const rest = after.slice(scale.length);
  if (!/^[\s(+\-−–:=]*$/.test(before) || !/^[\s).,\-−–—]*(?:CR|DR)?\.?\s*$/i.test(rest)) return null;
  const numeral = readNumeral(match[0], options.decimalMark ?? null, []);
  if (numeral === null) return null;
  const value = scale.places > 0 ? shiftDecimal(numeral.value, scale.places) : numeral.value;
  // `120.-` and `120,-` are whole amounts, `120-` is negative.
  const trailing = /^\s*[-−–]\s*$/.test(rest) || /DR/i.test(rest);
  const negative = /[-−–]/.test(before) || trailing || (before.includes('(') && rest.includes(')'));
  return negative ? `-${value}` : value;
}
