import { labelledValues } from './line-marks.js';
import type { LaidOutCell, LaidOutLine } from './page-layout.js';
import { type FoundCell, type FoundTable, middleOf } from './placed-page.js';
import { type Column, columnsOf } from './table-columns.js';

/** A table among the lines of a page: those from `first` up to and with `last`. */
export interface TablePlace {
  readonly first: number;
  readonly last: number;
  readonly table: FoundTable;
}

/** Rows further apart than this many line heights are not of one table. */
const MAX_PITCH = 3.5;
/** Lines of a single cell that may stand between two rows: a cell's second line, a group's name. */
const MAX_SINGLES = 2;

/** Tables among the lines `from` to `to` (exclusive): rows whose cells stand below each other. */
export function findTables(lines: readonly LaidOutLine[], isFree: (index: number) => boolean): TablePlace[] {
  const found: TablePlace[] = [];
  let index = 0;
  while (index < lines.length) {
    if (!isRow(lines[index]) || !isFree(index)) {
      index++;
      continue;
    }
    const end = endOfRun(lines, index, isFree);
    addTables(found, lines, index, end);
    index = end;
  }
  return found;
}

const isRow = (line: LaidOutLine | undefined): boolean => (line?.cells.length ?? 0) >= 2;

/** End (exclusive) of the lines from `start` that stand close enough to be one table. */
function endOfRun(lines: readonly LaidOutLine[], start: number, isFree: (index: number) => boolean): number {
  let end = start + 1;
  let singles = 0;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index];
    const previous = lines[index - 1];
    if (line === undefined || previous === undefined || !isFree(index) || !areNear(previous, line)) break;
    if (isRow(line)) {
      singles = 0;
      end = index + 1;
    } else if (++singles > MAX_SINGLES) break;
  }
  return end;
}

function areNear(a: LaidOutLine, b: LaidOutLine): boolean {
  if (a.region !== b.region || a.direction !== b.direction) return false;
  const pitch = middleOf(b) - middleOf(a);
  return pitch > 0 && pitch <= MAX_PITCH * Math.max(a.size, b.size);
}

/** The run's widest row tells the columns; the rows around it that fit them make the table, and the rest is looked at again. */
function addTables(found: TablePlace[], lines: readonly LaidOutLine[], start: number, end: number): void {
  for (let from = start; from < end;) {
    const place = columnsOf(lines, from, end);
    if (place === null) return;
    const { first, last, columns } = place;
    // What stands above the table may be one of its own, with fewer columns.
    if (first > from) addTables(found, lines, from, first);
    const table = tableOf(lines, first, last, columns);
    if (table !== null) found.push({ first, last, table });
    from = last + 1;
  }
}

/** Cells of prose are longer, in words. */
const MAX_USUAL_WORDS = 8;
const MIN_ROWS_OF_TWO = 3;

function tableOf(
  lines: readonly LaidOutLine[],
  first: number,
  last: number,
  columns: readonly Column[],
): FoundTable | null {
  const rows = lines.slice(first, last + 1);
  const full = rows.filter(isRow);
  if (columns.length < 2 || full.length < (columns.length === 2 ? MIN_ROWS_OF_TWO : 2)) return null;
  const lengths = full.flatMap(({ cells }) => cells.map(({ from, to }) => to - from)).sort((a, b) => a - b);
  if ((lengths[Math.floor(lengths.length / 2)] ?? 0) > MAX_USUAL_WORDS) return null;
  if (columns.length === 2 && areLabels(full)) return null;
  const numbers = numberRows(rows, columns);
  const header = hasHeader(rows, numbers) ? 0 : -1;
  const cells = rows.flatMap((line, index) =>
    line.cells.map((cell): FoundCell => {
      const row = numbers[index] ?? 0;
      return {
        row,
        line: first + index,
        from: cell.from,
        to: cell.to,
        ...columnOf(cell, columns),
        ...(row === header ? { isHeader: true } : {}),
      };
    }),
  );
  return { rows: (numbers.at(-1) ?? 0) + 1, columns: columns.length, cells };
}

/** Labels with their values are pairs, not a table. */
const areLabels = (rows: readonly LaidOutLine[]): boolean =>
  2 * rows.filter((line) => labelledValues(line) !== null).length > rows.length;

/** The column or columns that a cell covers: at least the nearest one. */
function columnOf({ left, right }: LaidOutCell, columns: readonly Column[]): Pick<FoundCell, 'column' | 'columnSpan'> {
  let first = -1;
  let last = -1;
  let nearest = 0;
  let distance = Infinity;
  for (const [index, column] of columns.entries()) {
    if (Math.min(right, column.right) > Math.max(left, column.left)) {
      if (first < 0) first = index;
      last = index;
    }
    const away = Math.abs((left + right) / 2 - (column.left + column.right) / 2);
    if (away < distance) {
      distance = away;
      nearest = index;
    }
  }
  if (first < 0) return { column: nearest };
  return last > first ? { column: first, columnSpan: last - first + 1 } : { column: first };
}

/** A row's lines stand this much closer than rows do, or than this many line heights. */
const ROW_GAP = 1.35;

/** The row of every line: a line that leaves most cells out and stands closer than rows do continues the row above. */
function numberRows(lines: readonly LaidOutLine[], columns: readonly Column[]): number[] {
  const pitches = lines.slice(1).map((line, index) => middleOf(line) - middleOf(lines[index] ?? line));
  const least = pitches.reduce((a, b) => Math.min(a, b), Infinity);
  const isParted = pitches.some((pitch) => pitch > ROW_GAP * least);
  const numbers = [0];
  for (const [index, pitch] of pitches.entries()) {
    const { cells = [], size = 0 } = lines[index + 1] ?? {};
    const [first] = cells;
    const isTight = isParted ? pitch <= ROW_GAP * least : pitch <= ROW_GAP * size;
    // Where all lines stand alike, only a line that says nothing in the first column is known to be a second one.
    const leavesOut = isParted
      ? 2 * cells.length <= columns.length
      : cells.length === 1 && first !== undefined && columnOf(first, columns).column > 0;
    numbers.push((numbers[index] ?? 0) + (isTight && leavesOut ? 0 : 1));
  }
  return numbers;
}

/** The first row names the columns where it alone is bold, or where it has words above columns of numbers. */
function hasHeader(lines: readonly LaidOutLine[], numbers: readonly number[]): boolean {
  const head = lines.filter((_, index) => numbers[index] === 0);
  const body = lines.filter((_, index) => numbers[index] !== 0);
  if (body.length === 0) return false;
  if (head.every(({ isBold }) => isBold) && body.filter(({ isBold }) => isBold).length < body.length / 2) return true;
  return !head.some(hasNumber) && 2 * body.filter(hasNumber).length >= body.length;
}

const hasNumber = ({ words }: LaidOutLine): boolean => words.some(({ text }) => /\d/.test(text));
