import type { DecimalMark } from '../text-model.js';
import { scanNumerals, type RawNumeral } from './numeral.js';

/** The decimal mark one numeral proves, with a weight: two kinds of separators prove more than two decimals. */
function vote(raw: string): { mark: DecimalMark; weight: number } | null {
  const point = raw.lastIndexOf('.');
  const comma = raw.lastIndexOf(',');
  if (point >= 0 && comma >= 0) return { mark: point > comma ? '.' : ',', weight: 3 };
  const single = /^\d+([.,])(\d+)$/.exec(raw.replace(/['’\s]/g, ''));
  if (single === null) {
    if (/^\d{1,3}(?:,\d{3}){2,}$/.test(raw)) return { mark: '.', weight: 2 };
    return /^\d{1,3}(?:\.\d{3}){2,}$/.test(raw) ? { mark: ',', weight: 2 } : null;
  }
  const tail = single[2]?.length ?? 0;
  const mark: DecimalMark = single[1] === ',' ? ',' : '.';
  if (tail === 2) return { mark, weight: 2 };
  return tail === 3 ? null : { mark, weight: 0.5 };
}

/** The decimal mark that the numbers of a text agree on, or null where none of them tells (`1.234`, `1,234`, `12`). */
export const inferDecimalMark = (text: string): DecimalMark | null => decimalMarkOf(text, scanNumerals(text));

/** As `inferDecimalMark`, over numerals that were found already. */
export function decimalMarkOf(text: string, numerals: readonly RawNumeral[]): DecimalMark | null {
  const weights = { '.': 0, ',': 0 };
  for (const { raw, start, end } of numerals) {
    if (!raw.includes('.') && !raw.includes(',')) continue;
    // Dates, times and versions (12.03, 10.30 Uhr, 2.1) have neighbours that amounts do not have.
    if (/[\p{L}\d/:-]/u.test(text[start - 1] ?? '') || /[\d/:]/.test(text[end] ?? '')) continue;
    const counted = vote(raw);
    if (counted) weights[counted.mark] += counted.weight;
  }
  if (weights['.'] === weights[',']) return null;
  return weights['.'] > weights[','] ? '.' : ',';
}
