import { heightOf, type Rect, union, verticalOverlap, widthOf } from './geometry.js';

/** A thing with a place: a word, or a run of words. Boxes are in the reading frame (left to right, downwards). */
export interface Placed {
  readonly rect: Rect;
}

interface Row<T extends Placed> {
  /** The tallest member's. */
  rect: Rect;
  readonly members: T[];
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
    if (row === null) {
      rows.push({ rect: thing.rect, members: [thing] });
    } else {
      row.members.push(thing);
      if (heightOf(thing.rect) > heightOf(row.rect)) row.rect = thing.rect;
    }
  }
  rows.sort((a, b) => middle(a.rect) - middle(b.rect));
  return rows.map(({ members }) => members.sort((a, b) => a.rect.left - b.rect.left || a.rect.top - b.rect.top));
}

/** Rows come in order of their middles, so only the last few can take the next thing. */
const LOOK_BACK = 5;

function bestRow<T extends Placed>(rows: readonly Row<T>[], rect: Rect): Row<T> | null {
  let best: Row<T> | null = null;
  let bestShare = 0.5;
  for (let index = rows.length - 1; index >= Math.max(0, rows.length - LOOK_BACK); index--) {
    const row = rows[index];
    if (row === undefined) break;
    const share = sharedHeight(row.rect, rect);
    if (share > bestShare && !row.members.some((member) => standsAbove(member.rect, rect))) {
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

/** Whether two things share width, and one is above the other by more than a shifted second print of the same word. */
function standsAbove(a: Rect, b: Rect): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  if (shared <= 0.3 * Math.min(widthOf(a), widthOf(b))) return false;
  return Math.abs(middle(a) - middle(b)) > 0.15 * Math.min(heightOf(a), heightOf(b));
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
