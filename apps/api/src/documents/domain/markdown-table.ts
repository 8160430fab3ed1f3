import type { Block } from '@app/reading';
import { inlineMarkdown } from './markdown-text.js';

type Table = NonNullable<Block['table']>;

/** Wider tables are lines of text: nobody could read them as Markdown. */
const MAX_COLUMNS = 200;

const asRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Rows as a table of GitHub's Markdown; the first one names the columns. */
export function rowsToMarkdown(rows: readonly (readonly string[])[]): string {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [head = [], ...rest] = rows.map((row) =>
    Array.from({ length: width }, (_, column) => inlineMarkdown(row[column] ?? '').replaceAll('|', '\\|')),
  );
  return [asRow(head), `|${' --- |'.repeat(width)}`, ...rest.map(asRow)].join('\n');
}

/**
 * A table with its cells in their columns. A cell that covers several stands in the first of them, the others stay empty.
 * Null where it is too wide, or is a single row, which reads better as text.
 */
export function tableToMarkdown(text: string, table: Table): string | null {
  if (table.columns > MAX_COLUMNS || table.rows < 2) return null;
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const { row, column, start, end } of table.cells) {
    const cells = rows[row];
    if (cells !== undefined && column < MAX_COLUMNS) cells[column] = text.slice(start, end);
  }
  return rowsToMarkdown(rows.filter((row) => row.some((cell) => cell !== undefined && cell.trim() !== '')));
}
