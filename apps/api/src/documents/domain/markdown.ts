import type { Page, StoredReading } from '@app/reading';
import { CELL_GAP } from '@app/reading';

const escapeCell = (cell: string): string => cell.trim().replaceAll('|', '\\|');

/** Lines that have cells beside each other, at least two in a row with the same number of cells, become a table. */
function pageToMarkdown(text: string, page: Page): string {
  const lines = text.slice(page.start, page.end).split('\n');
  const out: string[] = [];
  let table: string[][] = [];
  const flush = (): void => {
    const width = table[0]?.length ?? 0;
    if (table.length > 1) {
      const [head = [], ...rows] = table;
      out.push(
        '',
        `| ${head.map(escapeCell).join(' | ')} |`,
        `|${' --- |'.repeat(width)}`,
        ...rows.map((row) => `| ${row.map(escapeCell).join(' | ')} |`),
        '',
      );
    } else for (const row of table) out.push(row.join(CELL_GAP));
    table = [];
  };
  for (const line of lines) {
    const cells = line.split(CELL_GAP).filter((cell) => cell.trim() !== '');
    if (cells.length < 2 || (table.length > 0 && table[0]?.length !== cells.length)) flush();
    if (cells.length >= 2) table.push(cells);
    else out.push(line);
  }
  flush();
  return out.join('\n').trim();
}

/** The reading as Markdown: pages parted by rules, rows of cells as tables. */
export const toMarkdown = (reading: StoredReading): string =>
  reading.pages.length === 0
    ? reading.text
    : reading.pages.map((page) => pageToMarkdown(reading.text, page)).join('\n\n---\n\n');
