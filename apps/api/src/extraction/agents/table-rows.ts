import type { MoneyMatch } from '@app/text';
import { amountsIn, within, type DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow } from '../domain/field-model.js';
import { heightOf, type Cell, type Rect } from '../domain/layout.js';
import type { FieldSpec } from '../../schemas/index.js';
import { findAmounts, moneyString } from '../domain/values.js';
import { isBalanceRow, isSumRow, isSummaryRow, type PlacedCell } from './summary-rows.js';
import type { TableColumn, TableHeader } from './table-header.js';

/** Values of one row while it is read. */
type Draft = Map<string, Candidate>;

const overlap = (a: Rect, b: Rect): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** The column that a cell stands under; null where it stands under none. */
function columnOf(cell: Cell, columns: readonly TableColumn[], numeric: boolean): TableColumn | null {
  const height = heightOf(cell.rect);
  let best: TableColumn | null = null;
  let least = Infinity;
  for (const column of columns) {
    const isText =
      column.field.type === 'string' && column.field.name !== 'taxRate' && column.field.name !== 'productCode';
    const distance = -Math.min(overlap(cell.rect, column.rect), numeric ? 2 * height : Infinity);
    const edges = Math.min(Math.abs(cell.rect.right - column.rect.right), Math.abs(cell.rect.left - column.rect.left));
    const penalty = numeric === isText ? 6 * height : 0;
    const cost = distance + 0.5 * edges + penalty;
    if (cost < least && distance < (numeric ? 4 : 10) * height) {
      best = column;
      least = cost;
    }
  }
  return best;
}

function amountIn(view: DocumentView, cell: Cell): MoneyMatch | null {
  const found = amountsIn(view, cell.start, cell.end)[0];
  if (found) return found;
  // What follows a cell in the text may be another row, whose first word was taken for a part of the amount.
  const alone = findAmounts(cell.text)[0];
  return alone ? { ...alone, start: cell.start + alone.start, end: cell.start + alone.end } : null;
}

const candidate = (field: FieldSpec, value: string, raw: string, start: number, end: number): Candidate => ({
  field: field.name,
  value,
  raw,
  start,
  end,
  score: 0.8,
  evidence: 'table',
  agent: 'line-items',
});

function readNumeric(
  view: DocumentView,
  field: FieldSpec,
  cell: Cell,
  draft: Draft,
  unit: FieldSpec | undefined,
): boolean {
  const amount = amountIn(view, cell);
  if (!amount || (amount.percent && field.type === 'money')) return false;
  const raw = view.text.slice(amount.start, amount.end);
  const value = field.type === 'money' ? moneyString(amount.value) : amount.value;
  draft.set(field.name, {
    ...candidate(field, value, raw, amount.start, amount.end),
    currency: field.type === 'money' ? (amount.currency ?? view.currency) : null,
  });
  const rest = /^\s*(\p{L}[\p{L}.()]{0,9})$/u.exec(view.text.slice(amount.end, cell.end));
  if (unit && rest?.[1] && field.name === 'quantity')
    draft.set(unit.name, candidate(unit, rest[1], rest[1], cell.end - rest[1].length, cell.end));
  return true;
}

function extend(draft: Draft, field: FieldSpec, cell: Cell, view: DocumentView): void {
  const old = draft.get(field.name);
  const text = cell.text.replace(/\s+/g, ' ').trim();
  if (!old) draft.set(field.name, candidate(field, text, cell.text, cell.start, cell.end));
  else if (old.value.length < 300)
    draft.set(field.name, {
      ...old,
      value: `${old.value} ${text}`,
      raw: view.text.slice(Math.min(old.start, cell.start), Math.max(old.end, cell.end)),
      start: Math.min(old.start, cell.start),
      end: Math.max(old.end, cell.end),
    });
}

const isNumber = (text: string): boolean =>
  /^[^\p{L}]*(?:\p{Lu}{2,3}|\p{Sc}|Rs\.?)?\s*[-(]?\d[\d.,' ]*\)?-?\s*(?:%|\p{Sc}|[\p{L}.()]{1,9})?\*?$/u.test(
    text.trim(),
  );

/** The number columns that begin a new item when they come again. */
const DECISIVE = new Set(['amount', 'quantity', 'unitPrice', 'balance', 'box', 'value']);

/** Puts the cells of a row into columns: numbers first, then text. */
function place(view: DocumentView, header: TableHeader, row: readonly Cell[]): PlacedCell[] {
  const used = new Set<TableColumn>();
  return row.flatMap((cell) => {
    const numeric = isNumber(cell.text);
    const free = numeric ? header.columns.filter((column) => !used.has(column)) : header.columns;
    const column = columnOf(cell, free, numeric);
    if (!column) return [];
    if (numeric) used.add(column);
    return [{ column, cell, numeric }];
  });
}

interface Reader {
  readonly rows: CandidateRow[];
  /** Columns of which an item must have one. */
  readonly needs: readonly string[];
  draft: Draft;
}

/** An item has what its table is about: an amount where there is such a column, else a price or a result. */
const needsOf = (header: TableHeader): string[] => {
  const names = header.columns.map((column) => column.field.name);
  const main = ['amount', 'balance'].filter((name) => names.includes(name));
  return main.length > 0 ? main : ['unitPrice', 'value', 'quantity'].filter((name) => names.includes(name)).slice(0, 1);
};

function flush(reader: Reader): void {
  if (reader.needs.some((name) => reader.draft.has(name))) reader.rows.push({ cells: [...reader.draft.values()] });
  reader.draft = new Map();
}

function readDate(view: DocumentView, field: FieldSpec, cell: Cell, reader: Reader): void {
  const date = within(view.dates, cell.start, cell.end)[0];
  if (!date) return;
  if (reader.draft.has(field.name)) flush(reader);
  const raw = view.text.slice(date.start, date.end);
  reader.draft.set(field.name, candidate(field, date.iso, raw, date.start, date.end));
}

/** Of a debit and a credit column one is empty or holds a nought. */
const isOpen = (draft: Draft, field: FieldSpec): boolean => Number(draft.get(field.name)?.value ?? 0) === 0;

function readRow(view: DocumentView, header: TableHeader, placed: readonly PlacedCell[], reader: Reader): void {
  const again = placed.some(
    ({ column, numeric }) => numeric && DECISIVE.has(column.field.name) && reader.draft.has(column.field.name),
  );
  if (again) flush(reader);
  const unit = header.columns.find((column) => column.field.name === 'unit')?.field;
  for (const { column, cell } of placed) {
    const { field } = column;
    const isNew = !reader.draft.has(field.name);
    if (field.type === 'date') readDate(view, field, cell, reader);
    else if (field.type !== 'string') {
      if (isNew || (field.type === 'money' && isOpen(reader.draft, field)))
        readNumeric(view, field, cell, reader.draft, unit);
    } else if (isNew || field.name === 'description' || field.name === 'name') extend(reader.draft, field, cell, view);
  }
}

/** Three or more cells of words only: the heading of another table. */
const isOtherHeader = (row: readonly Cell[]): boolean =>
  row.length >= 3 && row.every((cell) => /\p{L}{3}/u.test(cell.text) && !/\d/.test(cell.text));

/** What a row means for the table: an item or a part of one, a sum between items, or the end of all items. */
function kindOfRow(
  view: DocumentView,
  header: TableHeader,
  row: readonly Cell[],
  placed: readonly PlacedCell[],
  reader: Reader,
): 'item' | 'sum' | 'end' {
  if (isSummaryRow(view, row) || isOtherHeader(row)) return 'end';
  const complete = reader.needs.some((name) => reader.draft.has(name));
  if (isBalanceRow(view, row)) return complete || reader.rows.length > 0 ? 'end' : 'sum';
  return (complete || reader.draft.size === 0) && isSumRow(header, row, placed) ? 'sum' : 'item';
}

/** Rows without any number of the table, after which the table is over. */
const MAX_PLAIN_ROWS = 14;

/** The items under a header, until the totals, the next header or the end of what fits the columns. */
export function readTable(view: DocumentView, header: TableHeader): CandidateRow[] {
  const reader: Reader = { rows: [], needs: needsOf(header), draft: new Map() };
  let plain = 0;
  let page = header.page;
  for (let index = header.lastRow + 1; index < view.layout.rows.length; index++) {
    const row = view.layout.rows[index] ?? [];
    const first = row[0];
    if (!first || first.page > page + 1 || plain > MAX_PLAIN_ROWS) break;
    const placed = place(view, header, row);
    const kind = kindOfRow(view, header, row, placed, reader);
    if (kind === 'end') break;
    const before = reader.rows.length + reader.draft.size;
    if (kind === 'sum') flush(reader);
    else readRow(view, header, placed, reader);
    const isItem = reader.rows.length + reader.draft.size > before;
    plain = isItem ? 0 : plain + 1;
    if (isItem) page = first.page;
  }
  flush(reader);
  return reader.rows;
}
