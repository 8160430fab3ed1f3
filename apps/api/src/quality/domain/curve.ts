/**
 * Confidences at which curves are kept, both ends included: closer together towards 1, where most results stand and where a
 * hundredth makes a difference.
 */
export const GRID: readonly number[] = [
  0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.825, 0.85, 0.875, 0.9,
  0.91, 0.92, 0.93, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1,
];

/** What a confidence becomes: a value for each point of the grid, never falling, straight between them. */
export type Curve = readonly number[];

export const IDENTITY: Curve = GRID;

/** The index of the grid's last point that is not above `x`. */
function below(x: number): number {
  let at = 0;
  while (at + 2 < GRID.length && (GRID[at + 1] ?? 1) <= x) at++;
  return at;
}

/** The value of a curve at `x` of 0..1. */
export function valueAt(curve: Curve, x: number): number {
  const at = below(x);
  const [left, right] = [GRID[at] ?? 0, GRID[at + 1] ?? 1];
  const [low, high] = [curve[at] ?? 0, curve[at + 1] ?? 1];
  return low + ((high - low) * (Math.min(1, Math.max(0, x)) - left)) / (right - left);
}

/** `share` of one curve and the rest of another. */
export const blended = (one: Curve, other: Curve, share: number): Curve =>
  one.map((value, index) => share * value + (1 - share) * (other[index] ?? 0));
