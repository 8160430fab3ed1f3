import type { DocumentView } from '../domain/document-view.js';
import { fold } from '../domain/tokens.js';
import type { Cell } from '../domain/layout.js';
import type { Concept } from '../../schemas/index.js';
import { isCurrencyWord } from '../domain/values.js';
import type { TableColumn, TableHeader } from './table-header.js';

/** A cell of a row with the column that it stands under. */
export interface PlacedCell {
  readonly column: TableColumn;
  readonly cell: Cell;
  readonly numeric: boolean;
}

/** Discounts and tips also stand between items, so they end nothing. */
const SUMMARY: ReadonlySet<Concept> = new Set(['total', 'subtotal', 'tax', 'due']);
const BALANCE: ReadonlySet<Concept> = new Set(['balance']);

/** Fields that a rule says to be the sum of others. */
const sums = ({ schema }: DocumentView): string[] =>
  schema.rules.flatMap((rule) =>
    rule.kind === 'sum' ? [rule.equals] : rule.kind === 'line-sum' ? rule.equalsOneOf : [],
  );

const fieldsOf = ({ schema }: DocumentView, concepts: ReadonlySet<Concept>): string[] =>
  schema.fields.filter((field) => field.concept && concepts.has(field.concept)).map((field) => field.name);

/** True where a cell of the row begins with the label of one of these fields. */
function isLabelled(view: DocumentView, row: readonly Cell[], fields: readonly string[]): boolean {
  const names = new Set(fields);
  return row.some((cell) =>
    (view.byCell.get(cell) ?? []).some(
      (hit) => hit.start - cell.start <= 2 && hit.quality >= 0.85 && hit.fields.some((name) => names.has(name)),
    ),
  );
}

const endsInNumber = (row: readonly Cell[]): boolean => /\d/.test(row.at(-1)?.text ?? '');

/** Rows below the items: totals, taxes, discounts, with an amount beside them. */
export function isSummaryRow(view: DocumentView, row: readonly Cell[]): boolean {
  const first = row[0];
  if (!first || !endsInNumber(row)) return false;
  const decoy = (view.byCell.get(first) ?? []).some(
    (hit) => hit.start - first.start <= 2 && hit.fields.length === 0 && hit.quality >= 0.9,
  );
  return decoy || isLabelled(view, row, [...fieldsOf(view, SUMMARY), ...sums(view)]);
}

/** True where a row begins with the name of another list than the one that the header is of. */
export function opensOtherList(
  { schema, byCell }: DocumentView,
  { columns }: TableHeader,
  row: readonly Cell[],
): boolean {
  const [first] = row;
  const others = schema.fields.filter(
    ({ type, fields }) => type === 'list' && !columns.some(({ field }) => fields?.includes(field)),
  );
  return (
    first !== undefined &&
    (byCell.get(first) ?? []).some(
      (hit) =>
        hit.start - first.start <= 2 && hit.quality >= 0.9 && others.some(({ name }) => hit.fields.includes(name)),
    )
  );
}

/** "Opening balance 2,483.16" above the movements of an account or below them. */
export const isBalanceRow = (view: DocumentView, row: readonly Cell[]): boolean =>
  endsInNumber(row) && isLabelled(view, row, fieldsOf(view, BALANCE));

/** Columns that say what an item is. */
const SUBJECT = new Set(['description', 'name']);
/** Columns that also hold sums. */
const SUMMED = new Set(['amount', 'balance']);

const isWords = (cell: Cell): boolean => /\p{L}{2}/u.test(cell.text) && !isCurrencyWord(fold(cell.text));

/**
 * A row that sums up, whatever it is called: nothing under the description, a word right of it, and of the table's numbers
 * only an amount. A rate may stand between.
 */
export function isSumRow(header: TableHeader, row: readonly Cell[], placed: readonly PlacedCell[]): boolean {
  const subject = header.columns.find((column) => SUBJECT.has(column.field.name));
  if (!subject || placed.some(({ column, numeric }) => column === subject && !numeric)) return false;
  const numbers = placed.filter(({ cell, numeric }) => numeric && !cell.text.includes('%'));
  if (numbers.length === 0 || !numbers.every(({ column }) => SUMMED.has(column.field.name))) return false;
  const amount = numbers[0]?.cell.rect.left ?? 0;
  return (
    row.every((cell) => cell.rect.left > subject.rect.right) &&
    row.some((cell) => cell.rect.left < amount && isWords(cell))
  );
}
