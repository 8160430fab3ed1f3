import type { Box, Page, StoredReading, Word } from '@app/reading';

/** A rectangle in page units: points, or columns and lines where the format has no geometry. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LayoutWord {
  readonly start: number;
  readonly end: number;
  readonly rect: Rect;
}

/** Words that stand beside each other without a wide gap: a label, a value, a table cell, a line of prose. */
export interface Cell extends LayoutWord {
  readonly index: number;
  readonly page: number;
  readonly text: string;
  readonly words: readonly LayoutWord[];
  /** Index into `Layout.rows`. */
  row: number;
}

export interface Layout {
  readonly text: string;
  readonly cells: readonly Cell[];
  /** Cells at one height, left to right; top to bottom, page after page. */
  readonly rows: readonly (readonly Cell[])[];
  readonly pageCount: number;
  /** True where the reading holds recognised text, whose letters may be wrong. */
  readonly recognised: boolean;
  readonly truncated: boolean;
}

/**
 * Beyond this many words (about 120 dense pages) single values are looked for at the beginning and the end only, where they
 * stand; agents say so in a warning. Tables are then read part by part.
 */
const MAX_WORDS = 60_000;
/** The share of them that is kept for the end. */
const TAIL_WORDS = MAX_WORDS / 5;
/** A gap wider than this many line heights parts two cells; spaces of justified prose stay below it. */
const CELL_GAP = 0.95;
const COLUMN_WIDTH = 6;
const LINE_HEIGHT = 12;
/** The part of a typed line that its letters fill: with less than two lines between them an empty line parts blocks. */
const INKED = 0.8;

export const heightOf = (rect: Rect): number => rect.bottom - rect.top;
export const widthOf = (rect: Rect): number => rect.right - rect.left;
export const middleOf = (rect: Rect): number => (rect.top + rect.bottom) / 2;

function union(words: readonly LayoutWord[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rect } of words) {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top);
    right = Math.max(right, rect.right);
    bottom = Math.max(bottom, rect.bottom);
  }
  return { left, top, right, bottom };
}

function rectOf(box: Box, page: Page): Rect {
  const width = page.width || 612;
  const height = page.height || 792;
  return {
    left: box.x * width,
    top: box.y * height,
    right: (box.x + box.width) * width,
    bottom: (box.y + box.height) * height,
  };
}

/** Words of a line without boxes, set as on a typewriter. */
function typewritten(text: string, start: number, end: number, line: number): LayoutWord[] {
  const words: LayoutWord[] = [];
  const source = text.slice(start, end);
  let column = 0;
  let at = 0;
  for (const match of source.matchAll(/\S+/g)) {
    for (; at < match.index; at++) column = source[at] === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1;
    const left = column * COLUMN_WIDTH;
    column += match[0].length;
    at += match[0].length;
    words.push({
      start: start + match.index,
      end: start + at,
      rect: { left, top: line * LINE_HEIGHT, right: column * COLUMN_WIDTH, bottom: (line + INKED) * LINE_HEIGHT },
    });
  }
  return words;
}

/** The lines of a page as words with rectangles, whether the reader knew boxes or not. */
function linesOf(text: string, page: Page): LayoutWord[][] {
  const lines = page.lines.length > 0 ? page.lines : [{ start: page.start, end: page.end, words: [] as Word[] }];
  const boxed = page.lines.some((line) => line.words.some((word) => word.box !== null));
  if (boxed) {
    return lines.map((line) =>
      line.words.flatMap((word) =>
        word.box ? [{ start: word.start, end: word.end, rect: rectOf(word.box, page) }] : [],
      ),
    );
  }
  const result: LayoutWord[][] = [];
  let last = lines[0]?.start ?? 0;
  for (const { start, end } of lines) {
    // Readers leave empty lines out; on a typed page they are what parts blocks.
    for (let empty = text.slice(last, start).split('\n').length - 2; empty > 0; empty--) result.push([]);
    last = end;
    let at = start;
    for (const part of text.slice(start, end).split('\n')) {
      result.push(typewritten(text, at, at + part.length, result.length));
      at += part.length + 1;
    }
  }
  return result;
}

/** Words of this many characters are wider than high, unless they are set on their side. */
const UPRIGHT_LETTERS = 4;

/** How a page is turned that was set on its side: its lines run upwards, downwards, or as they should. */
function turnOf(lines: readonly (readonly LayoutWord[])[]): 'up' | 'down' | null {
  const words = lines.flat().filter((word) => word.end - word.start >= UPRIGHT_LETTERS);
  const onSide = words.filter(({ rect }) => heightOf(rect) > 1.3 * widthOf(rect)).length;
  if (words.length < 10 || onSide < 0.7 * words.length) return null;
  const steps = lines.flatMap((line) =>
    line.slice(1).map((word, index) => word.rect.top - (line[index]?.rect.top ?? 0)),
  );
  return steps.filter((step) => step < 0).length > steps.length / 2 ? 'up' : 'down';
}

/** A page that was set on its side, turned so that its lines run from left to right. */
function upright(lines: LayoutWord[][], page: Page): LayoutWord[][] {
  const turn = turnOf(lines);
  if (!turn) return lines;
  const [width, height] = [page.width || 612, page.height || 792];
  const turned = ({ left, top, right, bottom }: Rect): Rect =>
    turn === 'up'
      ? { left: height - bottom, top: left, right: height - top, bottom: right }
      : { left: top, top: width - right, right: bottom, bottom: width - left };
  return lines.map((line) => line.map((word) => ({ ...word, rect: turned(word.rect) })));
}

/** Cuts a line at wide gaps. A colon stays with its label, however far away it is set. */
function splitAtGaps(text: string, words: readonly LayoutWord[]): LayoutWord[][] {
  const sorted = [...words].sort((a, b) => a.rect.left - b.rect.left);
  const parts: LayoutWord[][] = [];
  let current: LayoutWord[] = [];
  for (const word of sorted) {
    const last = current.at(-1);
    const size = last ? Math.min(heightOf(last.rect), heightOf(word.rect)) : 0;
    if (last && word.rect.left - last.rect.right > CELL_GAP * size && text[word.start] !== ':') {
      parts.push(current);
      current = [];
    }
    current.push(word);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

/** True where two rectangles stand at one height without covering each other. */
function beside(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const apart = a.right <= b.left + 1 || b.right <= a.left + 1;
  return apart && shared > 0.5 * Math.min(heightOf(a), heightOf(b));
}

/** How many rows above a cell may still be open: enough for skewed photographs and subscripts. */
const OPEN_ROWS = 6;

function rowsOf(cells: Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of [...cells].sort((a, b) => middleOf(a.rect) - middleOf(b.rect) || a.rect.left - b.rect.left)) {
    const row = rows.slice(-OPEN_ROWS).findLast((open) => {
      const gap = (other: Cell): number =>
        Math.max(other.rect.left - cell.rect.right, cell.rect.left - other.rect.right);
      const nearest = open.reduce((best, other) => (gap(other) < gap(best) ? other : best));
      return beside(nearest.rect, cell.rect);
    });
    if (row) row.push(cell);
    else rows.push([cell]);
  }
  const mean = (row: readonly Cell[]): number => row.reduce((sum, cell) => sum + middleOf(cell.rect), 0) / row.length;
  for (const row of rows) row.sort((a, b) => a.rect.left - b.rect.left);
  return rows
    .map((row) => ({ row, y: mean(row) }))
    .sort((a, b) => a.y - b.y)
    .map(({ row }) => row);
}

/** How many words a page has; of pages without lines, about. */
const wordsOn = ({ lines, start, end }: Page): number =>
  lines.length > 0
    ? lines.reduce((sum, line) => sum + Math.max(1, line.words.length), 0)
    : Math.ceil((end - start) / 6);

/** The pages that are looked at for single values: all, or of a long document its beginning and its end. */
export function pagesLookedAt(pages: readonly Page[]): readonly Page[] {
  const counts = pages.map(wordsOn);
  if (counts.reduce((sum, count) => sum + count, 0) <= MAX_WORDS) return pages;
  let head = 0;
  for (let words = 0; head < pages.length && words < MAX_WORDS - TAIL_WORDS; head++) words += counts[head] ?? 0;
  let tail = pages.length;
  for (let words = 0; tail > head && words + (counts[tail - 1] ?? 0) <= TAIL_WORDS; tail--)
    words += counts[tail - 1] ?? 0;
  return [...pages.slice(0, head), ...pages.slice(tail)];
}

/** The pages in parts of at most so many words, but at least one page each. */
export function partsOfPages(pages: readonly Page[], mostWords: number): (readonly Page[])[] {
  const parts: Page[][] = [];
  let words = Infinity;
  for (const page of pages) {
    const count = wordsOn(page);
    if (words + count > mostWords) {
      parts.push([]);
      words = 0;
    }
    parts.at(-1)?.push(page);
    words += count;
  }
  return parts;
}

/** Pages as cells and rows; the one place that looks at boxes. Linear but for sorting. */
export function buildLayout(reading: Pick<StoredReading, 'text' | 'pages'>): Layout {
  const cells: Cell[] = [];
  const rows: Cell[][] = [];
  const looked = pagesLookedAt(reading.pages);
  for (const page of looked) {
    const own: Cell[] = [];
    for (const line of upright(linesOf(reading.text, page), page)) {
      for (const part of splitAtGaps(reading.text, line)) {
        const start = Math.min(...part.map((word) => word.start));
        const end = Math.max(...part.map((word) => word.end));
        own.push({
          index: 0,
          page: page.number,
          start,
          end,
          text: reading.text.slice(start, end),
          words: part,
          rect: union(part),
          row: 0,
        });
      }
    }
    for (const row of rowsOf(own)) {
      for (const cell of row) {
        cell.row = rows.length;
        cells.push(Object.assign(cell, { index: cells.length }));
      }
      rows.push(row);
    }
  }
  const recognised = reading.pages.some((page) => page.provenance === 'ocr');
  return {
    text: reading.text,
    cells,
    rows,
    pageCount: reading.pages.length,
    recognised,
    truncated: looked !== reading.pages,
  };
}

/** Cells to the right in the same row, nearest first. */
export function rightOf(layout: Layout, cell: Cell): readonly Cell[] {
  const row = layout.rows[cell.row] ?? [];
  return row.slice(row.indexOf(cell) + 1);
}

/** Cells underneath that share horizontal space with `rect`, top to bottom, at most `lines` rows further. */
export function below(layout: Layout, cell: Cell, lines: number, rect: Rect = cell.rect): Cell[] {
  const found: Cell[] = [];
  for (let index = cell.row + 1; index <= cell.row + lines; index++) {
    const row = layout.rows[index];
    if (!row || row[0]?.page !== cell.page) break;
    const under = row.filter(
      (other) => other.rect.left < rect.right && other.rect.right > rect.left && other.rect.top > rect.top,
    );
    found.push(...under.slice(0, 1));
  }
  return found;
}
