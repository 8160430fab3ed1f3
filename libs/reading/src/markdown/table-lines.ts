import type { Block, TableCell } from '../reading-model.js';
import { endOf, isBlank, type TextLine } from './lines.js';

/** The line under a table's header: `| --- | :-: |` (GitHub Flavored Markdown, 4.10). */
const DELIMITER = /^\|?(?::?-+:?\|)*:?-+:?\|?$/;

interface CellText {
  readonly start: number;
  readonly end: number;
}

/** True where a table begins on this line. */
export const isTableStart = (line: TextLine, next: TextLine | undefined): boolean =>
  next !== undefined &&
  line.text.includes('|') &&
  next.text.includes('|') &&
  DELIMITER.test(next.text.replace(/[ \t]+/g, '')) &&
  cellsOf(line).length === cellsOf(next).length;

/** The table that begins at a line; answers how many lines it takes. */
export function readTable(lines: readonly TextLine[], from: number): { block: Block; lines: number } {
  let to = from + 2;
  while (to < lines.length && isRow(lines[to])) to++;
  const rows = lines.slice(from, to).filter((_, index) => index !== 1);
  const cells: TableCell[] = [];
  let columns = 0;
  rows.forEach((line, row) => {
    cellsOf(line).forEach((cell, column) =>
      cells.push({ row, column, ...(row === 0 ? { isHeader: true } : {}), ...cell, box: null }),
    );
    columns = Math.max(columns, (cells.at(-1)?.column ?? -1) + 1);
  });
  const first = lines[from];
  const last = lines[to - 1];
  const block: Block = {
    kind: 'table',
    start: first?.start ?? 0,
    end: last === undefined ? 0 : endOf(last),
    box: null,
    table: { rows: rows.length, columns, cells },
  };
  return { block, lines: to - from };
}

const isRow = (line: TextLine | undefined): boolean => line !== undefined && !isBlank(line) && line.text.includes('|');

/** What stands between the bars of a line; a bar behind a backslash is text. */
function cellsOf({ text, start }: TextLine): CellText[] {
  const bars: number[] = [];
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at + 1)) if (text[at - 1] !== '\\') bars.push(at);
  const edges = [-1, ...bars, text.length];
  const parts = edges.slice(1).map((to, index) => trimmed(text, (edges[index] ?? 0) + 1, to));
  if (isEmpty(parts[0]) && bars.length > 0) parts.shift();
  if (isEmpty(parts.at(-1)) && bars.length > 0) parts.pop();
  return parts.map((part) => ({ start: start + part.start, end: start + part.end }));
}

const isEmpty = (part: CellText | undefined): boolean => part !== undefined && part.start === part.end;

function trimmed(text: string, from: number, to: number): CellText {
  const body = text.slice(from, to);
  const start = from + (body.length - body.trimStart().length);
  return { start: Math.min(start, to), end: Math.max(Math.min(start, to), from + body.trimEnd().length) };
}
