import { within, type DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow, ListCandidate } from '../domain/field-model.js';
import { below, rightOf, type Cell } from '../domain/layout.js';
import type { FieldSpec } from '../../schemas/index.js';
import { moneyString } from '../domain/values.js';

/** "1 Rents", "7a Other income": the number of a box and what it holds. */
const BOX = /^\s*(\d{1,2}[a-z]?)[.)]?\s+(\p{L}[^$€£\d]{3,80})/u;

/** A number in its own cell and its label in the next read as one. */
function boxText(view: DocumentView, cell: Cell): { readonly text: string; readonly last: Cell } {
  const next = /^\s*\d{1,2}[a-z]?[.)]?\s*$/.test(cell.text) ? rightOf(view.layout, cell)[0] : undefined;
  return next ? { text: view.text.slice(cell.start, next.end), last: next } : { text: cell.text, last: cell };
}

/** The cell beside a label, where it holds nothing but an amount. */
function amountBeside(view: DocumentView, cell: Cell): Cell[] {
  const next = rightOf(view.layout, cell)[0];
  return next && !/\p{L}{4}/u.test(next.text) && /\d/.test(next.text) ? [next] : [];
}

function amountNear(
  view: DocumentView,
  cell: Cell,
  from: number,
): { value: string; start: number; end: number; currency: string | null } | null {
  const places = [
    { start: from, end: cell.end },
    ...amountBeside(view, cell),
    ...below(view.layout, cell, 2).slice(0, 2),
  ];
  for (const place of places) {
    if (place !== places[0] && BOX.test(view.text.slice(place.start, place.end))) return null;
    const amount = within(view.amounts, place.start, place.end).find((one) => !one.percent);
    if (amount)
      return {
        value: moneyString(amount.value),
        start: amount.start,
        end: amount.end,
        currency: amount.currency ?? view.currency,
      };
  }
  return null;
}

type Columns = readonly [box: FieldSpec, label: FieldSpec, amount: FieldSpec];

function columnsOf(field: FieldSpec): Columns | null {
  const [box, label, amount] = ['box', 'label', 'amount'].map((name) =>
    field.fields?.find((column) => column.name === name),
  );
  return box && label && amount ? [box, label, amount] : null;
}

function rowOf(
  view: DocumentView,
  [box, label, amount]: Columns,
  cell: Cell,
): { number: string; row: CandidateRow } | null {
  const { text: printedBox, last } = boxText(view, cell);
  const match = BOX.exec(printedBox);
  const [whole = '', number = '', text = ''] = match ?? [];
  const value = match ? amountNear(view, last, cell.start + whole.length) : null;
  if (!value) return null;
  const make = (spec: FieldSpec, printed: string, start: number, end: number): Candidate => ({
    field: spec.name,
    value: printed,
    raw: view.text.slice(start, end),
    currency: spec === amount ? value.currency : null,
    start,
    end,
    score: 0.75,
    evidence: 'table',
    agent: 'line-items',
  });
  const at = cell.start + whole.indexOf(number);
  const from = cell.start + whole.indexOf(text, whole.indexOf(number) + number.length);
  const name = text.trim();
  const cells = [
    make(box, number, at, at + number.length),
    make(label, name, from, from + name.length),
    make(amount, value.value, value.start, value.end),
  ];
  return { number, row: { cells } };
}

/** The filled boxes of a form: number, label, amount. Each number once. */
export function boxedAmounts(view: DocumentView, field: FieldSpec): ListCandidate[] {
  const columns = columnsOf(field);
  if (!columns) return [];
  const rows = new Map<string, CandidateRow>();
  for (const cell of view.layout.cells.slice(0, 6_000)) {
    const found = rowOf(view, columns, cell);
    if (found && !rows.has(found.number)) rows.set(found.number, found.row);
  }
  return rows.size > 0 ? [{ field: field.name, rows: [...rows.values()], score: 0.7, agent: 'line-items' }] : [];
}
