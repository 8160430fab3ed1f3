import type { MoneyMatch } from '@app/text';
import { amountsIn, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { heightOf } from '../domain/layout.js';
import { regionsOf, type Region } from '../domain/regions.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';
import { cents } from '../domain/values.js';
import { atLabels, type FieldAgent, type RegionReader } from './field-agent.js';
import { nameLists } from './name-lists.js';
import { foundMoney, readMoney } from './money-reader.js';
import { fromChange, type Tenders, tendersOf } from './tenders.js';
import { missingAmounts } from './missing-amounts.js';
import { ratedSums } from './rated-sums.js';
import { headerRowsOfItems } from './table-header.js';
import { summedTaxes } from './summed-taxes.js';
import { mentioned } from './mentions.js';
import { isToDate } from './to-date-columns.js';

/** Rows under an amount in which more of its column stand. */
const COLUMN_ROWS = 12;
const MORE_OF_COLUMN = 2;

/** True for an amount under a heading with more amounts below it: a line of a table, not what the table comes to. */
function isLineOfColumn(view: DocumentView, { cell, evidence }: Region): boolean {
  if (evidence !== 'label-below') return false;
  const rows = view.layout.rows.slice(cell.row + 1, cell.row + 1 + COLUMN_ROWS);
  const more = rows.filter((row) =>
    row.some(
      (other) =>
        other.page === cell.page &&
        Math.abs(other.rect.left - cell.rect.left) < 2 * heightOf(cell.rect) &&
        /^\W*\p{Sc}?\s?\d[\d.,]*(?:\s|$)/u.test(other.text),
    ),
  ).length;
  return more >= MORE_OF_COLUMN;
}

/** A number that is no amount: the first one, as it is printed. */
const readNumber =
  (view: DocumentView): RegionReader =>
  (region) => {
    const number = amountsIn(view, region.start, region.end).find((one) => one.start >= region.start);
    const lead = number && number.start - region.start <= 4 ? 1 : 0.8;
    return number ? [{ ...foundMoney(view, number, lead), value: number.value }] : [];
  };

/** Weighs the amounts right of one label: the further right, the more it is the sum of its row. */
function preferLastOfRow(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => {
    const beyond = candidates.some(
      (other) =>
        other.evidence === 'label-right' &&
        candidate.evidence === 'label-right' &&
        other.start > candidate.end &&
        other.start - candidate.end < 60 &&
        other.score < candidate.score &&
        candidate.score - other.score < 0.06,
    );
    return beyond ? { ...candidate, score: candidate.score - 0.07 } : candidate;
  });
}

/** Extra weight of a total that the payment confirms: given minus change, or another total after rounding. */
export function confirmTotals(tenders: Tenders, candidates: readonly Candidate[]): Candidate[] {
  const { paid, change } = tenders;
  const rounding = tenders.rounding.filter((value) => value !== 0 && Math.abs(value) < 100);
  const values = new Set(candidates.map((candidate) => cents(candidate.value)));
  return candidates.map((candidate) => {
    const value = cents(candidate.value);
    if (value <= 0) return candidate;
    const given = paid.some((sum) => change.some((back) => sum - Math.abs(back) === value && back !== 0))
      ? 0.25
      : paid.includes(value)
        ? 0.1
        : 0;
    const rounded = rounding.some((by) => values.has(value - by) || values.has(value + Math.abs(by))) ? 0.12 : 0;
    const unrounded = rounding.some((by) => values.has(value + by) && !values.has(value - by)) ? -0.12 : 0;
    return { ...candidate, score: candidate.score + given + rounded + unrounded };
  });
}

/** Where no label says "total", the sum before tax or the amount due may be the only one. */
function borrowed(view: DocumentView, field: FieldSpec, concept: Concept, weight: number): Candidate[] {
  const other = view.schema.fields.find((one) => one.concept === concept);
  if (!other) return [];
  return atLabels(view, other, readMoney(view), 'last').map((candidate) => ({
    ...candidate,
    field: field.name,
    score: candidate.score * weight,
  }));
}

/** A total is not below several other amounts, and seldom nothing. */
function plausibleTotals(view: DocumentView, candidates: readonly Candidate[]): Candidate[] {
  const amounts = view.amounts
    .filter((amount) => amount.decimals === 2 && !amount.percent)
    .map((amount) => Math.abs(cents(amount.value)));
  return candidates.map((candidate) => {
    const value = Math.abs(cents(candidate.value));
    const larger = new Set(amounts.filter((amount) => amount > value * 1.02 && amount < value * 1000)).size;
    const penalty = value === 0 ? 0.35 : larger >= 4 ? 0.2 : larger === 3 ? 0.12 : 0;
    return { ...candidate, score: candidate.score - penalty };
  });
}

/** Without any label the largest amount with cents is the likeliest total. */
function largest(view: DocumentView, field: FieldSpec): Candidate[] {
  const amounts = view.amounts.filter(
    (amount) => amount.decimals === 2 && !amount.percent && Math.abs(Number(amount.value)) < 1e9,
  );
  const top = amounts.reduce<MoneyMatch | null>(
    (best, amount) => (best && Number(best.value) >= Number(amount.value) ? best : amount),
    null,
  );
  if (!top) return [];
  const { fit, ...found } = foundMoney(view, top, 1);
  return [{ field: field.name, ...found, score: 0.3 * fit, evidence: 'position', agent: 'money' }];
}

const CURRENCY_MARKS: Readonly<Record<string, readonly string[]>> = {
  EUR: ['€', 'EUR', 'Euro'],
  USD: ['US$', 'USD', '$', 'Dollars'],
  GBP: ['£', 'GBP'],
  MYR: ['RM', 'MYR'],
  INR: ['₹', 'Rs', 'INR'],
  JPY: ['¥', 'JPY'],
  CHF: ['CHF', 'Fr.'],
  ...Object.fromEntries(['AUD', 'CAD', 'NZD', 'SGD', 'HKD'].map((code) => [code, ['$']])),
};

/** The document's currency, where its sign or code first stands. */
function printedCurrency(view: DocumentView, field: FieldSpec): Candidate[] {
  const code = view.currency;
  if (!code) return [];
  const labelled = (view.byField.get(field.name) ?? [])
    .flatMap(({ hit }) => regionsOf(view.layout, hit, view.byCell).slice(0, 2))
    .find((region) => view.text.slice(region.start, region.start + code.length) === code);
  if (labelled)
    return [
      {
        field: field.name,
        value: code,
        raw: code,
        start: labelled.start,
        end: labelled.start + code.length,
        score: 0.95,
        evidence: labelled.evidence,
        agent: 'money',
      },
    ];
  const at = [code, ...(CURRENCY_MARKS[code] ?? [])]
    .map((mark) => ({ mark, index: markAt(view.text, mark) }))
    .find(({ index }) => index >= 0);
  return at
    ? [
        {
          field: field.name,
          value: code,
          raw: at.mark,
          start: at.index,
          end: at.index + at.mark.length,
          score: 0.85,
          evidence: 'pattern',
          agent: 'money',
        },
      ]
    : [];
}

/** A sign anywhere, a code or word only between other characters than letters. */
function markAt(text: string, mark: string): number {
  if (!/^\p{L}/u.test(mark)) return text.indexOf(mark);
  const match = new RegExp(`(?<!\\p{L})${mark.replace('.', '\\.').replace('$', '\\$')}(?!\\p{L})`, 'u').exec(text);
  return match?.index ?? -1;
}

/** Amounts: at their labels, confirmed by what was paid. */
export const moneyAgent: FieldAgent = {
  family: 'money',
  find(view, fields) {
    const headings = headerRowsOfItems(view);
    const candidates = fields
      .filter((field) => field.type !== 'list')
      .flatMap((field) => {
        if (field.concept === 'currency') return printedCurrency(view, field);
        if (field.type === 'number') return atLabels(view, field, readNumber(view));
        const total = field.concept === 'total';
        const read = readMoney(view);
        const reader: RegionReader = (region, { cell }) =>
          (region.evidence === 'label-below' && headings.has(cell.row) ? [] : read(region)).map((one) =>
            (total && isLineOfColumn(view, region)) || isToDate(view, region) ? { ...one, fit: one.fit * 0.75 } : one,
          );
        const own = preferLastOfRow(atLabels(view, field, reader, 'last'));
        if (field.concept === 'tax') return [...own, ...summedTaxes(view, field, own)];
        if (!total) return [...own, ...mentioned(view, field)];
        const related = [...borrowed(view, field, 'subtotal', 0.6), ...borrowed(view, field, 'due', 0.8)];
        const tenders = tendersOf(view);
        const other = [...largest(view, field), ...fromChange(view, field, tenders)];
        return plausibleTotals(view, confirmTotals(tenders, [...own, ...related, ...other]));
      });
    const unlabelled = [...missingAmounts(view, candidates), ...ratedSums(view, candidates)];
    return { candidates: [...candidates, ...unlabelled], lists: nameLists(view, fields) };
  },
};
