import { cutColumns } from './columns.js';
import { type Direction, heightOf, type RawWord, type Rect, turn, verticalOverlap, widthOf } from './geometry.js';
import { cutSegments, groupRows } from './rows.js';

/** A word with what stands before it on its line. */
export interface LaidOutWord {
  readonly text: string;
  readonly rect: Rect;
  readonly confidence?: number;
  readonly before: '' | ' ' | typeof CELL_GAP;
}

export type LaidOutLine = readonly LaidOutWord[];

/** What stands in the text between two parts of a line that are far apart: cells of a table row, a label and its value. */
export const CELL_GAP = '   ';

/** A gap of more than this many line heights parts cells. Spaces are 0.25 to 0.6 of it, justified ones up to 1. */
const CELL_GAP_HEIGHTS = 1.4;
/** A smaller gap parts cells too where it is so many times the line's usual small gap. */
const NARROW_GAP_HEIGHTS = 0.7;
const NARROW_GAP_TIMES = 2;
/** Columns of prose stand closer than cells. */
const COLUMN_GAP_HEIGHTS = 0.9;

interface TurnedWord {
  readonly word: RawWord;
  readonly rect: Rect;
}

/**
 * The lines of a page in reading order. Words of another direction than most (a stamp along the margin) come last.
 * `skew` is the angle in radians by which lines fall to the right, where a picture is not straight.
 * A row of a table is one line with `CELL_GAP` between its cells; columns of prose are read one after the other.
 */
export function layoutPage(words: readonly RawWord[], skew = 0): LaidOutLine[] {
  const groups = new Map<Direction, RawWord[]>();
  for (const word of words) {
    const group = groups.get(word.direction);
    if (group === undefined) groups.set(word.direction, [word]);
    else group.push(word);
  }
  return [...groups.entries()]
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([direction, group]) => layoutGroup(group, direction, skew));
}

function layoutGroup(words: readonly RawWord[], direction: Direction, skew: number): LaidOutLine[] {
  const turned = words.map((word): TurnedWord => ({ word, rect: levelled(turn(word.rect, direction), skew) }));
  const blocks = cutColumns(cutSegments(groupRows(turned), COLUMN_GAP_HEIGHTS));
  return blocks
    .flatMap((segments) => groupRows(segments.flatMap(({ words: inside }) => [...inside])))
    .map((row) => lineOf(withoutDoubles(row)));
}

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
function withoutDoubles(row: readonly TurnedWord[]): TurnedWord[] {
  const kept: TurnedWord[] = [];
  for (const word of row) {
    const last = kept.at(-1);
    if (last === undefined || !isDouble(last, word)) kept.push(word);
  }
  return kept;
}

const isDouble = (a: TurnedWord, b: TurnedWord): boolean =>
  a.word.text === b.word.text &&
  Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left) > 0.8 * widthOf(a.rect) &&
  verticalOverlap(a.rect, b.rect) > 0.6 * heightOf(a.rect);

function lineOf(row: readonly TurnedWord[]): LaidOutLine {
  const gaps = gapsOf(row);
  // The lower quartile: between cells there are several words in most rows.
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor((gaps.length - 1) / 4)] ?? 0;
  const narrow = Math.max(NARROW_GAP_HEIGHTS, NARROW_GAP_TIMES * usual);
  return row.map(({ word: { text, rect, confidence } }, index) => {
    const gap = gaps[index - 1] ?? 0;
    const before = index === 0 ? '' : gap > CELL_GAP_HEIGHTS || gap > narrow ? CELL_GAP : ' ';
    return { text, rect, before, ...(confidence === undefined ? {} : { confidence }) };
  });
}

/** Gaps before each word but the first, in heights of that word. */
function gapsOf(row: readonly TurnedWord[]): number[] {
  let end = row[0]?.rect.right ?? 0;
  return row.slice(1).map(({ rect }) => {
    const gap = (rect.left - end) / Math.max(heightOf(rect), 1e-6);
    end = Math.max(end, rect.right);
    return gap;
  });
}
