import type { GreyImage } from './ppocr/grey-image.js';

/** Cells along the longer side, in each of which the paper's brightness is measured. */
const CELLS = 32;
const MIN_CELL = 16;
/** Paper is brighter than most of what is on it: at least a tenth of a cell is bare. */
const PAPER_SHARE = 0.9;
/** Every so many pixels one is looked at. */
const STEP = 2;
/** Brightness steps between light and dark parts of the paper from which on one threshold for all of it fails. */
const UNEVEN = 40;
/** What is darker than this share of full brightness is no paper in the shade. */
const DARKEST = 0.2;
const WHITE = 240;

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
  readonly levels: Float32Array;
}

/**
 * Makes paper that lies partly in the shade evenly bright, as photographs of pages need it for an engine that tells ink from
 * paper by one threshold (background division, as in Gatos et al. 2006). Evenly lit pictures are left as they are.
 */
export function evenLight(image: GreyImage): GreyImage {
  const measured = paperLevels(image);
  if (spreadOf(measured.levels) < UNEVEN) return image;
  return divided(image, smoothed(darkest(brightest(measured))));
}

function paperLevels({ data, width, height }: GreyImage): Grid {
  const cell = Math.max(MIN_CELL, Math.ceil(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const levels = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      let count = 0;
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += STEP)
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += STEP) {
          const level = data[y * width + x] ?? 0;
          histogram[level] = (histogram[level] ?? 0) + 1;
          count++;
        }
      levels[row * columns + column] = quantile(histogram, count * PAPER_SHARE);
    }
  return { columns, rows, cell, levels };
}

function quantile(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  for (let level = 0; level < 256; level++) {
    seen += histogram[level] ?? 0;
    if (seen >= rank) return level;
  }
  return 255;
}

/** Difference of the bright and the dark cells, a tenth of them aside on either end. */
function spreadOf(levels: Float32Array): number {
  const sorted = Float32Array.from(levels).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return at(0.9) - at(0.1);
}

/** One after the other (a closing), they fill cells that a headline covers from around, and leave slopes as they are. */
const brightest = (grid: Grid): Grid => overNeighbours(grid, (levels) => Math.max(...levels));
const darkest = (grid: Grid): Grid => overNeighbours(grid, (levels) => Math.min(...levels));
const smoothed = (grid: Grid): Grid =>
  overNeighbours(grid, (levels) => levels.reduce((sum, level) => sum + level, 0) / levels.length);

function overNeighbours(grid: Grid, combine: (levels: readonly number[]) => number): Grid {
  const { columns, rows, levels } = grid;
  const combined = new Float32Array(levels.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const around: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          around.push(levels[y * columns + x] ?? 0);
      combined[row * columns + column] = combine(around);
    }
  return { ...grid, levels: combined };
}

/** Divides by the paper's level, which is interpolated between the middles of the cells. */
function divided({ data, width, height }: GreyImage, { columns, rows, cell, levels }: Grid): GreyImage {
  const out = new Uint8Array(data.length);
  const place = (pixel: number, cells: number) => {
    const at = Math.min(cells - 1, Math.max(0, (pixel + 0.5) / cell - 0.5));
    const first = Math.floor(at);
    return { first, second: Math.min(cells - 1, first + 1), share: at - first };
  };
  const across = Array.from({ length: width }, (_, x) => place(x, columns));
  for (let y = 0; y < height; y++) {
    const down = place(y, rows);
    const upper = down.first * columns;
    const lower = down.second * columns;
    for (let x = 0; x < width; x++) {
      const { first, second, share } = across[x] ?? { first: 0, second: 0, share: 0 };
      const top = (levels[upper + first] ?? 0) * (1 - share) + (levels[upper + second] ?? 0) * share;
      const bottom = (levels[lower + first] ?? 0) * (1 - share) + (levels[lower + second] ?? 0) * share;
      const paper = Math.max(DARKEST * 255, top * (1 - down.share) + bottom * down.share);
      out[y * width + x] = Math.min(255, ((data[y * width + x] ?? 0) * WHITE) / paper);
    }
  }
  return { data: out, width, height };
}
