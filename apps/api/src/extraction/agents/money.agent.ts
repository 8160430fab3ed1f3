import type { MoneyMatch } from '@app/text';
import { amountsIn, within, type DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { buildLabelBook, findLabels } from '../domain/labels.js';
import { heightOf } from '../domain/layout.js';
import { labelsByCell, regionsOf, type Region } from '../domain/regions.js';
import type { Concept, FieldSpec } from '../../schemas/index.js';
import { cents, moneyString } from '../domain/values.js';
import { atLabels, type FieldAgent, type Found, type RegionReader } from './field-agent.js';
import { nameLists } from './name-lists.js';

/** How much a number looks like an amount of money: by its decimals, or by a currency beside it. */
function moneyFit(amount: MoneyMatch): number {
  if (amount.percent || Math.abs(Number(amount.value)) >= 1e12) return 0;
  if (amount.decimals === 2) return 1;
  if (amount.currency) return 0.97;
  return amount.decimals === 0 ? 0.7 : amount.decimals <= 4 ? 0.75 : 0.3;
}

export function foundMoney(view: DocumentView, amount: MoneyMatch, fit: number): Found {
  return {
    value: moneyString(amount.value),
    raw: view.text.slice(amount.start, amount.end),
    start: amount.start,
    end: amount.end,
    fit,
    currency: amount.currency ?? view.currency,
  };
}

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

/** In a row of amounts the last one is what the row comes to. */
function readMoney(view: DocumentView) {
  return (region: Region): Found[] => {
    const amounts = amountsIn(view, region.start, region.end).filter((amount) => moneyFit(amount) > 0);
    const dates = within(view.dates, region.start, region.end);
    const free = amounts.filter((amount) => !dates.some((date) => amount.start < date.end && amount.end > date.start));
    const words = view.text.slice(region.start, region.end).replace(/[^\p{L}]/gu, '').length;
    const prose = words > 25 ? 0.75 : 1;
    return free.map((amount, index) =>
      foundMoney(view, amount, moneyFit(amount) * prose * (1 - 0.05 * (free.length - 1 - index))),
    );
  };
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

const tenderField = (name: string, labels: readonly string[]): FieldSpec => ({
  name,
  type: 'money',
  family: 'money',
  labels: { en: labels },
});
const TENDER_FIELDS = [
  tenderField('paid', [
    'cash',
    'cash received',
    'cash tendered',
    'amount tendered',
    'tendered',
    'tender',
    'paid',
    'amount paid',
    'payment',
    'visa',
    'mastercard',
    'credit card',
    'debit card',
    'card',
    'bar',
    'gegeben',
    'especes',
    'efectivo',
    'contanti',
    'contant',
    'total payment',
    'total tendered',
  ]),
  tenderField('change', [
    'change',
    'change due',
    'rückgeld',
    'zurück',
    'rendu',
    'monnaie rendue',
    'cambio',
    'resto',
    'troco',
    'wisselgeld',
    'balance change',
  ]),
  tenderField('rounding', [
    'rounding',
    'rounding adj',
    'rounding adjustment',
    'round adj',
    'total rounding',
    'rounding amount',
    'rundung',
    'arrondi',
    'redondeo',
    'arrotondamento',
    'afronding',
    'bill rounding',
    'adjustment',
    'rounding amt',
    'round off',
    'rounding adjustments',
    'roundings',
  ]),
];
const TENDER_BOOK = buildLabelBook(TENDER_FIELDS);

/** Amounts of the way a total was paid: what was given, what came back, how the total was rounded. */
function tenders(view: DocumentView): ReadonlyMap<string, readonly number[]> {
  const hits = findLabels(view.layout, TENDER_BOOK);
  const byCell = labelsByCell(hits);
  const read = readMoney(view);
  const amounts = new Map<string, number[]>();
  for (const hit of hits.slice(0, 40)) {
    const name = hit.fields[0] ?? '';
    const found = regionsOf(view.layout, hit, byCell)
      .filter((region) => region.evidence !== 'label-below')
      .flatMap((region) => read(region))
      .find((one) => one.fit >= 0.7);
    if (found) amounts.set(name, [...(amounts.get(name) ?? []), cents(found.value)]);
  }
  return amounts;
}

/** Extra weight of a total that the payment confirms: given minus change, or another total after rounding. */
export function confirmTotals(view: DocumentView, candidates: readonly Candidate[]): Candidate[] {
  const amounts = tenders(view);
  const paid = amounts.get('paid') ?? [];
  const change = amounts.get('change') ?? [];
  const rounding = (amounts.get('rounding') ?? []).filter((value) => value !== 0 && Math.abs(value) < 100);
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
    const candidates = fields
      .filter((field) => field.type !== 'list')
      .flatMap((field) => {
        if (field.concept === 'currency') return printedCurrency(view, field);
        if (field.type === 'number') return atLabels(view, field, readNumber(view));
        const total = field.concept === 'total';
        const read = readMoney(view);
        const reader: RegionReader = (region) =>
          read(region).map((one) => (total && isLineOfColumn(view, region) ? { ...one, fit: one.fit * 0.75 } : one));
        const own = preferLastOfRow(atLabels(view, field, reader, 'last'));
        if (!total) return own;
        const related = [...borrowed(view, field, 'subtotal', 0.6), ...borrowed(view, field, 'due', 0.8)];
        return plausibleTotals(view, confirmTotals(view, [...own, ...related, ...largest(view, field)]));
      });
    return { candidates, lists: nameLists(view, fields) };
  },
};
