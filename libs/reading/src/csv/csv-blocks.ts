import type { BlockInput, CellInput } from '../blocks.js';
import { CELL_GAP } from '../layout/page-layout.js';
import { detectDialect } from './detect-separator.js';
import { type CsvRow, parseCsv } from './parse-csv.js';

/** Cells that are told one by one; what is beyond them is text of the same shape. */
const MAX_CELLS = 200_000;
/** Stands in no text that was cleaned. */
const NO_SEPARATOR = '\0';
const NUMBER = /^[-+]?[\d.,\s]*\d[\d.,\s]*%?$/;

export interface CsvContent {
  readonly blocks: readonly BlockInput[];
  /** True where rows are more than are told cell by cell. */
  readonly isLong: boolean;
}

/** The rows of a CSV text as one table; lines of one cell before it are a title or notes. Lines end in `\n`. */
export function csvBlocks(text: string): CsvContent {
  const { separator, skipped, columns } = detectDialect(text);
  const rows: CsvRow[] = [];
  const beyond: string[] = [];
  let cells = 0;
  for (const row of parseCsv(text.slice(skipped), separator ?? NO_SEPARATOR)) {
    if (row.every((cell) => cell.trim() === '')) continue;
    cells += row.length;
    if (cells <= MAX_CELLS) rows.push(row);
    else beyond.push(asLine(row));
  }
  const first = Math.max(0, columns < 2 ? 0 : rows.findIndex((row) => row.length > 1));
  const table = rows.slice(first);
  return {
    blocks: [
      ...rows.slice(0, first).map(asParagraph),
      { kind: 'table', rows: table.map(asCells(isHeader(table))) },
      // One block: a million of them would take more memory than the text.
      ...(beyond.length > 0 ? [{ kind: 'paragraph' as const, text: beyond.join('\n'), isTight: true }] : []),
    ],
    isLong: beyond.length > 0,
  };
}

/** A first row without numbers above rows with some, or above many rows, names the columns. */
function isHeader(rows: readonly CsvRow[]): boolean {
  const [first, ...others] = rows;
  return first !== undefined && others.length > 0 && !first.some((cell) => NUMBER.test(cell.trim().slice(0, 50)));
}

const asCells =
  (hasHeader: boolean) =>
  (row: CsvRow, index: number): CellInput[] =>
    row.map((text) => (hasHeader && index === 0 ? { text, isHeader: true } : { text }));

const asParagraph = (row: CsvRow): BlockInput => ({ kind: 'paragraph', text: row.join(' '), isTight: true });
const asLine = (row: CsvRow): string =>
  row
    .map((cell) => cell.replaceAll('\n', ' ').trim())
    .filter((cell) => cell !== '')
    .join(CELL_GAP);
