import type { MoneyMatch } from '@app/text';
import type { Concept } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { cents, moneyString } from '../domain/values.js';
import { foundMoney } from './money-reader.js';

/** Rates of value added and sales taxes lie between these. */
const LEAST_RATE = 0.5;
const MOST_RATE = 40;
/** Below this many cents any rate gives the same tax. */
const LEAST_TAX = 50;
/** A document with more amounts or rates is a table, where such sums are those of rows. */
const MOST_AMOUNTS = 300;
const MOST_RATES = 30;
/** Taxes are rounded to the cent. */
const ROUNDING = 0.51;
/** Behind a sure label, and before all others. */
const SCORE = 0.78;
const NAMED = 0.75;

/** What a tax is taken of, the tax, and both together; in cents. */
interface RatedSum {
  readonly rate: number;
  readonly tax: number;
  readonly total: number;
}

const isMoney = ({ decimals, percent }: MoneyMatch): boolean => decimals === 2 && !percent;
/** Without a sign: what a price contains may stand in brackets, and credit notes are negative throughout. */
const sizeOf = ({ value }: MoneyMatch): number => Math.abs(cents(value));
const isTaxRate = ({ percent, value }: MoneyMatch): boolean =>
  percent && Number(value) >= LEAST_RATE && Number(value) <= MOST_RATE;

/** What is not taxed is part of the whole, and of no tax. */
const isUntaxed = ({ percent, value }: MoneyMatch): boolean => percent && Number(value) === 0;

/** Is the tax that rate of what the total leaves, to the cent? */
const isTaxOf = (total: number, rate: number, tax: number): boolean =>
  tax >= LEAST_TAX && Math.abs((total * rate) / (100 + rate) - tax) <= ROUNDING;

/** The sums that an amount beside a rate belongs to, as the tax or as the total. */
function sumsWith(amount: number, rate: number, printed: readonly number[]): RatedSum[] {
  const asTax = printed.filter((total) => isTaxOf(total, rate, amount)).map((total) => ({ rate, tax: amount, total }));
  const asTotal = printed.filter((tax) => isTaxOf(amount, rate, tax)).map((tax) => ({ rate, tax, total: amount }));
  return [...asTax, ...asTotal];
}

/**
 * A tax and the total that holds it, with the rate in the line of one of them: on a page that is hardly by chance, whatever the
 * labels say. The largest, where it is of the only rate; with several rates none of them is the whole.
 */
function ratedSum({ amounts, text }: DocumentView): RatedSum | null {
  const money = amounts.filter(isMoney);
  const rates = amounts.filter(isTaxRate);
  if (money.length > MOST_AMOUNTS || rates.length > MOST_RATES || amounts.some(isUntaxed)) return null;
  const printed = [...new Set(money.map(sizeOf))];
  const sums = rates.flatMap((rate) => {
    const from = text.lastIndexOf('\n', rate.start) + 1;
    const next = text.indexOf('\n', rate.end);
    const beside = money.filter(({ start }) => start >= from && (next < 0 || start < next));
    return beside.flatMap((amount) => sumsWith(sizeOf(amount), Number(rate.value), printed));
  });
  if (new Set(sums.map(({ rate }) => rate)).size !== 1) return null;
  return sums.reduce<RatedSum | null>((best, one) => (best && best.total >= one.total ? best : one), null);
}

/** Papers that ask for money; tills round what is paid, and list what was sold at each rate. */
const asksForMoney = ({ schema }: DocumentView): boolean => schema.fields.some(({ concept }) => concept === 'due');

/** True where a label names the total: it may hold more than what is taxed. */
const isNamed = ({ schema }: DocumentView, candidates: readonly Candidate[]): boolean => {
  const total = schema.fields.find(({ concept }) => concept === 'total')?.name;
  return candidates.some(
    ({ field, evidence, score }) => field === total && evidence.startsWith('label') && score >= NAMED,
  );
};

/** Candidates for subtotal, tax and total of an invoice whose total no label names for sure. */
export function ratedSums(view: DocumentView, candidates: readonly Candidate[]): Candidate[] {
  const sum = asksForMoney(view) && !isNamed(view, candidates) ? ratedSum(view) : null;
  if (!sum) return [];
  const placeOf = (size: number): MoneyMatch | undefined =>
    view.amounts.findLast((one) => isMoney(one) && sizeOf(one) === size);
  const sign = Number(placeOf(sum.total)?.value) < 0 ? '-' : '';
  const parts: readonly (readonly [Concept, number])[] = [
    ['subtotal', sum.total - sum.tax],
    ['tax', sum.tax],
    ['total', sum.total],
  ];
  return parts.flatMap(([concept, size]): Candidate[] => {
    const field = view.schema.fields.find((one) => one.concept === concept);
    const place = placeOf(size);
    if (!field || !place) return [];
    const { fit: _fit, ...found } = foundMoney(view, place, 1);
    const value = `${sign}${moneyString((size / 100).toFixed(2))}`;
    return [{ field: field.name, ...found, value, score: SCORE, evidence: 'pattern', agent: 'money' }];
  });
}
