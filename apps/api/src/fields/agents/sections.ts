import type { DocumentView } from '../domain/document-view.js';
import type { LabelHit } from '../domain/labels.js';
import { heightOf, type Cell } from '../domain/layout.js';

/** What stands under a heading of its own: cells by row, of the heading's column only. */
export interface Section {
  readonly heading: LabelHit;
  readonly rows: readonly (readonly Cell[])[];
}

/** Headings this many heights of a line further right head a column of their own. */
const COLUMN_HEIGHTS = 12;
/** No section of a paper about one person or one payment is longer. */
const MAX_ROWS = 300;

/** Cells that are nothing but the name of a list, or of another section that the schema knows. */
function headingsOf(view: DocumentView): readonly LabelHit[] {
  const lists = new Set(view.schema.fields.filter(({ type }) => type === 'list').map(({ name }) => name));
  return view.labels.filter(
    ({ cell, start, end, quality, fields, prefix }) =>
      !prefix &&
      quality >= 0.9 &&
      start - cell.start <= 2 &&
      cell.end - end <= 2 &&
      (fields.length === 0 || fields.some((name) => lists.has(name))),
  );
}

const isBeside = (own: LabelHit, other: LabelHit): boolean =>
  other.cell.page === own.cell.page &&
  Math.abs(other.cell.rect.left - own.cell.rect.left) > COLUMN_HEIGHTS * heightOf(own.cell.rect);

function sectionAt(view: DocumentView, heading: LabelHit, headings: readonly LabelHit[]): Section {
  const { cell } = heading;
  const beside = headings.filter((other) => isBeside(heading, other));
  const lefts = beside.map((other) => other.cell.rect.left);
  const right = Math.min(Infinity, ...lefts.filter((left) => left > cell.rect.left));
  const left = lefts.some((one) => one < cell.rect.left) ? cell.rect.left - 2 * heightOf(cell.rect) : -Infinity;
  const next = headings.find((other) => other.cell.row > cell.row && !beside.includes(other));
  const to = Math.min(next?.cell.row ?? Infinity, cell.row + 1 + MAX_ROWS);
  const rows = view.layout.rows
    .slice(cell.row + 1, to)
    .map((row) => row.filter(({ rect }) => rect.left >= left && rect.left < right))
    .filter((row) => row.length > 0);
  return { heading, rows };
}

/** The sections that the labels of a list head. */
export function sectionsOf(view: DocumentView, list: string): Section[] {
  const headings = headingsOf(view);
  return headings
    .filter(({ fields }) => fields.includes(list))
    .map((heading) => sectionAt(view, heading, headings))
    .filter(({ rows }) => rows.length > 0);
}
