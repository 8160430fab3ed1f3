import type { DocumentView } from '../domain/document-view.js';
import { buildLabelBook, findLabels, type LabelHit } from '../domain/labels.js';
import { heightOf, type Rect } from '../domain/layout.js';
import { rectOf } from '../domain/regions.js';
import type { FieldSpec } from '../../schemas/index.js';

export interface TableColumn {
  readonly field: FieldSpec;
  readonly rect: Rect;
}

export interface TableHeader {
  readonly columns: readonly TableColumn[];
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
    })),
  );
  const columns = new Map<string, TableColumn>();
  const taken = new Set<Rect>();
  const weight = (option: (typeof options)[number]): number => (option.only ? 0 : 20) + option.rank - 3 * option.length;
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

/** A header holds words for what, how many, how much; numbers in the same row make it a row of data. */
const isData = (view: DocumentView, row: number): boolean =>
  (view.layout.rows[row] ?? []).some((cell) => /^\W*\d[\d.,]*[.,]\d{2}\W*$/.test(cell.text));

const HEADER_ROWS = 3;

/** Rows below that belong to the same header: close, without data, with labels of their own. */
function lastHeaderRow(view: DocumentView, hits: readonly (readonly Placed[])[], row: number): number {
  let last = row;
  for (let next = row + 1; next < row + HEADER_ROWS; next++) {
    const cell = view.layout.rows[next]?.[0];
    const previous = view.layout.rows[last]?.[0];
    if (!cell || cell.page !== previous?.page || isData(view, next)) break;
    if (cell.rect.top - previous.rect.bottom > 1.2 * heightOf(previous.rect)) break;
    if ((hits[next] ?? []).length > 0) last = next;
  }
  return last;
}

function headerAt(
  view: DocumentView,
  hits: readonly (readonly Placed[])[],
  row: number,
  fields: readonly FieldSpec[],
): TableHeader | null {
  const first = view.layout.rows[row]?.[0];
  if (!first || (hits[row] ?? []).length === 0 || isData(view, row)) return null;
  const lastRow = lastHeaderRow(view, hits, row);
  const columns = assign(
    hits.slice(row, lastRow + 1).flatMap((placed) => placed ?? []),
    fields,
  );
  const numeric = columns.some((column) => column.field.type !== 'string');
  if (columns.length < 2 || !numeric) return null;
  return { columns, firstRow: row, lastRow, page: first.page, score: Math.min(1, 0.45 + 0.12 * columns.length) };
}

/** The headers of all tables whose columns bear the labels of these fields. */
export function findHeaders(view: DocumentView, fields: readonly FieldSpec[]): TableHeader[] {
  if (fields.length < 2) return [];
  const hits: Placed[][] = [];
  for (const hit of findLabels(view.layout, buildLabelBook(fields))) {
    if (hit.cell.words.length > 8 || hit.quality < 0.4) continue;
    (hits[hit.cell.row] ??= []).push({ hit, rect: rectOf(hit) });
  }
  const headers: TableHeader[] = [];
  for (let row = 0; row < view.layout.rows.length; row++) {
    if (!hits[row]) continue;
    const header = headerAt(view, hits, row, fields);
    if (!header) continue;
    headers.push(header);
    row = header.lastRow;
  }
  return headers;
}
