import { heightOf, type Cell, type Layout, type LayoutWord, type Rect } from '../domain/layout.js';

/** A heading of a table, with its lines one after the other; the offsets are those of its own text. */
export interface Heading {
  readonly layout: Layout;
  readonly rect: Rect;
}

const union = (rects: readonly Rect[]): Rect => ({
  left: Math.min(...rects.map((rect) => rect.left)),
  top: Math.min(...rects.map((rect) => rect.top)),
  right: Math.max(...rects.map((rect) => rect.right)),
  bottom: Math.max(...rects.map((rect) => rect.bottom)),
});

/** Cells of the rows of a header by the column that they stand in: those above and below each other share horizontal space. */
export function stacked(rows: readonly (readonly Cell[])[]): Cell[][] {
  const columns: Cell[][] = [];
  for (const cell of rows.flat()) {
    const over = columns.filter((column) =>
      column.some((other) => other.rect.left < cell.rect.right && other.rect.right > cell.rect.left),
    );
    // A line under two headings belongs to none of them alone.
    if (over.length === 1) over[0]?.push(cell);
    else columns.push([cell]);
  }
  return columns.sort((a, b) => (a[0]?.rect.left ?? 0) - (b[0]?.rect.left ?? 0));
}

/** The lines of one heading as a text of its own, so that "Unit" over "price" is one label; a hyphen at a line's end joins. */
export function headingOf(layout: Layout, cells: readonly Cell[]): Heading {
  const words: LayoutWord[] = [];
  let text = '';
  let last: Cell | undefined;
  for (const cell of cells) {
    const isHyphenated = last !== undefined && /\p{L}[-‐‑]$/u.test(text) && /^\p{Ll}/u.test(cell.text);
    if (isHyphenated) text = text.slice(0, -1);
    else if (text !== '') text += ' ';
    const offset = text.length - cell.start;
    words.push(...cell.words.map((word) => ({ ...word, start: word.start + offset, end: word.end + offset })));
    text += cell.text;
    last = cell;
  }
  const rect = union(cells.map((cell) => cell.rect));
  const whole: Cell = { index: 0, page: cells[0]?.page ?? 1, start: 0, end: text.length, text, words, rect, row: 0 };
  return { layout: { ...layout, text, cells: [whole], rows: [[whole]] }, rect };
}

/** True where two rows are set as lines of one heading: closer than the rows of a table are. */
export const isNextLine = (above: Cell, below: Cell): boolean =>
  below.rect.top - above.rect.bottom <= 1.2 * Math.max(heightOf(above.rect), heightOf(below.rect));
