import { median, type Rect, unionAll, verticalOverlap, widthOf } from './geometry.js';
import type { Placed, Segment } from './rows.js';

/**
 * Columns of running text are read one after the other; rows of a table are not, because what belongs together there
 * stands side by side. The two differ in what stands beside the gutter: prose has many lines of several words that
 * reach across most of their column, cells are short.
 */
const MIN_LINES = 4;
const MIN_MEDIAN_WORDS = 4;
/** Share of its column that the median line of prose covers. */
const MIN_FILL = 0.55;
/** Share of the shorter column's height that must stand beside the other column. */
const MIN_BESIDE = 0.5;
/** Gutters are looked for at these many places across the region. */
const CANDIDATES = 64;
/** Pages with more columns than 2^4 are not text. */
const MAX_DEPTH = 4;

/** Cuts a region into blocks in reading order; inside each block, rows are read across. */
export function cutColumns<T extends Placed>(segments: readonly Segment<T>[], depth = 0): Segment<T>[][] {
  if (depth >= MAX_DEPTH || segments.filter(({ words }) => words.length >= MIN_MEDIAN_WORDS).length < MIN_LINES)
    return [[...segments]];
  const best = bestGutter(segments);
  if (best === null) return [[...segments]];
  const blocks: Segment<T>[][] = [];
  for (const band of best) {
    if (band.kind === 'across') blocks.push(band.segments);
    else blocks.push(...cutColumns(band.left, depth + 1), ...cutColumns(band.right, depth + 1));
  }
  return blocks;
}

type Band<T extends Placed> =
  | { readonly kind: 'across'; readonly segments: Segment<T>[] }
  | { readonly kind: 'columns'; readonly left: Segment<T>[]; readonly right: Segment<T>[] };

function bestGutter<T extends Placed>(segments: readonly Segment<T>[]): Band<T>[] | null {
  const reach = gutterReach(segments);
  if (reach === null) return null;
  const region = unionAll(segments.map(({ rect }) => rect));
  const ordered = [...segments].sort((a, b) => a.rect.top - b.rect.top);
  let best: Band<T>[] | null = null;
  let bestCovered = 0;
  let known = -1;
  for (let step = 1; step < CANDIDATES; step++) {
    const x = region.left + (widthOf(region) * step) / CANDIDATES;
    if (x < reach.from || x > reach.to) continue;
    // As x grows, the left side can only gain lines and the right side lose some: the same sum, the same sides.
    const sides = passed(ordered, x);
    if (sides === known) continue;
    known = sides;
    const bands = bandsAt(ordered, x);
    const covered = bands.reduce(
      (sum, band) => sum + (band.kind === 'columns' ? band.left.length + band.right.length : 0),
      0,
    );
    if (covered > bestCovered) {
      best = bands;
      bestCovered = covered;
    }
  }
  return best;
}

/** Edges of lines that a place has passed: ends on its left, and beginnings that are not on its right. */
function passed<T extends Placed>(segments: readonly Segment<T>[], x: number): number {
  let edges = 0;
  for (const { rect } of segments) edges += (rect.right <= x ? 1 : 0) + (rect.left < x ? 1 : 0);
  return edges;
}

/**
 * Where a gutter can be: with at least two lines of several words on either side, since a median over four lines is that
 * of the third. Null where there is no such place, as on most pages.
 */
function gutterReach<T extends Placed>(segments: readonly Segment<T>[]): { from: number; to: number } | null {
  let [firstEnd, secondEnd] = [Infinity, Infinity];
  let [lastStart, secondStart] = [-Infinity, -Infinity];
  for (const { rect, words } of segments) {
    if (words.length < MIN_MEDIAN_WORDS) continue;
    if (rect.right < firstEnd) [firstEnd, secondEnd] = [rect.right, firstEnd];
    else if (rect.right < secondEnd) secondEnd = rect.right;
    if (rect.left > lastStart) [lastStart, secondStart] = [rect.left, lastStart];
    else if (rect.left > secondStart) secondStart = rect.left;
  }
  return secondEnd <= secondStart ? { from: secondEnd, to: secondStart } : null;
}

/** Bands from top to bottom: what crosses `x` parts the page; between two such lines there may be columns. */
function bandsAt<T extends Placed>(ordered: readonly Segment<T>[], x: number): Band<T>[] {
  const bands: Band<T>[] = [];
  let open: Segment<T>[] = [];
  const closeOpen = (): void => {
    if (open.length > 0) bands.push(bandOf(open, x));
    open = [];
  };
  for (const segment of ordered) {
    if (segment.rect.left < x && segment.rect.right > x) {
      closeOpen();
      bands.push({ kind: 'across', segments: [segment] });
    } else {
      open.push(segment);
    }
  }
  closeOpen();
  return joinAcross(bands);
}

function bandOf<T extends Placed>(segments: Segment<T>[], x: number): Band<T> {
  const left = segments.filter(({ rect }) => rect.right <= x);
  const right = segments.filter(({ rect }) => rect.left >= x);
  return isProse(left) && isProse(right) && standBeside(left, right)
    ? { kind: 'columns', left, right }
    : { kind: 'across', segments };
}

function isProse<T extends Placed>(segments: readonly Segment<T>[]): boolean {
  if (segments.length < MIN_LINES || median(segments.map(({ words }) => words.length)) < MIN_MEDIAN_WORDS) return false;
  const rects = segments.map(({ rect }) => rect);
  // Several columns on this side are told apart later, so a line is measured by the widest line, not by the side.
  return median(rects.map(widthOf)) >= MIN_FILL * Math.max(...rects.map(widthOf));
}

function standBeside<T extends Placed>(left: readonly Segment<T>[], right: readonly Segment<T>[]): boolean {
  const a: Rect = unionAll(left.map(({ rect }) => rect));
  const b: Rect = unionAll(right.map(({ rect }) => rect));
  return verticalOverlap(a, b) >= MIN_BESIDE * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Neighbouring bands without columns are one block. */
function joinAcross<T extends Placed>(bands: readonly Band<T>[]): Band<T>[] {
  const joined: Band<T>[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (band.kind === 'across' && last?.kind === 'across') last.segments.push(...band.segments);
    else joined.push(band.kind === 'across' ? { kind: 'across', segments: [...band.segments] } : band);
  }
  return joined;
}
