import type { FieldSpec } from '../../schemas/index.js';
import { typed } from '../agents/generic-pairs.js';
import type { DocumentView } from '../domain/document-view.js';
import { slugOf } from '../domain/labels.js';
import type { Cell } from '../domain/layout.js';

export interface DraftColumn {
  readonly name: string;
  readonly label: string;
  readonly type: Exclude<FieldSpec['type'], 'list'>;
}

/** A table of one document: its columns, and the rows of the page that it covers. */
export interface DraftTable {
  readonly columns: readonly DraftColumn[];
  readonly rows: readonly number[];
}

const MIN_COLUMNS = 3;
const MIN_ROWS = 2;
const MAX_ROWS = 400;
const HEADING = /^[\p{L}#%][\p{L}\p{M} .'’/&#%()-]{0,38}$/u;

const isHeader = (row: readonly Cell[]): boolean =>
  row.length >= MIN_COLUMNS && row.every((cell) => HEADING.test(cell.text.trim()) && cell.words.length <= 5);

/** The cell of a row that stands under a heading. */
const under = (heading: Cell, row: readonly Cell[]): Cell | undefined =>
  row.find(({ rect }) => rect.left < heading.rect.right && rect.right > heading.rect.left);

/** Rows under a header in which at least half of its columns stand, and some number. */
function rowsUnder(view: DocumentView, header: readonly Cell[], at: number): number[] {
  const rows: number[] = [];
  for (let index = at + 1; index < Math.min(view.layout.rows.length, at + MAX_ROWS); index++) {
    const row = view.layout.rows[index] ?? [];
    const filled = header.filter((heading) => under(heading, row)).length;
    const numbers = row.some((cell) => /\d/.test(cell.text));
    if (row[0]?.page !== header[0]?.page || 2 * filled < header.length || !numbers) break;
    rows.push(index);
  }
  return rows;
}

function columnOf(view: DocumentView, heading: Cell, rows: readonly number[]): DraftColumn | null {
  const types = rows.flatMap((index) => {
    const cell = under(heading, view.layout.rows[index] ?? []);
    const value = cell ? typed(view, cell) : null;
    return value
      ? [value.type === 'string' && /^[\d.,]+\s?%?$/.test(value.value) ? ('number' as const) : value.type]
      : [];
  });
  const [first] = types;
  const label = heading.text.trim();
  const name = slugOf(label);
  if (!first || first === 'list' || !/^\p{L}/u.test(name)) return null;
  return { name, label, type: types.every((type) => type === first) ? first : 'string' };
}

/** The tables of a document that have a header. */
export function tablesOf(view: DocumentView): DraftTable[] {
  const tables: DraftTable[] = [];
  for (let at = 0; at < view.layout.rows.length; at++) {
    const header = view.layout.rows[at] ?? [];
    const rows = isHeader(header) ? rowsUnder(view, header, at) : [];
    if (rows.length < MIN_ROWS) continue;
    const columns = header.flatMap((heading) => columnOf(view, heading, rows) ?? []);
    const names = new Set(columns.map((column) => column.name));
    if (columns.length >= MIN_COLUMNS - 1 && names.size === columns.length)
      tables.push({ columns, rows: [at, ...rows] });
    at = rows.at(-1) ?? at;
  }
  return tables;
}
