import type { BlockInput, CellInput } from '../blocks.js';

export interface HtmlCell {
  readonly blocks: readonly BlockInput[];
  readonly isHeader: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export type HtmlRow = readonly HtmlCell[];

/** A cell that holds more than this is a part of a page, not of a table. */
const MAX_CELL = 2000;
/** A cell of a row that no header declares to be one. */
const MAX_LIGHT_CELL = 300;
const MAX_LIGHT_LINES = 3;

/**
 * What a `table` element is to a reader. Mail and old pages use tables to place things: such a table gives the blocks of
 * its cells one after the other, only rows of short cells beside each other stay rows. A table with header cells, or one
 * whose rows are all short, is a table; what stands inside its cells becomes one line a cell.
 */
export function tableBlocks(rows: readonly HtmlRow[], isBordered: boolean): BlockInput[] {
  if (isDeclared(rows, isBordered)) return [asTable(rows)];
  const kinds = kindsOf(rows);
  const beside = kinds.filter((kind) => kind === 'beside').length;
  if (beside > 1 && !kinds.includes('part')) return [asTable(rows)];
  return cutUp(rows, kinds);
}

/** `beside`: short cells next to each other; `single`: one cell that says something; `part`: a part of the page. */
type RowKind = 'beside' | 'single' | 'part' | 'empty';

function kindsOf(rows: readonly HtmlRow[]): RowKind[] {
  let covered = 0;
  return rows.map((row, index) => {
    const kind = kindOf(row);
    const isCovered = index < covered;
    for (const { rowSpan } of row) if (rowSpan > 1) covered = Math.max(covered, index + rowSpan);
    // Beside a cell of a row above.
    return kind === 'single' && isCovered ? 'beside' : kind;
  });
}

function kindOf(row: HtmlRow): RowKind {
  const filled = row.filter((cell) => cell.blocks.length > 0);
  if (filled.length === 0) return 'empty';
  const lines = filled.map(linesOf);
  if (!lines.every((count) => count <= MAX_LIGHT_LINES)) return 'part';
  if (filled.length === 1) return 'single';
  // Addresses beside each other have lines of their own.
  return Math.min(...lines) > 1 ? 'part' : 'beside';
}

/** Lines of a short cell; infinite where it is none. */
function linesOf({ blocks }: HtmlCell): number {
  let lines = 0;
  let length = 0;
  for (const block of blocks) {
    if (block.kind === 'table' || block.kind === 'code') return Infinity;
    lines += block.text.split('\n').length;
    length += block.text.length;
    if (length > MAX_LIGHT_CELL) return Infinity;
  }
  return lines;
}

/** A grid that is drawn, or header cells beside others that are none; and no part of a page among them. */
function isDeclared(rows: readonly HtmlRow[], isBordered: boolean): boolean {
  const cells = rows.flat();
  const isGrid = rows.length > 1 && rows.some((row) => row.length > 1);
  const hasHeader =
    cells.some(({ isHeader }) => isHeader) &&
    (cells.some(({ isHeader }) => !isHeader) || (isGrid && rows.every((row) => row.length > 1)));
  const isSaid = hasHeader || (isBordered && isGrid && !cells.some(({ blocks }) => blocks.some(isTable)));
  return cells.length > 1 && isSaid && cells.every((cell) => sizeOf(cell.blocks) <= MAX_CELL);
}

const isTable = ({ kind }: BlockInput): boolean => kind === 'table';

const sizeOf = (blocks: readonly BlockInput[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? tableSize(block.rows) : block.text.length), 0);
const tableSize = (rows: readonly (readonly CellInput[])[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((inner, cell) => inner + cell.text.length, 0), 0);

const asTable = (rows: readonly HtmlRow[]): BlockInput => ({ kind: 'table', rows: rows.map((row) => row.map(asCell)) });

const asCell = ({ blocks, isHeader, rowSpan, columnSpan }: HtmlCell): CellInput => ({
  text: blocks.map(oneLine).join(' '),
  ...(isHeader && { isHeader }),
  ...(rowSpan > 1 && { rowSpan }),
  ...(columnSpan > 1 && { columnSpan }),
});

/** A table inside a cell: its cells as words, its rows parted by semicolons. */
const oneLine = (block: BlockInput): string =>
  block.kind === 'table'
    ? block.rows
        .map((row) =>
          row
            .map(({ text }) => text.trim())
            .filter((text) => text !== '')
            .join(' '),
        )
        .filter((text) => text !== '')
        .join('; ')
    : block.text;

function cutUp(rows: readonly HtmlRow[], kinds: readonly RowKind[]): BlockInput[] {
  const blocks: BlockInput[] = [];
  let beside: HtmlRow[] = [];
  const flush = (): void => {
    if (beside.length > 0) blocks.push({ ...asTable(beside), isTight: false });
    beside = [];
  };
  for (const [index, row] of rows.entries()) {
    if (kinds[index] === 'beside') {
      beside.push(row);
      continue;
    }
    flush();
    for (const cell of row)
      for (const block of cell.blocks)
        blocks.push(blocks.at(-1)?.kind === 'table' ? { ...block, isTight: false } : block);
  }
  flush();
  return blocks;
}
