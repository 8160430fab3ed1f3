/**
 * What each label says of a vector: its product with the label's weights, plus the label's bias. Over the labels that have samples
 * the scores of a vector add up to 0; the others have 0.
 */
export interface Discriminant {
  /** Dimension after dimension, in each label after label. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Share of a sphere in the covariance: there are more dimensions than examples tell apart. Flat from 0.2 to 0.7. */
const SPHERE = 0.4;
/** So many rows, evenly spread, tell how vectors of one label scatter. */
const MOST_ROWS = 4_000;

/**
 * Linear discriminant analysis (Fisher 1936), with the covariance inside labels shrunk towards a sphere (Friedman 1989, "Regularized
 * Discriminant Analysis"). It asks how far a vector lies from the middle of each label, and counts least the directions in which
 * vectors of one and the same label differ anyway.
 *
 * @param rows vectors of equal width
 * @param labels index of the label of each
 */
export function trainDiscriminant(
  rows: readonly Float32Array[],
  labels: readonly number[],
  labelCount: number,
): Discriminant {
  const width = rows[0]?.length ?? 0;
  const { means, counts } = meansOf(rows, labels, labelCount, width);
  const factor = choleskyFactor(covarianceInside(rows, labels, means, width), width);
  const weights = new Float32Array(width * labelCount);
  const biases = new Float32Array(labelCount);
  means.forEach((mean, k) => {
    if (counts[k] === 0) return;
    const direction = solve(factor, mean, width);
    for (let d = 0; d < width; d++) {
      weights[d * labelCount + k] = direction[d] as number;
      biases[k] = (biases[k] as number) - 0.5 * (mean[d] as number) * (direction[d] as number);
    }
  });
  const present = [...counts.keys()].filter((k) => counts[k] !== 0);
  for (let d = 0; d < width; d++) balance(weights.subarray(d * labelCount, (d + 1) * labelCount), present);
  balance(biases, present);
  return { weights, biases };
}

/** Takes their mean from the values at `present`. */
function balance(values: Float32Array, present: readonly number[]): void {
  const mean = present.reduce((sum, k) => sum + (values[k] as number), 0) / present.length;
  for (const k of present) values[k] = (values[k] as number) - mean;
}

function meansOf(rows: readonly Float32Array[], labels: readonly number[], labelCount: number, width: number) {
  const means = Array.from({ length: labelCount }, () => new Float64Array(width));
  const counts = new Uint32Array(labelCount);
  rows.forEach((row, r) => {
    const k = labels[r] as number;
    const mean = means[k] as Float64Array;
    counts[k] = (counts[k] as number) + 1;
    for (let d = 0; d < width; d++) mean[d] = (mean[d] as number) + (row[d] as number);
  });
  return { means: means.map((sum, k) => sum.map((value) => value / Math.max(1, counts[k] as number))), counts };
}

/** How rows scatter around the mean of their label; the lower triangle, row after row. */
function covarianceInside(
  rows: readonly Float32Array[],
  labels: readonly number[],
  means: readonly Float64Array[],
  width: number,
): Float64Array {
  const covariance = new Float64Array(width * width);
  const offset = new Float64Array(width);
  const step = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  for (let r = 0; r < rows.length; r += step) {
    const [row, mean] = [rows[r] as Float32Array, means[labels[r] as number] as Float64Array];
    for (let i = 0; i < width; i++) offset[i] = (row[i] as number) - (mean[i] as number);
    for (let i = 0; i < width; i++) {
      const value = offset[i] as number;
      const at = i * width;
      for (let j = 0; j <= i; j++) covariance[at + j] = (covariance[at + j] as number) + value * (offset[j] as number);
    }
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += covariance[i * width + i] as number;
  // Where each label has one row only, nothing scatters, and the nearest mean decides.
  const variance = trace / width || 1;
  for (let at = 0; at < covariance.length; at++) covariance[at] = (covariance[at] as number) * (1 - SPHERE);
  for (let i = 0; i < width; i++) covariance[i * width + i] = (covariance[i * width + i] as number) + SPHERE * variance;
  return covariance;
}

/** The lower triangle whose product with its transpose is the matrix, which it replaces (Golub and Van Loan 2013, 4.2). */
function choleskyFactor(matrix: Float64Array, width: number): Float64Array {
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * width + k] as number) * (matrix[j * width + k] as number);
      matrix[i * width + j] = i === j ? Math.sqrt(sum) : sum / (matrix[j * width + j] as number);
    }
  return matrix;
}

/** What the factored matrix turns into `target`. */
function solve(factor: Float64Array, target: Float64Array, width: number): Float64Array {
  const x = Float64Array.from(target);
  for (let i = 0; i < width; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * width + k] as number) * (x[k] as number);
    x[i] = sum / (factor[i * width + i] as number);
  }
  for (let i = width - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < width; k++) sum -= (factor[k * width + i] as number) * (x[k] as number);
    x[i] = sum / (factor[i * width + i] as number);
  }
  return x;
}
