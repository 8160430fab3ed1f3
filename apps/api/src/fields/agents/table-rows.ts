import type { MoneyMatch } from '@app/text';
import { amountsIn, within, type DocumentView } from '../domain/document-view.js';
import type { Candidate, CandidateRow } from '../domain/field-model.js';
import { heightOf, type Cell, type Rect } from '../domain/layout.js';
import type { FieldSpec } from '../../schemas/index.js';
import { cents, findAmounts, moneyString } from '../domain/values.js';
import { isBalanceRow, isSumRow, isSummaryRow, opensOtherList, type PlacedCell } from './summary-rows.js';
import type { TableColumn, TableHeader } from './table-header.js';

/** Values of one row while it is read. */
type Draft = Map<string, Candidate>;

const overlap = (a: Rect, b: Rect): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** What a cell is away from a column, less where it is under it. */
function distanceTo(cell: Cell, rect: Rect, numeric: boolean): { reach: number; cost: number } {
  const height = heightOf(cell.rect);
  const reach = -Math.min(overlap(cell.rect, rect), numeric ? 2 * height : Infinity);
  const edges = Math.min(Math.abs(cell.rect.right - rect.right), Math.abs(cell.rect.left - rect.left));
  return { reach, cost: reach + 0.5 * edges };
}

/** The column that a cell stands under; null where it stands under none, or under a heading that names no field. */
function columnOf(
  cell: Cell,
  columns: readonly TableColumn[],
  header: TableHeader,
  numeric: boolean,
): TableColumn | null {
  const height = heightOf(cell.rect);
  let best: TableColumn | null = null;
  let least = Infinity;
  for (const column of columns) {
    const isText =
      column.field.type === 'string' && column.field.name !== 'taxRate' && column.field.name !== 'productCode';
    const { reach, cost } = distanceTo(cell, column.rect, numeric);
    const penalty = numeric === isText ? 6 * height : 0;
    if (column.field.type === 'money' && cell.text.includes('%')) continue;
    if (cost + penalty < least && reach < (numeric ? 4 : 10) * height) {
      best = column;
      least = cost + penalty;
    }
  }
  const isOther = header.others.some((rect) => {
    const { reach, cost } = distanceTo(cell, rect, numeric);
    return reach < 0 && cost < least;
  });
  return isOther ? null : best;
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
    const column = columnOf(cell, free, header, numeric);
    if (!column) return [];
    if (numeric) used.add(column);
    return [{ column, cell, numeric }];
  });
}

interface Reader {
  readonly rows: CandidateRow[];
  /** Columns of which an item must have one. */
  readonly needs: ReadonlySet<string>;
  /** The column whose text goes on in further lines. */
  readonly subject: string | undefined;
  /** True for a table that somebody made up: nothing is known of its columns but their types. */
  readonly isOwn: boolean;
  carried: Carried;
  draft: Draft;
}

const MAIN = ['amount', 'balance'];
const OTHERWISE = ['unitPrice', 'value', 'quantity'];

/**
 * An item has what its table is about: an amount where there is such a column, else a price or a result. Of a table with none of
 * these an item has what comes in one form only: one of the amounts, else of the numbers, else of the dates.
 */
function needsOf(header: TableHeader): Pick<Reader, 'needs' | 'isOwn'> {
  const names = header.columns.map((column) => column.field.name);
  const main = MAIN.filter((name) => names.includes(name));
  const needs = main.length > 0 ? main : OTHERWISE.filter((name) => names.includes(name)).slice(0, 1);
  if (needs.length > 0) return { needs: new Set(needs), isOwn: false };
  const byType = (['money', 'number', 'date'] as const).map((type) =>
    header.columns.filter(({ field }) => field.type === type).map(({ field }) => field.name),
  );
  return { needs: new Set(byType.find((own) => own.length > 0)), isOwn: true };
}

/** What an item is called; in a table that somebody made up the first column of words. A number goes on in no other line. */
const subjectOf = ({ columns }: TableHeader): string | undefined =>
  (
    columns.find(({ field }) => field.name === 'description' || field.name === 'name') ??
    columns.find(({ field }) => field.type === 'string' && !/number|code/i.test(field.name))
  )?.field.name;

const isItem = ({ needs, draft }: Reader): boolean => [...needs].some((name) => draft.has(name));

function flush(reader: Reader): void {
  if (isItem(reader)) {
    reader.rows.push({ cells: [...reader.draft.values()] });
    reader.carried = { items: reader.carried.items + 1, sum: reader.carried.sum + amountOf(reader.draft) };
  }
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

/** The same number again, or words that stand off. */
function beginsItem(view: DocumentView, placed: readonly PlacedCell[], reader: Reader): boolean {
  const again = placed.some(
    ({ column: { field }, numeric }) =>
      numeric && (DECISIVE.has(field.name) || reader.needs.has(field.name)) && reader.draft.has(field.name),
  );
  return again || startsApart(view, placed, reader);
}

function readRow(view: DocumentView, header: TableHeader, placed: readonly PlacedCell[], reader: Reader): void {
  if (beginsItem(view, placed, reader)) flush(reader);
  const unit = header.columns.find((column) => column.field.name === 'unit')?.field;
  for (const { column, cell } of placed) {
    const { field } = column;
    const isNew = !reader.draft.has(field.name);
    if (field.type === 'date') readDate(view, field, cell, reader);
    else if (field.type !== 'string') {
      if (isNew || (field.type === 'money' && isOpen(reader.draft, field)))
        readNumeric(view, field, cell, reader.draft, unit);
    } else if (isNew || field.name === reader.subject) extend(reader.draft, field, cell, view);
  }
}

/** Three or more cells of words only: the heading of another table. */
const isOtherHeader = (row: readonly Cell[]): boolean =>
  row.every((cell) => !/\d/.test(cell.text)) && row.filter((cell) => /\p{L}{3}/u.test(cell.text)).length >= 3;

/** `label: value` under a table of which nothing is known but types: what comes after it. */
const isOther = (row: readonly Cell[], placed: readonly PlacedCell[], { needs }: Reader): boolean =>
  !placed.some(({ column }) => needs.has(column.field.name)) && /^[^:]{2,40}:(?:\s|$)/.test(row[0]?.text ?? '');

/** Totals, or the beginning of another table. */
const endsItems = (view: DocumentView, header: TableHeader, row: readonly Cell[]): boolean =>
  isSummaryRow(view, row) || isOtherHeader(row) || opensOtherList(view, header, row);

/** What a row means for the table: an item or a part of one, a sum between items, or the end of all items. */
function kindOfRow(
  view: DocumentView,
  header: TableHeader,
  row: readonly Cell[],
  placed: readonly PlacedCell[],
  reader: Reader,
): 'item' | 'sum' | 'end' {
  if (endsItems(view, header, row)) return 'end';
  const complete = isItem(reader);
  if (reader.isOwn && complete && isOther(row, placed, reader)) return 'end';
  if (isBalanceRow(view, row)) return complete || reader.rows.length > 0 ? 'end' : 'sum';
  return (complete || reader.draft.size === 0) && isSumRow(header, row, placed) ? 'sum' : 'item';
}

/** Numbers of an item beside its amount. */
const PARTS = ['quantity', 'unitPrice'];
const SUMMED = new Set(['amount', 'balance']);

const amountOf = (draft: Draft): number => cents(draft.get('amount')?.value ?? '0');

/**
 * True for a row with nothing but an amount that all items so far come to, whatever it is called: a subtotal, or what is carried
 * to the next page. Of one item alone that is only said where the table has a number that this row lacks.
 */
function repeatsSum(
  view: DocumentView,
  { columns }: TableHeader,
  placed: readonly PlacedCell[],
  { draft, carried }: Reader,
): boolean {
  const numbers = placed.filter(({ cell, numeric }) => numeric && !cell.text.includes('%'));
  const [only] = numbers;
  if (!only || numbers.length > 1 || !SUMMED.has(only.column.field.name)) return false;
  const items = carried.items + (draft.has('amount') ? 1 : 0);
  const hasParts = columns.some(({ field }) => PARTS.includes(field.name));
  if (items === 0 || (items === 1 && !hasParts)) return false;
  const amount = amountIn(view, only.cell);
  const sum = carried.sum + amountOf(draft);
  return amount !== null && sum !== 0 && cents(amount.value) === sum;
}

/** A number alone in its row, with no item that lacks it, is none: the number of the page, a mark of the printer. */
const isStray = (
  { columns }: TableHeader,
  row: readonly Cell[],
  placed: readonly PlacedCell[],
  { draft }: Reader,
): boolean =>
  row.length === 1 &&
  placed.length === 1 &&
  placed.every(({ column: { field } }) => field.type !== 'string' && (draft.size === 0 || draft.has(field.name))) &&
  columns.some(({ field }) => field.name === 'description');

/** Lines of one item stand closer than this, in heights of a line. */
const LINE_GAP = 1.1;

/** Words alone that stand off an item that has all its numbers: the next item, or something else. */
function startsApart({ layout }: DocumentView, placed: readonly PlacedCell[], reader: Reader): boolean {
  const first = placed[0]?.cell;
  const above = first && layout.rows[first.row - 1]?.[0];
  if (!above || above.page !== first.page || placed.some(({ numeric }) => numeric)) return false;
  return isItem(reader) && first.rect.top - above.rect.bottom > LINE_GAP * heightOf(above.rect);
}

/** What the items so far come to, in cents, those of the tables before among them. */
export interface Carried {
  readonly items: number;
  readonly sum: number;
}

/** Rows without any number of the table, after which the table is over. */
const MAX_PLAIN_ROWS = 14;

type RowKind = ReturnType<typeof kindOfRow> | 'repeat' | 'stray';

function kindIn(
  view: DocumentView,
  header: TableHeader,
  row: readonly Cell[],
  placed: readonly PlacedCell[],
  reader: Reader,
): RowKind {
  const repeats = repeatsSum(view, header, placed, reader);
  if (!repeats && isStray(header, row, placed, reader)) return 'stray';
  const kind = kindOfRow(view, header, row, placed, reader);
  return repeats && kind !== 'end' ? 'repeat' : kind;
}

const pageOf = (row: readonly Cell[]): number => row[0]?.page ?? 0;
const progressOf = ({ rows, draft }: Reader): number => rows.length + draft.size;

/**
 * The items under a header, until the totals, the row `until` of the next header or the end of what fits the columns. After a row
 * that sums up, only another page goes on.
 */
export function readTable(view: DocumentView, header: TableHeader, until: number, carried: Carried): CandidateRow[] {
  const reader: Reader = { rows: [], ...needsOf(header), subject: subjectOf(header), draft: new Map(), carried };
  const at = { plain: 0, closed: 0, last: header.page };
  for (const row of view.layout.rows.slice(header.lastRow + 1, until)) {
    const page = pageOf(row);
    if (page > at.last + 1 || at.plain > MAX_PLAIN_ROWS) break;
    if (page === at.closed) continue;
    const placed = place(view, header, row);
    const kind = kindIn(view, header, row, placed, reader);
    if (kind === 'end') break;
    if (kind === 'stray') continue;
    const before = progressOf(reader);
    if (kind === 'repeat' && before > 0) at.closed = page;
    if (kind === 'item') readRow(view, header, placed, reader);
    else flush(reader);
    const goesOn = progressOf(reader) > before;
    at.plain = goesOn ? 0 : at.plain + 1;
    at.last = goesOn ? page : at.last;
  }
  flush(reader);
  return reader.rows;
}

/** What rows of items come to. */
export const carriedBy = (rows: readonly CandidateRow[]): Carried => ({
  items: rows.length,
  sum: rows.reduce((all, { cells }) => all + cents(cells.find(({ field }) => field === 'amount')?.value ?? '0'), 0),
});
