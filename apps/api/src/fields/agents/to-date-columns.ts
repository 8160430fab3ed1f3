import type { DocumentView } from '../domain/document-view.js';
import type { Rect } from '../domain/layout.js';
import type { Region } from '../domain/regions.js';

const TO_DATE =
  /(?<!\p{L})(?:ytd|year[ -]to[ -]date|cumul\p{L}*|acumulad[oa]s?|progressiv[oi]|jahreswerte?|jahressumme|kumuliert|cumulatief)(?!\p{L})/iu;
/** Rows that a heading reaches down over. */
const REACH_ROWS = 40;

interface Heading {
  readonly rect: Rect;
  readonly row: number;
  readonly page: number;
}

const known = new WeakMap<DocumentView, readonly Heading[]>();

/** The headings of columns that add up since the beginning of the year. */
function headings(view: DocumentView): readonly Heading[] {
  const before = known.get(view);
  if (before) return before;
  const found = view.layout.cells.flatMap(({ text, words, row, page, rect, start }) => {
    const match = words.length <= 4 ? TO_DATE.exec(text) : null;
    if (!match) return [];
    const own = words.filter((word) => word.end > start + match.index);
    return [{ row, page, rect: { ...rect, left: own[0]?.rect.left ?? rect.left } }];
  });
  known.set(view, found);
  return found;
}

/** True for an amount under such a heading: of the year, not of what the paper is about. */
export function isToDate(view: DocumentView, { cell }: Region): boolean {
  return headings(view).some(
    ({ rect, row, page }) =>
      page === cell.page &&
      cell.row > row &&
      cell.row <= row + REACH_ROWS &&
      cell.rect.left < rect.right &&
      cell.rect.right > rect.left,
  );
}
