import type { MoneyMatch } from '@app/text';
import { amountsIn, type DocumentView } from '../domain/document-view.js';
import type { Cell } from '../domain/layout.js';
import { cents } from '../domain/values.js';

/** The tax of one rate, with the amount that it is taken of beside it. */
export interface RatedTax {
  readonly rate: number;
  readonly tax: MoneyMatch;
}

/** Rates of value added and sales taxes lie between these. */
const LEAST_RATE = 0.5;
const MOST_RATE = 40;
/** Rows with more numbers are those of items. */
const MOST_NUMBERS = 7;
const MOST_ROWS = 3_000;
/** Below this many cents any rate gives the same tax. */
const LEAST_TAX = 5;

const isMoney = ({ decimals, percent }: MoneyMatch): boolean => decimals === 2 && !percent;

/** The tax in a row that prints an amount, a rate and that rate of the amount, in whatever order and under whatever headings. */
function ratedTax(numbers: readonly MoneyMatch[]): RatedTax | null {
  const rates = numbers.filter(({ value }) => Number(value) >= LEAST_RATE && Number(value) <= MOST_RATE);
  for (const { value, start } of rates) {
    const rate = Number(value);
    for (const base of numbers.filter(isMoney))
      for (const tax of numbers.filter(isMoney)) {
        if (base === tax || start === base.start || start === tax.start) continue;
        const exact = (cents(base.value) * rate) / 100;
        if (Math.abs(cents(tax.value)) >= LEAST_TAX && Math.abs(exact - cents(tax.value)) <= 1) return { rate, tax };
      }
  }
  return null;
}

function numbersOf(view: DocumentView, row: readonly Cell[]): MoneyMatch[] {
  const found = row.flatMap((cell) => amountsIn(view, cell.start, cell.end));
  return [...new Map(found.map((number) => [number.start, number])).values()];
}

/** The taxes by rate that a table of rates lists; nothing where a rate comes twice, as in a table of items. */
export function taxBreakdown(view: DocumentView): RatedTax[] {
  const found = view.layout.rows.slice(0, MOST_ROWS).flatMap((row) => {
    const numbers = numbersOf(view, row);
    return numbers.length >= 3 && numbers.length <= MOST_NUMBERS ? (ratedTax(numbers) ?? []) : [];
  });
  const distinct = new Set(found.map(({ rate }) => rate)).size;
  return distinct === found.length ? found : [];
}
