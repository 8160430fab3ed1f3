import { DIMENSIONS, type Features, LOCAL_BEST, LOCAL_SCORE } from './features.js';

/** The spans of one solved document for one field, those with the right value marked. */
export interface Lesson {
  readonly spans: readonly Features[];
  /** Indexes of spans that hold the right value; one at least. */
  readonly right: readonly number[];
}

/**
 * What the local engine's opinion weighs before anything is learned: so much that with no lesson the ranker says what the engine
 * says, and a few lessons that speak against it are heard.
 */
const PRIOR: readonly (readonly [slot: number, weight: number])[] = [
  [LOCAL_BEST, 2],
  [LOCAL_SCORE, 2],
];
/** Pull of each weight back to its prior, a lesson's gradient being 1 at most. */
const DECAY = 0.02;
const RATE = 0.3;
const EPOCHS = 25;

export type Weights = Float32Array<ArrayBuffer>;

export function priorWeights(): Weights {
  const weights = new Float32Array(DIMENSIONS);
  for (const [slot, weight] of PRIOR) weights[slot] = weight;
  return weights;
}

export function scoreOf(weights: Weights, { slots, values }: Features): number {
  let sum = 0;
  for (let index = 0; index < slots.length; index++) sum += (weights[slots[index] ?? 0] ?? 0) * (values[index] ?? 0);
  return sum;
}

/** Probabilities of the spans: they add up to 1. */
export function sharesOf(scores: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Learns to choose among the spans of a document: a conditional log-linear model whose likelihood is that of any right span
 * (several places may hold the value), with AdaGrad steps and weights that are drawn back to the local engine's opinion.
 */
export function train(lessons: readonly Lesson[]): Weights {
  const prior = priorWeights();
  const weights = priorWeights();
  const squares = new Float32Array(DIMENSIONS).fill(1e-2);
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const lesson of lessons) step(weights, squares, prior, lesson);
  return weights;
}

function step(weights: Weights, squares: Float32Array, prior: Weights, { spans, right }: Lesson): void {
  const shares = sharesOf(spans.map((features) => scoreOf(weights, features)));
  const mass = right.reduce((sum, index) => sum + (shares[index] ?? 0), 0) || 1e-9;
  const isRight = new Set(right);
  const gradient = new Map<number, number>();
  spans.forEach(({ slots, values }, index) => {
    const share = shares[index] ?? 0;
    const pull = (isRight.has(index) ? share / mass : 0) - share;
    if (Math.abs(pull) < 1e-4) return;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0;
      gradient.set(slot, (gradient.get(slot) ?? 0) + pull * (values[at] ?? 0));
    }
  });
  for (const [slot, pull] of gradient) {
    const total = pull - DECAY * ((weights[slot] ?? 0) - (prior[slot] ?? 0));
    squares[slot] = (squares[slot] ?? 0) + total * total;
    weights[slot] = (weights[slot] ?? 0) + (RATE * total) / Math.sqrt(squares[slot] ?? 1);
  }
}
