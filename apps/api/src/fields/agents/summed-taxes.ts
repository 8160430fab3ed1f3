import type { MoneyMatch } from '@app/text';
import type { DocumentView } from '../domain/document-view.js';
import type { FieldSpec } from '../../schemas/index.js';
import type { Candidate } from '../domain/field-model.js';
import { cents, moneyString } from '../domain/values.js';
import { taxBreakdown } from './tax-breakdown.js';

/** More rates than any country has. */
const MOST_RATES = 6;
/** How far around an amount of tax its rate may stand. */
const REACH = 40;
/** One rate of several is never the tax of the whole, however often it is printed (`AGREEMENT` in merge.ts). */
const AHEAD = 0.15;
/** Without proof only the sum of the whole tells. */
const BEHIND = -0.03;
/** Where no label helps. */
const LEAST_SCORE = 0.7;
const RATE = /(\d{1,2}(?:[.,]\d{1,2})?)\s?%/;

/** The rate that is printed in the line of an amount. */
function rateOf(view: DocumentView, { start, end }: Candidate): string | undefined {
  const before = view.text.slice(Math.max(0, start - REACH), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return RATE.exec(line)?.[1] ?? RATE.exec(view.text.slice(end, end + 8))?.[1];
}

/** True where a tax is its rate of an amount that is printed too: nothing else on a page is that by chance. */
function isOfBase(amounts: ReadonlySet<number>, { value }: Candidate, rate: number): boolean {
  const base = Math.round((cents(value) * 100) / rate);
  const slack = Math.ceil(100 / rate);
  for (let at = base - slack; at <= base + slack; at++) if (amounts.has(at)) return true;
  return false;
}

/** Taxes at labels that have a rate in their line, one for each rate. */
function labelledTaxes(view: DocumentView, candidates: readonly Candidate[]): { parts: Part[]; proven: boolean } {
  const printed = new Set(view.amounts.filter(({ decimals }) => decimals === 2).map(({ value }) => cents(value)));
  const byRate = new Map<number, { readonly part: Candidate; readonly proven: boolean }>();
  for (const part of candidates.toSorted((a, b) => b.score - a.score)) {
    const rate = Number(rateOf(view, part)?.replace(',', '.') ?? 0);
    if (rate === 0 || cents(part.value) === 0) continue;
    const proven = isOfBase(printed, part, rate);
    if (!byRate.has(rate) || (proven && !byRate.get(rate)?.proven)) byRate.set(rate, { part, proven });
  }
  const found = [...byRate.values()];
  return { parts: found.map(({ part }) => part), proven: found.every(({ proven }) => proven) };
}

type Part = Pick<Candidate, 'start' | 'end' | 'value'>;

/** Where a sum of parts is printed too, nearest to the last of them: a minus may stand apart from its amount. */
function printedSum(view: DocumentView, sum: number, last: Part): MoneyMatch | null {
  const away = ({ start }: MoneyMatch): number => Math.abs(start - last.end);
  return view.amounts
    .filter(({ decimals, percent, value }) => decimals === 2 && !percent && Math.abs(cents(value)) === Math.abs(sum))
    .reduce<MoneyMatch | null>((best, one) => (best && away(best) <= away(one) ? best : one), null);
}

/** The place of a sum: where it is printed, else that of its parts, which is no proof of it. */
function placeOf(view: DocumentView, sum: number, parts: readonly Part[], last: Part) {
  const printed = printedSum(view, sum, last);
  const stretches = (printed ? [printed] : parts).map(({ start, end }) => ({ start, end }));
  return {
    raw: stretches.map(({ start, end }) => view.text.slice(start, end)).join(' + '),
    start: stretches[0]?.start ?? last.start,
    end: stretches.at(-1)?.end ?? last.end,
    parts: stretches,
    evidence: printed ? ('pattern' as const) : ('computed' as const),
  };
}

/**
 * Invoices with several rates print a tax for each and often no sum: those of a table of rates, or those that stand at tax labels
 * beside different rates, added up. Nothing where there are fewer than two.
 */
export function summedTaxes(view: DocumentView, field: FieldSpec, candidates: readonly Candidate[]): Candidate[] {
  const listed = taxBreakdown(view).map(({ tax }) => tax);
  const { parts: found, proven } =
    listed.length > 1 ? { parts: listed, proven: true } : labelledTaxes(view, candidates);
  const parts = found.toSorted((a, b) => a.start - b.start);
  const last = parts.at(-1);
  if (!last || parts.length < 2 || parts.length > MOST_RATES) return [];
  const sum = parts.reduce((all, { value }) => all + cents(value), 0);
  const best = Math.max(LEAST_SCORE, ...candidates.map(({ score }) => score));
  return [
    {
      field: field.name,
      value: moneyString((sum / 100).toFixed(2)),
      currency: view.currency,
      ...placeOf(view, sum, parts, last),
      score: best + (proven ? AHEAD : BEHIND),
      agent: 'money',
    },
  ];
}
