import type { CellInput } from '../blocks.js';

/** Where the cells of a row stand: word processors keep places, not columns. */
export interface RowShape {
  /** Places of the cells' edges from left to right, one more than there are cells; twips. */
  readonly edges: readonly number[];
  /** By cell: `left` where it is one with the cell before, `up` where it is one with the cell above. */
  readonly merges: readonly (CellMerge | undefined)[];
  readonly isHeader?: boolean;
}
export type CellMerge = 'left' | 'up';

export interface ShapedRow {
  readonly cells: readonly CellInput[];
  readonly shape: RowShape | null;
}

/** Edges that are no further apart were meant to be one; hands draw no better. */
const TOLERANCE_TWIPS = 40;

interface PlacedCell {
  text: string;
  readonly column: number;
  columnSpan: number;
  rowSpan: number;
  readonly isHeader: boolean;
}

/** Rows with the spans that follow from the places of their cells. Rows whose shape does not fit them are left as they are. */
export function spanRows(rows: readonly ShapedRow[]): CellInput[][] {
  const columnOf = columnsOf(rows);
  let above = new Map<number, PlacedCell>();
  return rows.map(({ cells, shape }) => {
    if (!fits(cells, shape)) {
      above = new Map();
      return [...cells];
    }
    const placed = placeCells(cells, shape, columnOf).map(({ cell, merge }) => ({
      cell,
      origin: merge === 'up' ? joinAbove(cell, above.get(cell.column)) : null,
    }));
    above = new Map(placed.map(({ cell, origin }) => [cell.column, origin ?? cell]));
    const kept = placed.filter(({ origin }) => origin === null).map(({ cell }) => cell);
    return withGap(kept, placed[0]?.cell.column ?? 0);
  });
}

const fits = (cells: readonly CellInput[], shape: RowShape | null): shape is RowShape =>
  shape !== null && shape.edges.length === cells.length + 1;

/** The column that begins at a place. */
function columnsOf(rows: readonly ShapedRow[]): (edge: number) => number {
  const edges = rows.flatMap(({ cells, shape }) => (fits(cells, shape) ? shape.edges : []));
  const sorted = [...new Set(edges)].sort((a, b) => a - b);
  const columns = new Map<number, number>();
  let column = -1;
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of sorted) {
    if (edge - last > TOLERANCE_TWIPS) {
      column++;
      last = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}

function placeCells(
  cells: readonly CellInput[],
  { edges, merges, isHeader }: RowShape,
  columnOf: (edge: number) => number,
): { cell: PlacedCell; merge: CellMerge | undefined }[] {
  const placed: { cell: PlacedCell; merge: CellMerge | undefined }[] = [];
  for (const [index, { text }] of cells.entries()) {
    const column = columnOf(edges[index] ?? 0);
    const columnSpan = Math.max(1, columnOf(edges[index + 1] ?? 0) - column);
    const previous = placed.at(-1);
    if (merges[index] === 'left' && previous !== undefined) {
      previous.cell.columnSpan += columnSpan;
      previous.cell.text = joined(previous.cell.text, text);
    } else
      placed.push({
        cell: { text, column, columnSpan, rowSpan: 1, isHeader: isHeader === true },
        merge: merges[index],
      });
  }
  return placed;
}

/** Makes a cell one with that above, and answers it; text in it would not be seen, but is kept. Null where they do not fit. */
function joinAbove(cell: PlacedCell, upper: PlacedCell | undefined): PlacedCell | null {
  if (upper?.columnSpan !== cell.columnSpan) return null;
  upper.rowSpan++;
  upper.text = joined(upper.text, cell.text);
  return upper;
}

const joined = (first: string, second: string): string => [first, second].filter((part) => part !== '').join('\n');

/** Rows that begin further to the right than others have an empty cell first. */
function withGap(cells: readonly PlacedCell[], firstColumn: number): CellInput[] {
  const gap: CellInput[] = firstColumn === 0 ? [] : [{ text: '', columnSpan: firstColumn }];
  return [...gap, ...cells];
}
