import { type ExamplesMatrix, examplesMatrix } from './examples-matrix.js';
import { rowSquares, trainHyperplane } from './support-vectors.js';
import { fitVocabulary, type SparseVector, vectorize, type Vocabulary } from './vocabulary.js';

/**
 * One hyperplane a label over the words and characters of a text and, where `center` is not empty, over its sentence vector.
 * Weights of words and characters are kept in 8 bits: 35,000 features of 77 labels take 2.7 MB.
 */
export interface LinearModel {
  readonly labelCount: number;
  readonly vocabulary: Vocabulary;
  /** Feature after feature, in each label after label; times the feature's scale they are the weights. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** Mean of the sentence vectors of the examples. Empty where sentence vectors do not take part. */
  readonly center: Float32Array;
  /** What a sentence vector weighs: the families of words and characters weigh 1 each. */
  readonly vectorWeight: number;
  /** Dimension after dimension, in each label after label. */
  readonly vectorWeights: Float32Array;
  readonly biases: Float32Array;
}

/** What is known of a text before a model looks at it. */
export interface TextSample {
  /** Of `textFeatures`. */
  readonly features: ReadonlyMap<number, number>;
  /** Its sentence vector, where there is an encoder. */
  readonly vector: Float32Array | null;
}

export interface LabelledSample extends TextSample {
  /** Index of its label. */
  readonly label: number;
}

export interface LinearOptions {
  readonly labelCount: number;
  /** 0 leaves sentence vectors out. */
  readonly vectorWeight: number;
}

/**
 * Found by cross-validation and flat around. Where a label has few examples, each of them has to count for more against all
 * others, and planes have to be flatter: 0.792 instead of 0.776 right on 77 labels with ten examples each.
 */
const MANY = { cost: 1, positiveWeight: 1 } as const;
const FEW = { cost: 0.3, positiveWeight: 9 } as const;
/** Examples a label, on average. */
const FEW_EXAMPLES = 25;

/** Whether a label has so few examples on average that it is learnt from them in another way. */
export const hasFewExamples = (examples: number, labelCount: number): boolean => examples < labelCount * FEW_EXAMPLES;

const TOLERANCE = 0.1;
const MOST_PASSES = 60;
/** Weights of words and characters in one model; the rarest features go where they would be more. */
const MOST_WEIGHTS = 40_000_000;

/** The vector less the mean, with the length `weight`. */
export function centred(vector: Float32Array, center: Float32Array, weight: number): Float32Array {
  const moved = vector.map((value, d) => value - (center[d] ?? 0));
  let squares = 0;
  for (const value of moved) squares += value * value;
  const factor = squares === 0 ? 0 : weight / Math.sqrt(squares);
  return moved.map((value) => value * factor);
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let d = 0; d < mean.length; d++) mean[d] = (mean[d] ?? 0) + (vector[d] ?? 0);
  return mean.map((sum) => sum / vectors.length);
}

/** Trains on all samples. Labels without a sample get a plane that nothing lies above. */
export function trainLinearModel(samples: readonly LabelledSample[], options: LinearOptions): LinearModel {
  const { labelCount, vectorWeight } = options;
  const mostFeatures = Math.min(200_000, Math.floor(MOST_WEIGHTS / labelCount));
  const vocabulary = fitVocabulary(
    samples.map(({ features }) => features),
    mostFeatures,
  );
  const rows = samples.map(({ features }) => vectorize(vocabulary, features));
  const vectors = vectorWeight > 0 ? samples.map(({ vector }) => vector ?? new Float32Array(0)) : [];
  const center = meanOf(vectors);
  const dense = vectorWeight > 0 ? vectors.map((vector) => centred(vector, center, vectorWeight)) : null;
  const matrix = examplesMatrix(rows, vocabulary.hashes.length, dense);
  return { labelCount, vocabulary, center, vectorWeight, ...planesOf(matrix, samples, labelCount) };
}

function planesOf(matrix: ExamplesMatrix, samples: readonly LabelledSample[], labelCount: number) {
  const squares = rowSquares(matrix);
  const sparse = new Float32Array(matrix.sparseWidth * labelCount);
  const vectorWeights = new Float32Array(matrix.denseWidth * labelCount);
  const biases = new Float32Array(labelCount);
  for (let k = 0; k < labelCount; k++) {
    const plane = trainHyperplane(matrix, (row) => samples[row]?.label === k, squares, {
      ...(hasFewExamples(samples.length, labelCount) ? FEW : MANY),
      tolerance: TOLERANCE,
      mostPasses: MOST_PASSES,
    });
    for (let f = 0; f < matrix.sparseWidth; f++) sparse[f * labelCount + k] = plane.sparse[f] ?? 0;
    for (let d = 0; d < matrix.denseWidth; d++) vectorWeights[d * labelCount + k] = plane.dense[d] ?? 0;
    biases[k] = plane.bias;
  }
  return { vectorWeights, biases, ...quantized(sparse, labelCount) };
}

function quantized(weights: Float32Array, labelCount: number): { weights: Int8Array; scales: Float32Array } {
  const small = new Int8Array(weights.length);
  const scales = new Float32Array(weights.length / labelCount);
  for (let f = 0; f < scales.length; f++) {
    const from = f * labelCount;
    let largest = 0;
    for (let k = from; k < from + labelCount; k++) largest = Math.max(largest, Math.abs(weights[k] ?? 0));
    if (largest === 0) continue;
    scales[f] = largest / 127;
    for (let k = from; k < from + labelCount; k++) small[k] = Math.round(((weights[k] ?? 0) / largest) * 127);
  }
  return { weights: small, scales };
}

/** How far a text lies on the side of each label; about 1 and more for what the label is about, below 0 for what it is not. */
export function scoresOf(model: LinearModel, sample: TextSample): Float64Array {
  const scores = Float64Array.from(model.biases);
  addSparse(scores, model, vectorize(model.vocabulary, sample.features));
  if (model.vectorWeight > 0 && sample.vector !== null) addVector(scores, model, sample.vector);
  return scores;
}

function addSparse(scores: Float64Array, model: LinearModel, { indices, values }: SparseVector): void {
  const { labelCount, weights, scales } = model;
  for (let e = 0; e < indices.length; e++) {
    const feature = indices[e] as number;
    const value = (values[e] as number) * (scales[feature] as number);
    if (value === 0) continue;
    const from = feature * labelCount;
    for (let k = 0; k < labelCount; k++) scores[k] = (scores[k] as number) + value * (weights[from + k] as number);
  }
}

function addVector(scores: Float64Array, model: LinearModel, vector: Float32Array): void {
  const { labelCount, vectorWeights } = model;
  const dense = centred(vector, model.center, model.vectorWeight);
  for (let d = 0; d < dense.length; d++) {
    const value = dense[d] as number;
    const from = d * labelCount;
    for (let k = 0; k < labelCount; k++)
      scores[k] = (scores[k] as number) + value * (vectorWeights[from + k] as number);
  }
}

/** Bytes that a model takes in memory. */
export const modelBytes = ({ vocabulary, weights, scales, vectorWeights }: LinearModel): number =>
  vocabulary.hashes.byteLength * 2 + weights.byteLength + scales.byteLength + vectorWeights.byteLength;
