import { CELL_GAP } from '@app/reading';
import { rowsToMarkdown } from './markdown-table.js';
import { lineMarkdown } from './markdown-text.js';

/** Lines that have cells beside each other, at least two in a row with the same number of cells, become a table. */
export function linesToMarkdown(text: string): string {
  const out: string[] = [];
  let table: { cells: readonly string[]; line: string }[] = [];
  const flush = (): void => {
    if (table.length > 1) out.push('', rowsToMarkdown(table.map(({ cells }) => cells)), '');
    else for (const { line } of table) out.push(lineMarkdown(line));
    table = [];
  };
  for (const line of text.split('\n')) {
    const cells = line.split(CELL_GAP).filter((cell) => cell.trim() !== '');
    if (cells.length < 2 || (table.length > 0 && table[0]?.cells.length !== cells.length)) flush();
    if (cells.length >= 2) table.push({ cells, line });
    else out.push(lineMarkdown(line));
  }
  flush();
  return out.join('\n').trim();
}
