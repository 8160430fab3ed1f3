import { heightOf, type Rect, union, verticalOverlap, widthOf } from './geometry.js';

/** A thing with a place: a word, or a run of words. Boxes are in the reading frame (left to right, downwards). */
export interface Placed {
  readonly rect: Rect;
}

interface Row<T extends Placed> {
  /** The tallest member's. */
  rect: Rect;
  readonly members: T[];
  /** Of the members' middles, and the least of their heights. */
  firstMiddle: number;
  lastMiddle: number;
  leastHeight: number;
}

/**
 * Groups things into visual rows and orders them: rows from top to bottom, inside a row from left to right. A thing
 * belongs to the row that shares most of the lower one's height, more than half of it. Two things of one row cannot
 * stand above each other: a tall word does not pull the two lines beside it into one.
 */
export function groupRows<T extends Placed>(things: readonly T[]): T[][] {
  const rows: Row<T>[] = [];
  const byMiddle = [...things].sort((a, b) => middle(a.rect) - middle(b.rect));
  for (const thing of byMiddle) {
    const row = bestRow(rows, thing.rect);
    if (row === null) rows.push(rowOf(thing));
    else join(row, thing);
  }
  rows.sort((a, b) => middle(a.rect) - middle(b.rect));
  return rows.map(({ members }) => members.sort((a, b) => a.rect.left - b.rect.left || a.rect.top - b.rect.top));
}

function rowOf<T extends Placed>(thing: T): Row<T> {
  const { rect } = thing;
  const at = middle(rect);
  return { rect, members: [thing], firstMiddle: at, lastMiddle: at, leastHeight: heightOf(rect) };
}

function join<T extends Placed>(row: Row<T>, thing: T): void {
  const { rect } = thing;
  row.members.push(thing);
  // Things come in order of their middles.
  row.lastMiddle = middle(rect);
  row.leastHeight = Math.min(row.leastHeight, heightOf(rect));
  if (heightOf(rect) > heightOf(row.rect)) row.rect = rect;
}

/** Rows come in order of their middles, so only the last few can take the next thing. */
const LOOK_BACK = 5;

function bestRow<T extends Placed>(rows: readonly Row<T>[], rect: Rect): Row<T> | null {
  let best: Row<T> | null = null;
  let bestShare = 0.5;
  for (let index = rows.length - 1; index >= Math.max(0, rows.length - LOOK_BACK); index--) {
    const row = rows[index];
    if (row === undefined) break;
    if (row.rect.bottom <= rect.top) continue;
    const share = sharedHeight(row.rect, rect);
    if (share > bestShare && !hasAbove(row, rect)) {
      best = row;
      bestShare = share;
    }
  }
  return best;
}

/** Share of the lower one's height, lessened where the middles differ, so that among tight lines the right one wins. */
function sharedHeight(a: Rect, b: Rect): number {
  const low = Math.max(Math.min(heightOf(a), heightOf(b)), 1e-6);
  const share = Math.min(1, verticalOverlap(a, b) / low);
  return share - (0.1 * Math.abs(middle(a) - middle(b))) / low;
}

/** Parts of the lower one's height by which a shifted second print of a word is away from the first. */
const SHIFT = 0.15;

/** Whether a member shares width with the rectangle, and stands above it by more than a second print of the same word. */
function hasAbove<T extends Placed>(row: Row<T>, rect: Rect): boolean {
  const at = middle(rect);
  const drift = Math.max(Math.abs(at - row.firstMiddle), Math.abs(at - row.lastMiddle));
  // In most rows all members stand on one line, so that none has to be looked at.
  if (drift <= SHIFT * Math.min(row.leastHeight, heightOf(rect))) return false;
  return row.members.some((member) => standsAbove(member.rect, rect));
}

function standsAbove(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (shared <= 0.3 * Math.min(widthOf(a), widthOf(b))) return false;
  return Math.abs(middle(a) - middle(b)) > SHIFT * Math.min(heightOf(a), heightOf(b));
}

const middle = (rect: Rect): number => (rect.top + rect.bottom) / 2;

/** A run of words of one row without a wide gap. */
export interface Segment<T extends Placed> extends Placed {
  readonly words: readonly T[];
}

/** Cuts rows where the gap between neighbours is wider than `gap` times the taller one's height. */
export function cutSegments<T extends Placed>(rows: readonly (readonly T[])[], gap: number): Segment<T>[] {
  const segments: Segment<T>[] = [];
  for (const row of rows) {
    let words: T[] = [];
    let rect: Rect | null = null;
    for (const word of row) {
      const last = words.at(-1);
      if (
        rect !== null &&
        last !== undefined &&
        word.rect.left - rect.right > gap * Math.max(heightOf(last.rect), heightOf(word.rect))
      ) {
        segments.push({ words, rect });
        words = [];
        rect = null;
      }
      words.push(word);
      rect = rect === null ? word.rect : union(rect, word.rect);
    }
    if (rect !== null) segments.push({ words, rect });
  }
  return segments;
}
