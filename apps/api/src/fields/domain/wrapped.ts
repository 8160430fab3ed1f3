import type { DocumentView } from './document-view.js';
import { heightOf, type Cell, type Layout } from './layout.js';
import { isLabelCell, type LabelsByCell } from './regions.js';

/** Lines of one value stand closer than this, in heights of a line; entries of a form stand further apart. */
const LINE_GAP = 0.35;
const MAX_LINES = 3;

interface Piece {
  readonly start: number;
  readonly end: number;
}

const nextLine = (layout: Layout, labels: LabelsByCell, above: Cell, left: number): Cell | null => {
  const height = heightOf(above.rect);
  for (const row of layout.rows.slice(above.row + 1, above.row + 3)) {
    const at = row.findIndex((cell) => Math.abs(cell.rect.left - left) < 0.4 * height);
    const [cell, beside] = [row[at], row[at - 1]];
    if (!cell || cell.page !== above.page) continue;
    const near = cell.rect.top - above.rect.bottom <= LINE_GAP * height && cell.rect.top > above.rect.top;
    const free = !isLabelCell(cell, labels) && !cell.text.includes(':') && !(beside && isLabelCell(beside, labels));
    return near && free ? cell : null;
  }
  return null;
};

/** The lines on which a value that begins at `start` goes on: set under its first word, tighter than what is a new entry. */
export function wrappedLines(view: Pick<DocumentView, 'layout' | 'byCell'>, cell: Cell, start: number): Piece[] {
  const left = cell.words.find((word) => word.end > start)?.rect.left;
  const lines: Cell[] = [];
  for (let above = cell; left !== undefined && lines.length < MAX_LINES;) {
    const next = nextLine(view.layout, view.byCell, above, left);
    if (!next) break;
    lines.push(next);
    above = next;
  }
  return lines;
}
