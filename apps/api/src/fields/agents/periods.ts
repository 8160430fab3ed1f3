import type { DateMatch } from '@app/text';
import type { FieldSpec } from '../../schemas/index.js';
import type { DocumentView } from '../domain/document-view.js';
import type { Candidate } from '../domain/field-model.js';
import { type Cell, heightOf } from '../domain/layout.js';
import { columnUnder } from './date-columns.js';
import { type Found, wordsOf } from './field-agent.js';

export const foundDate = (view: DocumentView, date: DateMatch, fit: number): Found => ({
  value: date.iso,
  raw: view.text.slice(date.start, date.end),
  start: date.start,
  end: date.end,
  fit: date.ambiguous ? fit * 0.97 : fit,
});

export type Side = 'start' | 'end' | null;

/** Whether a field asks for the first or the last day of a period. */
export function sideOf(field: FieldSpec): Side {
  if (field.concept === 'period-start') return 'start';
  if (field.concept === 'period-end') return 'end';
  if (field.concept) return null;
  const words = wordsOf(field);
  const start = /\b(from|start|begin\w*|first day|since|von|ab|debut|desde|inizio|dal)\b/.test(words);
  const end = /\b(to|end|until|through|last day|bis|fin|hasta|fine|al)\b/.test(words);
  return start === end ? null : start ? 'start' : 'end';
}

const BETWEEN = /^\s*(?:[-–—~]|to|through|thru|until|till|and|bis|au|a|al|tot|t\/m)\s*$/i;

/** Two dates joined by a dash or "to". */
export const isRange = (view: DocumentView, first: DateMatch, second: DateMatch | undefined): boolean =>
  second !== undefined && BETWEEN.test(view.text.slice(first.end, second.start)) && first.iso <= second.iso;

const PERIOD =
  /\b(?:dates?|period|term|schedule|flight|stay|travel|duration|campaign|coverage|rental|\w*zeitraum|laufzeit|termine?|période|periode|dates|durée|séjour|periodo|período|fechas|plazo|estancia|durata|soggiorno|datas|prazo|estadia|looptijd|verblijf)\b/iu;
/** Periods of the paper itself, not of what it is about. */
const OF_PAPER =
  /\b(?:invoice|billing|statement|report|print|payment|pay|abrechnungs\w*|rechnungs\w*|facturation|facturación|fatturazione)\b/iu;

interface Range {
  readonly first: DateMatch;
  readonly second: DateMatch;
  readonly cell: Cell | null;
}

/** Ranges beyond these are those of a table's rows. */
const MAX_DATES = 60;

/** Different ranges of days in the order of the text; rows of a table that say one again make it no likelier. */
function rangesIn(view: DocumentView): Range[] {
  const ranges = new Map<string, Range>();
  for (let index = 0; index + 1 < Math.min(view.dates.length, MAX_DATES); index++) {
    const [first, second] = [view.dates[index], view.dates[index + 1]];
    if (!first || !second || !isRange(view, first, second) || ranges.has(first.iso + second.iso)) continue;
    const cell = view.layout.cells.find((one) => one.start <= first.start && first.start < one.end) ?? null;
    ranges.set(first.iso + second.iso, { first, second, cell });
  }
  return [...ranges.values()];
}

/** Rows between the ranges of a table's column, at most. */
const COLUMN_ROWS = 12;

/** True where another range stands close above or below: what heads them tells of rows, not of the document. */
const inColumn = ({ cell }: Range, ranges: readonly Range[]): boolean =>
  cell !== null &&
  ranges.some(
    ({ cell: other }) =>
      other !== null &&
      other !== cell &&
      other.page === cell.page &&
      Math.abs(other.row - cell.row) <= COLUMN_ROWS &&
      Math.abs(other.rect.left - cell.rect.left) < heightOf(cell.rect),
  );

/** What stands in front of, left of or above a range and names a period. */
function headingOf(view: DocumentView, range: Range, ranges: readonly Range[]): string | null {
  const { cell, first } = range;
  const before = view.text.slice(Math.max(0, first.start - 45), first.start);
  if (PERIOD.test(before)) return before;
  if (!cell) return null;
  const row = view.layout.rows[cell.row] ?? [];
  const left = row[row.indexOf(cell) - 1];
  if (left && PERIOD.test(left.text)) return left.text;
  if (inColumn(range, ranges)) return null;
  const above = [1, 2]
    .flatMap((up) => view.layout.rows[cell.row - up] ?? [])
    .filter((one) => one.rect.left < cell.rect.right && one.rect.right > cell.rect.left);
  return above.find((one) => PERIOD.test(one.text))?.text ?? null;
}

/** Ranges of days, for the period that the document is about. */
function ranges(view: DocumentView, field: FieldSpec, side: Exclude<Side, null>): Candidate[] {
  const all = rangesIn(view);
  return all.slice(0, 6).map((range, index) => {
    const { fit, ...found } = foundDate(view, side === 'start' ? range.first : range.second, 1);
    const heading = headingOf(view, range, all);
    const headed = heading !== null;
    const ofPaper = headed && OF_PAPER.test(heading) && !OF_PAPER.test(wordsOf(field));
    const score = (ofPaper ? 0.5 : headed ? 0.76 : 0.4) * fit - 0.03 * index;
    const evidence = headed ? ('label-below' as const) : ('position' as const);
    return { field: field.name, ...found, score, evidence, agent: 'dates' };
  });
}

/** The first and the last day of a table's rows: for the whole period where nothing says it. */
function ofColumns(view: DocumentView, field: FieldSpec, side: Exclude<Side, null>): Candidate[] {
  const dates = (view.byField.get(field.name) ?? []).flatMap(({ hit }) => columnUnder(view, hit) ?? []);
  const [first, ...others] = dates;
  if (!first) return [];
  const date = others.reduce(
    (top, one) => ((side === 'start' ? one.iso < top.iso : one.iso > top.iso) ? one : top),
    first,
  );
  const { fit, ...found } = foundDate(view, date, 1);
  return [{ field: field.name, ...found, score: 0.55 * fit, evidence: 'table', agent: 'dates' }];
}

/** One end of the period that a document is about, without a label of its own. */
export const periodOf = (view: DocumentView, field: FieldSpec, side: Exclude<Side, null>): Candidate[] => [
  ...ranges(view, field, side),
  ...ofColumns(view, field, side),
];
