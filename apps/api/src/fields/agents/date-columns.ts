import type { DateMatch } from '@app/text';
import { within, type DocumentView } from '../domain/document-view.js';
import { isHeadingWords } from '../domain/label-words.js';
import type { LabelHit } from '../domain/labels.js';
import { isLabelCell, rectOf } from '../domain/regions.js';

/** Rows under a heading in which a second date makes it the heading of a column. */
const NEAR_ROWS = 8;
const FAR_ROWS = 80;
/** A row of so many headings is that of a table; forms have fewer boxes side by side. */
const TABLE_HEADINGS = 5;

/** Dates under a heading, as far as its page goes, with the row of each. */
function datesUnder(view: DocumentView, hit: LabelHit): { date: DateMatch; row: number }[] {
  const { left, right } = rectOf(hit);
  const found: { date: DateMatch; row: number }[] = [];
  for (let row = hit.cell.row + 1; row <= hit.cell.row + FAR_ROWS; row++) {
    const cells = view.layout.rows[row];
    if (!cells || cells[0]?.page !== hit.cell.page) break;
    for (const cell of cells) {
      if (cell.rect.left >= right || cell.rect.right <= left) continue;
      const words = cell.words.filter((word) => word.rect.left < right && word.rect.right > left);
      const [first, last] = [words[0], words.at(-1)];
      if (first && last) found.push(...within(view.dates, first.start, last.end + 1).map((date) => ({ date, row })));
    }
  }
  return found;
}

/** The dates of the column that a label heads; null where it heads none but stands beside or over one value. */
export function columnUnder(view: DocumentView, hit: LabelHit): DateMatch[] | null {
  if (/^\s*:/.test(view.text.slice(hit.end, hit.end + 3))) return null;
  const found = datesUnder(view, hit);
  const near = new Set(found.filter(({ row }) => row <= hit.cell.row + NEAR_ROWS).map(({ row }) => row)).size;
  const headings = (view.layout.rows[hit.cell.row] ?? []).filter(
    (cell) => isLabelCell(cell, view.byCell) || isHeadingWords(cell.text),
  ).length;
  return found.length > 0 && (near >= 2 || headings >= TABLE_HEADINGS) ? found.map(({ date }) => date) : null;
}
