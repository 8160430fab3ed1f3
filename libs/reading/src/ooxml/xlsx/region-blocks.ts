import type { BlockInput, CellInput } from '../../blocks.js';
import { lastColumnOf, lastRowOf, type Region } from './regions.js';
import type { Cell } from './sheet.js';

/** Empty cells that are written one by one; more beside each other are one wide cell. */
const MAX_SINGLE_GAP = 4;
/** Merged cells above that a row is held against; more beside each other are no table. */
const MAX_OPEN = 256;
/** Empty cells of a table for each one with text, and for all of them; beyond it is no table that people made. */
const FILLERS_PER_CELL = 20;
const MIN_FILLERS = 10_000;

/** A region as a block: text where it has only one column of words, else a table. */
export function regionBlocks(region: Region, hasHeader: boolean): BlockInput[] {
  const columns = denseColumns(region);
  const [only] = region;
  if (region.length === 1 && only !== undefined) return [{ kind: 'paragraph', text: only.text }];
  if (columns.size === 1 && !region.some(({ isNumber }) => isNumber))
    return region.map(({ text }, index): BlockInput => ({ kind: 'paragraph', text, isTight: index > 0 }));
  return [{ kind: 'table', rows: tableRows(region, { columns, isHeaderRow: hasHeader || looksLikeHeader(region) }) }];
}

/** Numbers the columns that cells begin or end in; those that are hidden or empty throughout have no number. */
function denseColumns(region: Region): ReadonlyMap<number, number> {
  const used = new Set<number>();
  for (const cell of region) {
    used.add(cell.column);
    used.add(lastColumnOf(cell));
  }
  return new Map([...used].sort((a, b) => a - b).map((column, index) => [column, index]));
}

/** The first row names the columns where all its cells are words, and numbers stand below. */
function looksLikeHeader(region: Region): boolean {
  const first = region.filter(({ row }) => row === region[0]?.row);
  return first.length > 1 && !first.some(({ isNumber }) => isNumber) && region.some(({ isNumber }) => isNumber);
}

interface OpenCell {
  readonly from: number;
  readonly to: number;
  readonly lastRow: number;
}

interface TableLook {
  readonly columns: ReadonlyMap<number, number>;
  readonly isHeaderRow: boolean;
}

const tableRows = (region: Region, look: TableLook): CellInput[][] => new TableWriter(region, look).rows();

/** Writes the rows of a region one after the other; merged cells that reach down stay open. */
class TableWriter {
  private readonly byRow: readonly (readonly [row: number, cells: readonly Cell[]])[];
  private open: OpenCell[] = [];
  private fillersLeft: number;

  constructor(
    private readonly region: Region,
    private readonly look: TableLook,
  ) {
    this.byRow = [...Map.groupBy(region, ({ row }) => row)];
    this.fillersLeft = MIN_FILLERS + FILLERS_PER_CELL * this.region.length;
  }

  rows(): CellInput[][] {
    return this.byRow.map(([row, cells], index) => {
      this.open = this.open.filter(({ lastRow }) => lastRow >= row);
      const line = this.line(cells, index);
      for (const cell of cells)
        if (lastRowOf(cell) > row && this.open.length < MAX_OPEN)
          this.open.push({
            from: this.place(cell.column),
            to: this.place(lastColumnOf(cell)),
            lastRow: lastRowOf(cell),
          });
      return line;
    });
  }

  private line(cells: readonly Cell[], index: number): CellInput[] {
    const line: CellInput[] = [];
    let next = 0;
    for (const cell of cells) {
      const from = this.place(cell.column);
      const to = this.place(lastColumnOf(cell));
      if (from > next) line.push(...this.fillers(next, from));
      line.push(
        cellInput(cell, {
          columnSpan: to - from + 1,
          rowSpan: this.rowsUpTo(lastRowOf(cell)) - index,
          isHeader: this.look.isHeaderRow && index === 0,
        }),
      );
      next = Math.max(next, to + 1);
    }
    return line;
  }

  private place(column: number): number {
    return this.look.columns.get(column) ?? 0;
  }

  /** Rows of the table that begin at this row of the sheet or above; rows without text are not in the table. */
  private rowsUpTo(lastRow: number): number {
    let from = 0;
    let to = this.byRow.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.byRow[middle]?.[0] ?? 0) <= lastRow) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Empty cells in the columns from `from` to before `to`, but those that cells above cover. */
  private fillers(from: number, to: number): CellInput[] {
    const fillers: CellInput[] = [];
    let at = from;
    const covering = this.open.filter((cell) => cell.to >= from && cell.from < to).sort((a, b) => a.from - b.from);
    for (const cell of [...covering, { from: to, to }]) {
      fillers.push(...emptyCells(cell.from - at));
      at = Math.max(at, cell.to + 1);
    }
    this.fillersLeft -= fillers.length;
    return this.fillersLeft < 0 ? [] : fillers;
  }
}

/** Most cells are what they are: there may be a million of them, so they are not copied. */
function cellInput(
  cell: Cell,
  { columnSpan, rowSpan, isHeader }: { columnSpan: number; rowSpan: number; isHeader: boolean },
): CellInput {
  if (columnSpan === 1 && rowSpan === 1 && !isHeader) return cell;
  return {
    text: cell.text,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(isHeader ? { isHeader } : {}),
  };
}

const emptyCells = (width: number): CellInput[] =>
  width > MAX_SINGLE_GAP
    ? [{ text: '', columnSpan: width }]
    : Array.from({ length: Math.max(0, width) }, () => ({ text: '' }));
