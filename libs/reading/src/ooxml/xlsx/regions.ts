import type { Cell } from './sheet.js';
import { MAX_COLUMNS } from './cell-references.js';

/** Cells that belong together: row by row, from left to right. */
export type Region = readonly Cell[];

export const lastRowOf = ({ row, lastRow }: Cell): number => lastRow ?? row;
export const lastColumnOf = ({ column, lastColumn }: Cell): number => lastColumn ?? column;

/** Cuts inside cuts; sheets that people make need three. */
const MAX_CUTS = 12;

/**
 * The separate tables of a sheet, from top to bottom and from left to right: empty rows part them, and empty columns where there
 * is a table on either side; a label and its value may have an empty column between them.
 */
export function regionsOf(cells: readonly Cell[], depth = 0): Region[] {
  const bands = cut(cells, ({ row }) => row, lastRowOf);
  if (depth >= MAX_CUTS) return bands;
  return bands.flatMap((band) => {
    if (!hasEmptyColumn(band)) return [band];
    const parts = cut(
      band.toSorted((a, b) => a.column - b.column),
      ({ column }) => column,
      lastColumnOf,
    );
    if (parts.length < 2 || !parts.every(isTable)) return [band];
    return parts.flatMap((part) =>
      regionsOf(
        part.toSorted((a, b) => a.row - b.row || a.column - b.column),
        depth + 1,
      ),
    );
  });
}

/** True where there is a column between others that no cell covers. */
function hasEmptyColumn(cells: readonly Cell[]): boolean {
  // By column: cells that begin there, less those that ended before.
  const changes = new Int32Array(MAX_COLUMNS + 1);
  for (const cell of cells) {
    const behind = lastColumnOf(cell) + 1;
    changes[cell.column] = (changes[cell.column] ?? 0) + 1;
    changes[behind] = (changes[behind] ?? 0) - 1;
  }
  let open = 0;
  let isBehindGap = false;
  for (const [column, change] of changes.entries()) {
    open += change;
    if (open > 0 && isBehindGap) return true;
    if (open === 0 && change < 0 && column < MAX_COLUMNS) isBehindGap = true;
  }
  return false;
}

/** Cells in order of where they begin, cut where nothing covers the place between two of them. */
function cut(cells: readonly Cell[], from: (cell: Cell) => number, to: (cell: Cell) => number): Cell[][] {
  const parts: Cell[][] = [];
  let end = -2;
  for (const cell of cells) {
    if (from(cell) > end + 1) parts.push([]);
    parts.at(-1)?.push(cell);
    end = Math.max(end, to(cell));
  }
  return parts;
}

/** Two rows and two columns at least. */
const isTable = (cells: readonly Cell[]): boolean =>
  cells.some(({ row }) => row !== cells[0]?.row) && cells.some(({ column }) => column !== cells[0]?.column);
