/** A rectangle on a slide, in whatever unit the slide has. */
export interface SlideRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Shapes touch and overlap a little at their edges without standing in each other: this share of their size at each side. */
const SOFT_EDGE = 0.1;
/** Slides with more shapes, or cut more often, are drawings; their shapes are taken by their tops. */
const MAX_SHAPES = 2000;
const MAX_CUTS = 40;

interface Placed<T> {
  readonly item: T;
  readonly rect: SlideRect;
}

/**
 * The order in which people read what lies on a slide: rows where a line can be drawn between them, columns within these, and so
 * on. What has no place comes first, as it was.
 */
export function inReadingOrder<T extends { readonly rect: SlideRect | null }>(items: readonly T[]): T[] {
  const placed = items.flatMap((item): Placed<T>[] => (item.rect === null ? [] : [{ item, rect: item.rect }]));
  const ordered = placed.length > MAX_SHAPES ? byPlace(placed) : cutRows(placed, 0);
  return [...items.filter(({ rect }) => rect === null), ...ordered.map(({ item }) => item)];
}

const byPlace = <T>(placed: readonly Placed<T>[]): Placed<T>[] =>
  placed.toSorted((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);

function cutRows<T>(placed: readonly Placed<T>[], depth: number): Placed<T>[] {
  const rows = cut(placed, ({ top, height }) => [top, height]);
  if (rows.length > 1 || depth >= MAX_CUTS) return rows.flatMap((row) => cutColumns(row, depth + 1));
  return cutColumns(placed, depth + 1);
}

function cutColumns<T>(placed: readonly Placed<T>[], depth: number): Placed<T>[] {
  const columns = placed.length < 2 ? [placed] : cut(placed, ({ left, width }) => [left, width]);
  return columns.length > 1 && depth < MAX_CUTS
    ? columns.flatMap((column) => cutRows(column, depth + 1))
    : byPlace(placed);
}

/** Parts between which a straight line can be drawn. */
function cut<T>(
  placed: readonly Placed<T>[],
  extent: (rect: SlideRect) => readonly [from: number, length: number],
): Placed<T>[][] {
  const soft = placed.map((one) => {
    const [from, length] = extent(one.rect);
    return { one, from: from + length * SOFT_EDGE, to: from + length * (1 - SOFT_EDGE) };
  });
  const parts: Placed<T>[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { one, from, to } of soft.sort((a, b) => a.from - b.from)) {
    if (from >= end || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(one);
    end = Math.max(end, to);
  }
  return parts;
}
