import { cutColumns } from './columns.js';
import { type Direction, heightOf, type RawWord, type Rect, turn, verticalOverlap, widthOf } from './geometry.js';
import { cutSegments, groupRows } from './rows.js';

/** A word whose rectangle is in the reading frame. */
export interface LaidOutWord extends RawWord {
  /** Its rectangle on the page, where that is another. */
  readonly place?: Rect;
}

/** Words of a line without a wide gap between them: a cell of a table row, or the whole line. */
export interface LaidOutCell {
  /** Index of the first word, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** In the reading frame. */
  readonly left: number;
  readonly right: number;
}

export interface LaidOutLine {
  readonly words: readonly LaidOutWord[];
  readonly cells: readonly LaidOutCell[];
  /** In the reading frame: as if the line were level and read from left to right. */
  readonly rect: Rect;
  /** Height of its longest word. */
  readonly size: number;
  readonly letters: number;
  readonly isBold: boolean;
  readonly direction: Direction;
  /** Number of the column or band that it was read in; lines of one are neighbours. */
  readonly region: number;
}

/** What stands in the text between two parts of a line that are far apart: cells of a table row, a label and its value. */
export const CELL_GAP = '   ';

/** A gap of more than this many line heights parts cells. Spaces are 0.25 to 0.6 of it, justified ones up to 1. */
const CELL_GAP_HEIGHTS = 1.4;
/** A smaller gap parts cells too where it is so many times the line's usual small gap. */
const NARROW_GAP_HEIGHTS = 0.7;
const NARROW_GAP_TIMES = 2;
/** Columns of prose stand closer than cells. */
const COLUMN_GAP_HEIGHTS = 0.9;

/**
 * The lines of a page in reading order. Words of another direction than most (a stamp along the margin) come last.
 * `skew` is the angle in radians by which lines fall to the right, where a picture is not straight.
 * A row of a table is one line with `CELL_GAP` between its cells; columns of prose are read one after the other.
 */
export function layoutPage(words: readonly RawWord[], skew = 0): LaidOutLine[] {
  const lines: LaidOutLine[] = [];
  for (const [direction, group] of byDirection(words)) {
    const regions = regionsOf(direction === 0 && skew === 0 ? group : group.map((word) => inFrame(word, skew)));
    const first = (lines.at(-1)?.region ?? -1) + 1;
    for (const [index, rows] of regions.entries())
      for (const row of rows) lines.push(lineOf(withoutDoubles(row), direction, first + index));
  }
  return lines;
}

function byDirection(words: readonly RawWord[]): [Direction, RawWord[]][] {
  const groups = new Map<Direction, RawWord[]>();
  for (const word of words) {
    const group = groups.get(word.direction);
    if (group === undefined) groups.set(word.direction, [word]);
    else group.push(word);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/** The rows of each column or band, in reading order. */
function regionsOf(words: readonly LaidOutWord[]): (readonly LaidOutWord[])[][] {
  const rows = groupRows(words);
  const blocks = cutColumns(cutSegments(rows, COLUMN_GAP_HEIGHTS));
  return blocks.length === 1
    ? [rows]
    : blocks.map((segments) => groupRows(segments.flatMap((segment) => segment.words)));
}

const inFrame = (word: RawWord, skew: number): LaidOutWord => ({
  ...word,
  rect: levelled(turn(word.rect, word.direction), skew),
  place: word.rect,
});

/** Moved to where its middle would be were the lines level. */
function levelled(rect: Rect, skew: number): Rect {
  if (skew === 0) return rect;
  const x = (rect.left + rect.right) / 2;
  const y = (rect.top + rect.bottom) / 2;
  const dx = x * Math.cos(skew) + y * Math.sin(skew) - x;
  const dy = y * Math.cos(skew) - x * Math.sin(skew) - y;
  return { left: rect.left + dx, right: rect.right + dx, top: rect.top + dy, bottom: rect.bottom + dy };
}

/** Text that is printed twice, a little shifted, to look bold. */
function withoutDoubles(row: readonly LaidOutWord[]): readonly LaidOutWord[] {
  if (!row.some((word, index) => isDouble(row[index - 1], word))) return row;
  const kept: LaidOutWord[] = [];
  for (const word of row) if (!isDouble(kept.at(-1), word)) kept.push(word);
  return kept;
}

const isDouble = (a: LaidOutWord | undefined, b: LaidOutWord): boolean =>
  a !== undefined &&
  a.text === b.text &&
  Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left) > 0.8 * widthOf(a.rect) &&
  verticalOverlap(a.rect, b.rect) > 0.6 * heightOf(a.rect);

function lineOf(row: readonly LaidOutWord[], direction: Direction, region: number): LaidOutLine {
  const gaps = gapsOf(row);
  const wide = wideGap(gaps);
  const cells: LaidOutCell[] = [];
  let from = 0;
  let left = row[0]?.rect.left ?? 0;
  let right = left;
  for (let index = 0; index < row.length; index++) {
    const { rect } = row[index] ?? {};
    if (rect === undefined) break;
    if (index > 0 && (gaps[index - 1] ?? 0) > wide) {
      cells.push({ from, to: index, left, right });
      from = index;
      left = rect.left;
      right = left;
    }
    if (rect.right > right) right = rect.right;
  }
  cells.push({ from, to: row.length, left, right });
  const { rect, size, letters, isBold } = lookOf(row);
  return { words: row, cells, rect, size, letters, isBold, direction, region };
}

/** Gaps before each word but the first, in heights of that word. */
function gapsOf(row: readonly LaidOutWord[]): number[] {
  const gaps: number[] = [];
  let end = row[0]?.rect.right ?? 0;
  for (let index = 1; index < row.length; index++) {
    const rect = row[index]?.rect;
    if (rect === undefined) break;
    gaps.push((rect.left - end) / Math.max(heightOf(rect), 1e-6));
    if (rect.right > end) end = rect.right;
  }
  return gaps;
}

/** The gap beyond which words are of two cells. */
function wideGap(gaps: readonly number[]): number {
  let widest = 0;
  for (const gap of gaps) if (gap > widest) widest = gap;
  if (widest <= NARROW_GAP_HEIGHTS) return widest;
  // The lower quartile: between cells there are several words in most rows.
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 4)] ?? 0;
  return Math.min(CELL_GAP_HEIGHTS, Math.max(NARROW_GAP_HEIGHTS, NARROW_GAP_TIMES * usual));
}

/** A line's rectangle in the reading frame, and the size and weight of its letters. */
function lookOf(row: readonly LaidOutWord[]): Pick<LaidOutLine, 'rect' | 'size' | 'letters' | 'isBold'> {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let bold = 0;
  let letters = 0;
  let longest = 0;
  let size = 0;
  for (const { text, rect, isBold } of row) {
    if (rect.left < left) left = rect.left;
    if (rect.top < top) top = rect.top;
    if (rect.right > right) right = rect.right;
    if (rect.bottom > bottom) bottom = rect.bottom;
    const { length } = text;
    letters += length;
    if (isBold === true) bold += length;
    if (length > longest) {
      longest = length;
      size = heightOf(rect);
    }
  }
  return { rect: { left, top, right, bottom }, size, letters, isBold: bold > 0.8 * letters };
}
