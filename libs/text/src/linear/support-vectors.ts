import type { ExamplesMatrix } from './examples-matrix.js';

export interface SupportVectorOptions {
  /** What an error costs against the size of the weights. */
  readonly cost: number;
  /** How many times as much an error costs on a row that has the label. */
  readonly positiveWeight: number;
  /** The largest remaining violation of the optimum at which training stops. */
  readonly tolerance: number;
  readonly mostPasses: number;
}

/** One hyperplane: the score of a row is its features times the weights, plus the bias. */
export interface Hyperplane {
  readonly sparse: Float64Array;
  readonly dense: Float64Array;
  readonly bias: number;
}

/** A small repeatable source of randomness (mulberry32): the same examples make the same model. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle(items: Uint32Array, count: number, random: () => number): void {
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = held;
  }
}

/** Squared length of each row, with the constant feature of the bias. */
export function rowSquares({ rows, starts, values, dense, denseWidth }: ExamplesMatrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, r) => {
    let sum = 1;
    for (let e = starts[r] ?? 0; e < (starts[r + 1] ?? 0); e++) sum += (values[e] ?? 0) ** 2;
    for (let d = r * denseWidth; d < (r + 1) * denseWidth; d++) sum += (dense[d] ?? 0) ** 2;
    return sum;
  });
}

/** Four sums at a time, because one would make each addition wait for the last. `width` is a multiple of four. */
function denseProduct(row: Float32Array, at: number, weights: Float64Array, width: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < width; i += 4) {
    a += (row[at + i] as number) * (weights[i] as number);
    b += (row[at + i + 1] as number) * (weights[i + 1] as number);
    c += (row[at + i + 2] as number) * (weights[i + 2] as number);
    d += (row[at + i + 3] as number) * (weights[i + 3] as number);
  }
  return a + b + c + d;
}

/** Beyond this, most negatives are far from the plane: training begins with all positives and so many negatives. */
const FIRST_NEGATIVES = 1_000;

/** The state of one training: dual weights of rows, and the plane that they add up to. */
class Descent {
  readonly sparse: Float64Array;
  readonly dense: Float64Array;
  bias = 0;
  private readonly alpha: Float64Array;
  /** The rows that are worked on come first. */
  private readonly order: Uint32Array;
  private active: number;

  constructor(
    private readonly matrix: ExamplesMatrix,
    private readonly signs: Float64Array,
    private readonly squares: Float64Array,
    private readonly options: SupportVectorOptions,
    private readonly random: () => number,
  ) {
    this.sparse = new Float64Array(matrix.sparseWidth);
    this.dense = new Float64Array(matrix.denseWidth);
    this.alpha = new Float64Array(matrix.rows);
    this.order = Uint32Array.from({ length: matrix.rows }, (_, r) => r);
    shuffle(this.order, matrix.rows, random);
    this.order.sort((a, b) => (signs[b] ?? 0) - (signs[a] ?? 0));
    const positives = signs.reduce((sum, sign) => sum + (sign > 0 ? 1 : 0), 0);
    this.active = Math.min(matrix.rows, positives + FIRST_NEGATIVES);
  }

  /** Passes over the active rows until they are near their optimum. */
  settle(): void {
    const { tolerance, mostPasses } = this.options;
    let bound = Infinity;
    for (let pass = 0; pass < mostPasses; pass++) {
      shuffle(this.order, this.active, this.random);
      const { highest, lowest } = this.pass(bound);
      if (highest - lowest <= tolerance) return;
      bound = highest <= 0 ? Infinity : highest;
    }
  }

  /** Makes rows active that are on the wrong side of their margin. Answers whether there were any. */
  scan(): boolean {
    const before = this.active;
    for (let s = before; s < this.matrix.rows; s++) {
      const row = this.order[s] as number;
      if (this.score(row) * (this.signs[row] as number) >= 1) continue;
      this.order[s] = this.order[this.active] as number;
      this.order[this.active++] = row;
    }
    return this.active > before;
  }

  private pass(bound: number): { highest: number; lowest: number } {
    let highest = -Infinity;
    let lowest = Infinity;
    for (let s = 0; s < this.active; s++) {
      const row = this.order[s] as number;
      const gradient = this.gradient(row);
      const free = (this.alpha[row] as number) > 0;
      if (!free && gradient > bound) {
        this.order[s--] = this.order[--this.active] as number;
        this.order[this.active] = row;
        continue;
      }
      const projected = free ? gradient : Math.min(0, gradient);
      highest = Math.max(highest, projected);
      lowest = Math.min(lowest, projected);
      if (projected !== 0) this.step(row, gradient);
    }
    return { highest, lowest };
  }

  /** Squared hinge loss adds 1 / 2C to the diagonal of the dual. */
  private diagonal(row: number): number {
    const { cost, positiveWeight } = this.options;
    return 0.5 / ((this.signs[row] as number) > 0 ? cost * positiveWeight : cost);
  }

  private gradient(row: number): number {
    return this.score(row) * (this.signs[row] as number) - 1 + (this.alpha[row] as number) * this.diagonal(row);
  }

  private score(row: number): number {
    const { starts, indices, values, dense, denseWidth } = this.matrix;
    const { sparse } = this;
    let sum = this.bias;
    const end = starts[row + 1] as number;
    for (let e = starts[row] as number; e < end; e++)
      sum += (sparse[indices[e] as number] as number) * (values[e] as number);
    return denseWidth > 0 ? sum + denseProduct(dense, row * denseWidth, this.dense, denseWidth) : sum;
  }

  private step(row: number, gradient: number): void {
    const before = this.alpha[row] as number;
    const after = Math.max(0, before - gradient / ((this.squares[row] as number) + this.diagonal(row)));
    const step = (after - before) * (this.signs[row] as number);
    const { starts, indices, values, dense, denseWidth } = this.matrix;
    const { sparse, dense: weights } = this;
    this.alpha[row] = after;
    this.bias += step;
    const end = starts[row + 1] as number;
    for (let e = starts[row] as number; e < end; e++) {
      const index = indices[e] as number;
      sparse[index] = (sparse[index] as number) + step * (values[e] as number);
    }
    const at = row * denseWidth;
    for (let d = 0; d < denseWidth; d++) weights[d] = (weights[d] as number) + step * (dense[at + d] as number);
  }
}

/**
 * A linear support vector machine with squared hinge loss and L2 regularisation, trained by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, "A Dual Coordinate Descent Method for Large-scale Linear SVM"). Of very many rows only those that come near
 * the plane are worked on.
 *
 * @param isPositive of each row
 * @param squares `rowSquares(matrix)`, which all labels share
 */
export function trainHyperplane(
  matrix: ExamplesMatrix,
  isPositive: (row: number) => boolean,
  squares: Float64Array,
  options: SupportVectorOptions,
): Hyperplane {
  const signs = Float64Array.from({ length: matrix.rows }, (_, row) => (isPositive(row) ? 1 : -1));
  const descent = new Descent(matrix, signs, squares, options, seededRandom(matrix.rows));
  descent.settle();
  // Once: looking again until nothing is found doubles the time and changes no figure.
  if (descent.scan()) descent.settle();
  return { sparse: descent.sparse, dense: descent.dense, bias: descent.bias };
}
