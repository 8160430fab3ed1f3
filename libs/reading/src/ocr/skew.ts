import type { GreyImage } from './ppocr/grey-image.js';

/** Longer side that the picture is made smaller to; lines of text must still be apart. */
const LONG_SIDE = 1000;
const MAX_DEGREES = 20;
/** Halved until it is fine enough. */
const FIRST_STEP = 1;
const LAST_STEP = 0.125;
/** Points that tell; more only cost time. */
const MAX_POINTS = 40_000;
const MIN_POINTS = 200;
/** How much clearer lines must stand out at the angle that was found than level. */
const CLEARER = 1.15;
const RADIANS = Math.PI / 180;

/**
 * The angle in radians by which lines of text fall to the right. Where lines are level, the upper edges of letters fall into few rows:
 * the angle is the one at which the counts by row differ most (Postl 1986).
 */
export function estimateSkew(image: GreyImage): number {
  const points = upperEdges(image);
  if (points.count < MIN_POINTS) return 0;
  const level = sharpness(points, 0);
  let best = { degrees: 0, value: level };
  const consider = (degrees: number): void => {
    const value = sharpness(points, degrees * RADIANS);
    if (value > best.value) best = { degrees, value };
  };
  for (let degrees = -MAX_DEGREES; degrees <= MAX_DEGREES; degrees += FIRST_STEP) consider(degrees);
  for (let step = FIRST_STEP / 2; step >= LAST_STEP; step /= 2) {
    const { degrees } = best;
    consider(degrees - step);
    consider(degrees + step);
  }
  return best.value > CLEARER * level ? best.degrees * RADIANS : 0;
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly count: number;
}

/** Places where a column goes from paper to ink, in cells of `step` pixels. */
function upperEdges({ data, width, height }: GreyImage): Points {
  const step = Math.max(1, Math.floor(Math.max(width, height) / LONG_SIDE));
  const threshold = middleOf(data);
  const xs: number[] = [];
  const ys: number[] = [];
  const isInk = (x: number, y: number): boolean => (data[y * width + x] ?? 255) < threshold;
  for (let y = step; y < height; y += step)
    for (let x = 0; x < width; x += step)
      if (isInk(x, y) && !isInk(x, y - step)) {
        xs.push(x / step);
        ys.push(y / step);
      }
  const every = Math.max(1, Math.ceil(xs.length / MAX_POINTS));
  const thinned = (values: readonly number[]) => Float32Array.from(values.filter((_, index) => index % every === 0));
  return { xs: thinned(xs), ys: thinned(ys), count: Math.ceil(xs.length / every) };
}

/** Halfway between the dark and the bright pixels, a hundredth of them aside on either end. */
function middleOf(data: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < data.length; at += 7) histogram[data[at] ?? 0] = (histogram[data[at] ?? 0] ?? 0) + 1;
  const total = Math.ceil(data.length / 7);
  const levelAt = (rank: number): number => {
    let seen = 0;
    for (let level = 0; level < 256; level++) if ((seen += histogram[level] ?? 0) >= rank) return level;
    return 255;
  };
  return (levelAt(total * 0.01) + levelAt(total * 0.99)) / 2;
}

/** Sum of squares of the counts by row, when the picture is turned back by the angle. */
function sharpness({ xs, ys, count }: Points, angle: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const rows = new Uint32Array(8192);
  for (let index = 0; index < count; index++) {
    const row = (ys[index] ?? 0) * cos - (xs[index] ?? 0) * sin;
    // Half of the rows are for what turning lifts above the first.
    const at = (Math.round(row) + 4096) & 8191;
    rows[at] = (rows[at] ?? 0) + 1;
  }
  let sum = 0;
  for (const amount of rows) sum += amount * amount;
  return sum;
}
