import type { BlockInput, CellInput } from '../../blocks.js';
import { lastColumnOf, lastRowOf, type Region } from './regions.js';
import type { Cell } from './sheet.js';

/** Empty cells that are written one by one; more beside each other are one wide cell. */
const MAX_SINGLE_GAP = 4;
/** Merged cells above that a row is held against; more beside each other are no table. */
const MAX_OPEN = 256;

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

function tableRows(
  region: Region,
  { columns, isHeaderRow }: { readonly columns: ReadonlyMap<number, number>; readonly isHeaderRow: boolean },
): CellInput[][] {
  const rows = [...Map.groupBy(region, ({ row }) => row)];
  const rowNumbers = rows.map(([row]) => row);
  let open: OpenCell[] = [];
  return rows.map(([row, cells], index) => {
    open = open.filter(({ lastRow }) => lastRow >= row);
    const line: CellInput[] = [];
    let next = 0;
    for (const cell of cells) {
      const from = columns.get(cell.column) ?? next;
      const to = columns.get(lastColumnOf(cell)) ?? from;
      line.push(...emptyCells(next, from, open));
      line.push(
        cellInput(cell, {
          columnSpan: to - from + 1,
          rowSpan: rowsCovered(rowNumbers, index, lastRowOf(cell)),
          isHeader: isHeaderRow && index === 0,
        }),
      );
      next = Math.max(next, to + 1);
    }
    for (const cell of cells)
      if (lastRowOf(cell) > row && open.length < MAX_OPEN)
        open.push({
          from: columns.get(cell.column) ?? 0,
          to: columns.get(lastColumnOf(cell)) ?? 0,
          lastRow: lastRowOf(cell),
        });
    return line;
  });
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

/** Rows from `index` on that a cell reaching down to `lastRow` covers; rows without text are not in the table. */
function rowsCovered(rowNumbers: readonly number[], index: number, lastRow: number): number {
  let covered = 1;
  while ((rowNumbers[index + covered] ?? Number.POSITIVE_INFINITY) <= lastRow) covered++;
  return covered;
}

/** Fills the columns from `from` to before `to`, but those that cells above cover. */
function emptyCells(from: number, to: number, open: readonly OpenCell[]): CellInput[] {
  if (to <= from) return [];
  const covered = open.filter((cell) => cell.to >= from && cell.from < to);
  const free =
    to - from - covered.reduce((sum, cell) => sum + Math.min(to - 1, cell.to) - Math.max(from, cell.from) + 1, 0);
  if (free <= 0) return [];
  if (free <= MAX_SINGLE_GAP || covered.length > 0) return Array.from({ length: free }, () => ({ text: '' }));
  return [{ text: '', columnSpan: free }];
}
