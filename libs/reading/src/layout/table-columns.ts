import type { LaidOutCell, LaidOutLine } from './page-layout.js';

/** Where a column's cells stand, in the reading frame. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

interface OpenColumn {
  left: number;
  right: number;
  /** Edges of the cells that stand in this column alone. */
  readonly lefts: number[];
  readonly rights: number[];
}

/** Rows that are compared to find the one that tells the columns; a longer table shows its form in these. */
const ROWS_COMPARED = 200;
const MAX_COLUMNS = 60;
/** Share of a table's cells that must stand in line with their column's others. */
const MIN_ALIGNED = 0.6;
/** Edges in line differ by less than this many line heights. */
const TOLERANCE = 0.6;

/** Lines that share columns: those from `first` up to and with `last`; no columns where their cells are not in line. */
export interface Columns {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
}

/** The columns of the row with most cells between `start` and `end` (exclusive), and the lines around it that fit them. */
export function columnsOf(lines: readonly LaidOutLine[], start: number, end: number): Columns | null {
  const base = widestRow(lines, start, end);
  const { cells = [], size = 0 } = lines[base] ?? {};
  if (cells.length < 2 || cells.length > MAX_COLUMNS) return null;
  const columns = cells.map(({ left, right }): OpenColumn => ({ left, right, lefts: [left], rights: [right] }));
  const last = lastFitting(lines, base, end, 1, columns);
  const first = lastFitting(lines, base, start - 1, -1, columns);
  return { first, last, columns: alignedShare(columns, size) >= MIN_ALIGNED ? columns : [] };
}

/** The last row that fits, going from `base` towards `end` (exclusive). Lines of one cell at the end are not of the table. */
function lastFitting(
  lines: readonly LaidOutLine[],
  base: number,
  end: number,
  step: 1 | -1,
  columns: readonly OpenColumn[],
): number {
  let last = base;
  for (let index = base + step; index !== end && fits(lines[index], columns); index += step)
    if (!isSingle(lines[index])) last = index;
  return last;
}

const isSingle = (line: LaidOutLine | undefined): boolean => (line?.cells.length ?? 0) < 2;

function widestRow(lines: readonly LaidOutLine[], start: number, end: number): number {
  let best = start;
  for (let index = start; index < Math.min(end, start + ROWS_COMPARED); index++)
    if ((lines[index]?.cells.length ?? 0) > (lines[best]?.cells.length ?? 0)) best = index;
  return best;
}

/** Whether a line's cells stand in the columns; those that do widen them. A cell that crosses columns names several. */
function fits(line: LaidOutLine | undefined, columns: readonly OpenColumn[]): boolean {
  if (line === undefined) return false;
  const places = line.cells.map((cell) => overlapped(cell, columns));
  const alone = places.flatMap((place) => (place.length === 1 ? place : []));
  // Two cells in one column: this line has columns of its own.
  if (new Set(alone).size < alone.length) return false;
  if (line.cells.length >= 2 && 2 * alone.length < line.cells.length) return false;
  for (const [index, cell] of line.cells.entries()) widenColumn(columns, places[index] ?? [], cell);
  return true;
}

function overlapped({ left, right }: LaidOutCell, columns: readonly OpenColumn[]): number[] {
  const places: number[] = [];
  for (const [index, column] of columns.entries())
    if (Math.min(right, column.right) > Math.max(left, column.left)) places.push(index);
  return places;
}

/** The column that a cell stands in alone grows up to its neighbours. */
function widenColumn(
  columns: readonly OpenColumn[],
  [place = -1, another]: readonly number[],
  cell: LaidOutCell,
): void {
  const column = columns[place];
  if (column === undefined || another !== undefined) return;
  const { left, right } = cell;
  column.lefts.push(left);
  column.rights.push(right);
  column.left = Math.max(Math.min(column.left, left), columns[place - 1]?.right ?? -Infinity);
  column.right = Math.min(Math.max(column.right, right), columns[place + 1]?.left ?? Infinity);
}

function alignedShare(columns: readonly OpenColumn[], size: number): number {
  let aligned = 0;
  let cells = 0;
  for (const { lefts, rights } of columns) {
    if (lefts.length < 2) continue;
    const centres = lefts.map((left, index) => (left + (rights[index] ?? left)) / 2);
    cells += lefts.length;
    aligned += Math.max(...[lefts, rights, centres].map((edges) => inLine(edges, TOLERANCE * size)));
  }
  return cells === 0 ? 0 : aligned / cells;
}

/** How many of the edges are close to the middle one. */
function inLine(edges: readonly number[], tolerance: number): number {
  const sorted = [...edges].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? 0;
  return sorted.filter((edge) => Math.abs(edge - middle) <= tolerance).length;
}
