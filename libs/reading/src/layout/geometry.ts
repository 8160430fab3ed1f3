/** A rectangle, origin at the top left of the displayed page, in points or pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Clockwise quarter turns of a word's reading direction: 0 is left to right, 1 is top to bottom. */
export type Direction = 0 | 1 | 2 | 3;

/** A word before it has a place in a text. */
export interface RawWord {
  readonly text: string;
  readonly rect: Rect;
  readonly direction: Direction;
  readonly confidence?: number;
  /** Set in bold type; absent where that is not known. */
  readonly isBold?: boolean;
}

export const union = (a: Rect, b: Rect): Rect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

export const unionAll = (rects: readonly Rect[]): Rect => rects.reduce(union);

/** The rectangle in a frame in which words of this direction read from left to right and lines follow downwards. */
export function turn(rect: Rect, direction: Direction): Rect {
  if (direction === 0) return rect;
  const { left, top, right, bottom } = rect;
  if (direction === 1) return { left: top, top: -right, right: bottom, bottom: -left };
  if (direction === 2) return { left: -right, top: -bottom, right: -left, bottom: -top };
  return { left: -bottom, top: left, right: -top, bottom: right };
}

export const heightOf = (rect: Rect): number => rect.bottom - rect.top;
export const widthOf = (rect: Rect): number => rect.right - rect.left;

/** Length that two rectangles share on the vertical axis; negative where there is a gap. */
export const verticalOverlap = (a: Rect, b: Rect): number => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
