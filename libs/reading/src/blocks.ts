import { CELL_GAP } from './layout/page-layout.js';
import type { Block, BlockKind, Table, TableCell } from './reading-model.js';

/** A cell before it has a place in a text. Line ends inside it become spaces: a row of a table is one line. */
export interface CellInput {
  readonly text: string;
  /** Rows and columns that it covers, 1 where absent. */
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly isHeader?: boolean;
}

interface TextBlockInput {
  readonly kind: Exclude<BlockKind, 'table'>;
  /** As it is to stand in the plain text, a list item's marker included. */
  readonly text: string;
  /** Of headings 1 to 6, of list items their depth from 1. */
  readonly level?: number;
  /** True where no empty line parts it from the block before. */
  readonly isTight?: boolean;
}

interface TableInput {
  readonly kind: 'table';
  readonly rows: readonly (readonly CellInput[])[];
  readonly isTight?: boolean;
}

/** What readers of markup give: the blocks of a page in reading order. */
export type BlockInput = TextBlockInput | TableInput;

/** Blocks that stand close to their likes. */
const TIGHT: ReadonlySet<BlockKind> = new Set(['list-item', 'key-value']);

/** A block's text, its offsets counted from the text's beginning; null where it says nothing. */
interface WrittenBlock {
  readonly text: string;
  readonly block: Block;
}

/** Writes blocks one after the other. Answers the text and the blocks, whose offsets count from `offset`. */
export function writeBlocks(inputs: readonly BlockInput[], offset: number): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = offset;
  let previous: BlockKind | null = null;
  for (const input of inputs) {
    const gap = previous === null ? '' : isTight(input, previous) ? '\n' : '\n\n';
    const written = input.kind === 'table' ? writeTable(input, at + gap.length) : writeText(input, at + gap.length);
    if (written === null) continue;
    parts.push(gap, written.text);
    blocks.push(written.block);
    at += gap.length + written.text.length;
    previous = input.kind;
  }
  return { text: parts.join(''), blocks };
}

const isTight = (input: BlockInput, previous: BlockKind): boolean =>
  input.isTight ?? (TIGHT.has(input.kind) && previous === input.kind);

function writeText({ kind, text, level }: TextBlockInput, start: number): WrittenBlock | null {
  const body = kind === 'code' ? text.trimEnd().replace(/^\n+/, '') : text.trim();
  if (body === '') return null;
  return {
    text: body,
    block: { kind, start, end: start + body.length, box: null, ...(level === undefined ? {} : { level }) },
  };
}

/** One line a row, wide gaps between cells; cells that say nothing leave no gap, and rows without text no line. */
function writeTable({ rows }: TableInput, start: number): WrittenBlock | null {
  const cells: TableCell[] = [];
  const grid = new Grid();
  let text = '';
  for (const [row, inputs] of rows.entries()) {
    let line = '';
    const lineStart = start + text.length + (text === '' ? 0 : 1);
    for (const input of inputs) {
      const body = oneLine(input.text);
      const before = line === '' || body === '' ? '' : CELL_GAP;
      const from = lineStart + line.length + before.length;
      line += before + body;
      cells.push(grid.place(row, input, { start: from, end: from + body.length }));
    }
    if (line !== '') text += (text === '' ? '' : '\n') + line;
  }
  if (text === '') return null;
  const end = start + text.length;
  const table: Table = { rows: rows.length, columns: grid.columns, cells: within(cells, end) };
  return { text, block: { kind: 'table', start, end, box: null, table } };
}

const oneLine = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' ')
    : text.trim();

/** Empty cells of rows that have no line would point behind the text. */
const within = (cells: readonly TableCell[], end: number): readonly TableCell[] =>
  (cells.at(-1)?.start ?? 0) <= end
    ? cells
    : cells.map((cell) => (cell.start <= end ? cell : { ...cell, start: end, end }));

/** Largest span that is believed; files claim whole sheets. */
const MAX_SPAN = 1000;
/** Columns that sheets have at most; spans beyond them are not followed, so that no row takes longer than its width. */
const MAX_COLUMNS = 16_384;

/** Finds each cell's column: those that cells above still cover are skipped (HTML standard, "forming a table"). */
class Grid {
  columns = 0;
  /** By column: the first row that is free again. */
  private readonly freeFrom: number[] = [];
  private row = -1;
  private column = 0;

  place(row: number, input: CellInput, { start, end }: { start: number; end: number }): TableCell {
    if (row !== this.row) {
      this.row = row;
      this.column = 0;
    }
    while (this.column < MAX_COLUMNS && (this.freeFrom[this.column] ?? 0) > row) this.column++;
    const { column } = this;
    const isWithin = column < MAX_COLUMNS;
    const rowSpan = isWithin ? spanOf(input.rowSpan) : 1;
    const columnSpan = isWithin ? spanOf(input.columnSpan) : 1;
    for (let index = column; index < column + columnSpan; index++) this.freeFrom[index] = row + rowSpan;
    this.column += columnSpan;
    this.columns = Math.max(this.columns, this.column);
    const cell = { row, column, start, end, box: null };
    // Sheets have a hundred thousand cells: one object each.
    const isPlain = rowSpan === 1 && columnSpan === 1 && input.isHeader !== true;
    return isPlain ? cell : { ...cell, ...peculiarities(rowSpan, columnSpan, input.isHeader === true) };
  }
}

const peculiarities = (rowSpan: number, columnSpan: number, isHeader: boolean): Partial<TableCell> => ({
  ...(rowSpan > 1 ? { rowSpan } : {}),
  ...(columnSpan > 1 ? { columnSpan } : {}),
  ...(isHeader ? { isHeader } : {}),
});

const spanOf = (span: number | undefined): number =>
  span === undefined || !(span >= 1) ? 1 : Math.min(MAX_SPAN, Math.floor(span));

/** A block whose offsets count from `by` characters further on. */
export const movedBlock = (block: Block, by: number): Block => ({
  ...block,
  start: block.start + by,
  end: block.end + by,
  ...(block.table === undefined ? {} : { table: movedTable(block.table, by) }),
});

const movedTable = (table: Table, by: number): Table => ({
  ...table,
  cells: table.cells.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by })),
});

/** The paragraphs of a plain text: runs of lines that are not blank. Offsets count from `offset`. */
export function paragraphsOf(text: string, offset: number): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g)) {
    const start = offset + match.index;
    blocks.push({ kind: 'paragraph', start, end: start + match[0].trimEnd().length, box: null });
  }
  return blocks;
}
