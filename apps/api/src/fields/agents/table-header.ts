import type { DocumentView } from '../domain/document-view.js';
import { findLabels, labelBookOfColumns, type LabelBook, type LabelHit } from '../domain/labels.js';
import type { Cell, Rect } from '../domain/layout.js';
import { rectOf } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';
import { headingOf, isNextLine, stacked } from './heading-cells.js';

export interface TableColumn {
  readonly field: FieldSpec;
  readonly rect: Rect;
}

export interface TableHeader {
  readonly columns: readonly TableColumn[];
  /** Headings that name no field: what stands under them belongs to none. */
  readonly others: readonly Rect[];
  /** First and last row of the header. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly page: number;
  readonly score: number;
}

interface Placed {
  readonly hit: LabelHit;
  readonly rect: Rect;
}

/** Gives each label one column, left to right; a label that fits several takes the one no other label has. */
function assign(placed: readonly Placed[], fields: readonly FieldSpec[]): TableColumn[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const options = placed.flatMap(({ hit, rect }) =>
    hit.fields.map((name, index) => ({
      name,
      rect,
      rank: hit.ranks[index] ?? 0,
      only: hit.fields.length === 1,
      length: hit.length,
      quality: hit.quality,
    })),
  );
  const columns = new Map<string, TableColumn>();
  const taken = new Set<Rect>();
  const weight = (option: (typeof options)[number]): number =>
    (option.only ? 0 : 20) + option.rank - 3 * option.length + 12 * (1 - option.quality);
  for (const option of [...options].sort((a, b) => weight(a) - weight(b) || b.rect.left - a.rect.left)) {
    const field = byName.get(option.name);
    if (!field || taken.has(option.rect) || columns.has(option.name)) continue;
    columns.set(option.name, { field, rect: option.rect });
    taken.add(option.rect);
  }
  // Statements print what went out and what came in as columns of their own; both hold the amount.
  const field = columns.has('balance') ? byName.get('amount') : undefined;
  const twins = options.filter((option) => option.only && option.name === field?.name && !taken.has(option.rect));
  return [...columns.values(), ...(field ? twins.map(({ rect }) => ({ field, rect })) : [])].sort(
    (a, b) => a.rect.left - b.rect.left,
  );
}

/** An amount with cents, alone in its cell but for a currency. */
export const AMOUNT = /^(?:\p{Lu}{2,3}\s?|[^\p{L}\d])*\d[\d.,'’\s]*[.,]\d{2}[^\p{L}\d]*(?:\p{Lu}{2,3})?$/u;

const BARE_NUMBER = /^\d[\d.,]*$/;
/** Numbers without cents in one row that are no numbers of headings. */
const MANY_NUMBERS = 2;

/** A header holds words for what, how many, how much; numbers in the same row make it a row of data. */
const isData = (view: DocumentView, row: number): boolean => {
  const cells = view.layout.rows[row] ?? [];
  return (
    cells.some((cell) => AMOUNT.test(cell.text)) ||
    cells.some(({ text }, index) => /:\s*$/.test(text) && /^\d/.test(cells[index + 1]?.text ?? '')) ||
    cells.filter((cell) => BARE_NUMBER.test(cell.text)).length >= MANY_NUMBERS
  );
};

const HEADER_ROWS = 5;

/** Rows below that belong to the same header: close, without data, with labels of their own. */
function lastHeaderRow(view: DocumentView, hits: readonly (readonly Placed[])[], row: number): number {
  let last = row;
  for (let next = row + 1; next < row + HEADER_ROWS; next++) {
    const cell = view.layout.rows[next]?.[0];
    const previous = view.layout.rows[last]?.[0];
    if (!cell || cell.page !== previous?.page || isData(view, next) || !isNextLine(previous, cell)) break;
    if ((hits[next] ?? []).length > 0) last = next;
  }
  return last;
}

/** Labels of headings that run over lines, read as wholes. */
function placedInStacks(view: DocumentView, columns: readonly (readonly Cell[])[], book: LabelBook): Placed[] {
  return columns.flatMap((cells) => {
    const { layout } = headingOf(view.layout, cells);
    return findLabels(layout, book)
      .filter(isHeading)
      .map((hit) => ({ hit, rect: rectOf(hit) }));
  });
}

/** Longer cells are sentences. */
const MOST_WORDS = 8;
const isHeading = ({ cell, quality }: LabelHit): boolean => cell.words.length <= MOST_WORDS && quality >= 0.4;

const shares = (a: Rect, b: Rect): boolean => a.left < b.right && a.right > b.left;

/** Headings of a header's rows under or over which no known column stands. */
const unknownHeadings = (stacks: readonly (readonly Cell[])[], columns: readonly TableColumn[]): Rect[] =>
  stacks
    .filter((cells) => cells.every((cell) => /[\p{L}#%]/u.test(cell.text) && cell.words.length <= MOST_WORDS))
    .map((cells) => headingRect(cells))
    .filter((rect) => !columns.some((column) => shares(column.rect, rect)));

/** A word before the first label of a cell is the heading of a column of its own, set close to the next. */
function headingBefore(hit: LabelHit, placed: readonly Placed[]): Rect[] {
  const isFirst = placed.every(({ hit: other }) => other.cell !== hit.cell || other.start >= hit.start);
  const words = isFirst ? hit.cell.words.filter((word) => word.end <= hit.start) : [];
  return words.length === 0 ? [] : [headingRect(words)];
}

const headingRect = (cells: readonly { readonly rect: Rect }[]): Rect => ({
  left: Math.min(...cells.map(({ rect }) => rect.left)),
  top: Math.min(...cells.map(({ rect }) => rect.top)),
  right: Math.max(...cells.map(({ rect }) => rect.right)),
  bottom: Math.max(...cells.map(({ rect }) => rect.bottom)),
});

/** Rows below a header that tell what an unknown column holds. */
const SAMPLE_ROWS = 8;
/** What stands under a heading in the next rows. */
function under(view: DocumentView, rect: Rect, from: number): Cell[] {
  return view.layout.rows
    .slice(from, from + SAMPLE_ROWS)
    .flatMap((row) => row.filter((cell) => cell.rect.top > rect.bottom && shares(cell.rect, rect)).slice(0, 1));
}

type Found = TableColumn | undefined;

/** The heading with the most letters below it: that of what an item is called. */
function describing(view: DocumentView, header: TableHeader, fields: readonly FieldSpec[]): Found {
  const field = fields.find(({ name, type }) => name === 'description' && type === 'string');
  if (!field) return undefined;
  const letters = (rect: Rect): number => {
    const cells = under(view, rect, header.lastRow + 1);
    const isDescribed = /\p{L}{2}/u.test(cells[0]?.text ?? '');
    return isDescribed ? cells.reduce((sum, { text }) => sum + text.replace(/\P{L}/gu, '').length, 0) : 0;
  };
  const named = header.columns.find((column) => column.field === field);
  const widest = header.others.toSorted((a, b) => letters(b) - letters(a))[0];
  // "Item" may head the numbers of the items, beside a column with their names.
  const least = Math.max(LEAST_LETTERS, named ? 2 * letters(named.rect) : 0);
  return widest && letters(widest) >= least ? { field, rect: widest } : undefined;
}
const LEAST_LETTERS = 6;

/** The last heading, where amounts stand below it: that of what an item costs. */
function summing(view: DocumentView, header: TableHeader, fields: readonly FieldSpec[]): Found {
  const field = fields.find(({ name, type }) => name === 'amount' && type === 'money');
  const last = header.others.toSorted((a, b) => b.right - a.right)[0];
  if (!field || !last || header.columns.some((column) => column.field === field || column.rect.right >= last.right))
    return undefined;
  const isMoney = under(view, last, header.lastRow + 1).some(({ text }) => AMOUNT.test(text));
  return isMoney ? { field, rect: last } : undefined;
}

/** Tables call their columns by words that no list holds; what stands below tells of two. */
function withUnknown(view: DocumentView, header: TableHeader, fields: readonly FieldSpec[]): TableHeader {
  const described = describing(view, header, fields);
  const summed = summing(view, header, fields);
  const found = [described, summed?.rect === described?.rect ? undefined : summed].filter((one) => one !== undefined);
  const replaced = header.columns.filter(({ field }) => field === described?.field);
  return {
    ...header,
    columns: [...header.columns.filter((column) => !replaced.includes(column)), ...found].sort(
      (a, b) => a.rect.left - b.rect.left,
    ),
    others: [
      ...header.others.filter((rect) => !found.some((column) => column.rect === rect)),
      ...replaced.map(({ rect }) => rect),
    ],
  };
}

function headerAt(
  view: DocumentView,
  hits: readonly (readonly Placed[])[],
  row: number,
  { fields, book }: Wanted,
): TableHeader | null {
  const first = view.layout.rows[row]?.[0];
  if (!first || (hits[row] ?? []).length === 0 || isData(view, row)) return null;
  const lastRow = lastHeaderRow(view, hits, row);
  const stacks = stacked(view.layout.rows.slice(row, lastRow + 1));
  const placed = lastRow > row ? placedInStacks(view, stacks, book) : (hits[row] ?? []);
  const columns = assign(placed, fields);
  const score = Math.min(1, 0.45 + 0.12 * columns.length);
  const others = [...unknownHeadings(stacks, columns), ...placed.flatMap(({ hit }) => headingBefore(hit, placed))];
  const known = { columns, others, firstRow: row, lastRow, page: first.page, score };
  if (!isNumeric(known) || (columns.length < 2 && !isOverAmount(view, known))) return null;
  const header = withUnknown(view, known, fields);
  return header.columns.length < 2 ? null : header;
}

const isNumeric = ({ columns }: TableHeader): boolean => columns.some((column) => column.field.type !== 'string');

/** One known heading makes a table where it is that of the amounts, and the next row holds one. */
const isOverAmount = (view: DocumentView, { columns, lastRow }: TableHeader): boolean =>
  columns.some(
    ({ field, rect }) =>
      field.name === 'amount' &&
      (view.layout.rows[lastRow + 1] ?? []).some((cell) => shares(cell.rect, rect) && AMOUNT.test(cell.text)),
  );

interface Wanted {
  readonly fields: readonly FieldSpec[];
  readonly book: LabelBook;
}

/** The headers of all tables whose columns bear the labels of these fields. */
export function findHeaders(view: DocumentView, fields: readonly FieldSpec[]): TableHeader[] {
  if (fields.length < 2) return [];
  const hits: Placed[][] = [];
  const book = labelBookOfColumns(fields);
  for (const hit of findLabels(view.layout, book)) {
    if (isHeading(hit)) (hits[hit.cell.row] ??= []).push({ hit, rect: rectOf(hit) });
  }
  const headers: TableHeader[] = [];
  for (let row = 0; row < view.layout.rows.length; row++) {
    if (!hits[row]) continue;
    const header = headerAt(view, hits, row, { fields, book });
    if (!header) continue;
    headers.push(header);
    row = header.lastRow;
  }
  return headers;
}

/** What a table is about: headers of one table on several pages have the same. */
export const signatureOf = ({ columns }: TableHeader): string =>
  columns
    .map((column) => column.field.name)
    .sort()
    .join();

const itemRows = new WeakMap<DocumentView, ReadonlySet<number>>();

/**
 * The rows of a document's layout that head the columns of its items: what stands under "net amount" there is that of an item, not
 * of the document.
 */
export function headerRowsOfItems(view: DocumentView): ReadonlySet<number> {
  const known = itemRows.get(view);
  if (known) return known;
  const lists = view.schema.fields.filter((field) => field.type === 'list' && (field.fields?.length ?? 0) >= 2);
  const rows = new Set(
    lists
      .flatMap((list) => {
        const headers = findHeaders(view, list.fields ?? []);
        const first = headers.find(
          ({ columns }) => columns.length >= 3 && columns.some(({ field }) => field.name === 'description'),
        );
        return first ? headers.filter((header) => signatureOf(header) === signatureOf(first)) : [];
      })
      .flatMap(({ firstRow, lastRow }) =>
        Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index),
      ),
  );
  itemRows.set(view, rows);
  return rows;
}
