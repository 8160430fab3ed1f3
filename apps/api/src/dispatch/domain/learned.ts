/**
 * Learning from what people correct: a proportional-odds model (P. McCullagh, Regression models for ordinal data, 1980) on top of the
 * built-in priority. The log-odds of a mail are those of the engine plus a weight for each thing that it has; all weights are expected to
 * be zero (a normal prior), so that few corrections move only what they speak of. No order of corrections gives another result than
 * its set does, up to rounding.
 */
export interface Lesson {
  /** Log-odds by the built-in rules. */
  readonly base: number;
  readonly features: Readonly<Record<string, number>>;
  /** The level that a person said: 0 for the lowest. */
  readonly level: number;
}

/** Weights by feature, in log-odds; what is not named is zero. */
export type Weights = Readonly<Record<string, number>>;

/**
 * Variances of the prior by kind of feature (the part of a name before `:`): how far a tenant may be from the built-in rules. Four times
 * as much learns a strange order of mail sooner and worse, and loses twice as much where the built-in rules are right (learned.spec.ts).
 */
const VARIANCES: Readonly<Record<string, number>> = {
  /** A cue of the engine, a category, a type. */
  cue: 0.12,
  category: 0.16,
  type: 0.12,
  sender: 0.35,
  domain: 0.35,
  /** Words share the weight of a mail: their values are one over the root of their count. */
  word: 1,
  /** The tenant's levels are higher or lower than the built-in ones. */
  all: 0.25,
};
const VARIANCE = 0.12;
const PASSES = 60;
const RATE = 0.4;
/** Older corrections are let go: a tenth of a second of the processor at most. */
export const MOST_LESSONS = 500;
const LEAST_WEIGHT = 0.01;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const varianceOf = (name: string): number => VARIANCES[name.slice(0, name.indexOf(':'))] ?? VARIANCE;

interface Row {
  readonly base: number;
  readonly level: number;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/**
 * The weights that fit the lessons best. `bounds` are the log-odds between the levels, the lowest first. Gradient steps whose size
 * falls with what a weight has moved (J. Duchi et al., Adaptive subgradient methods, 2011).
 */
export function learnedFrom(lessons: readonly Lesson[], bounds: readonly number[]): Weights {
  const places = new Map<string, number>();
  const rows = lessons.slice(-MOST_LESSONS).map((lesson) => rowOf(lesson, places));
  const names = [...places.keys()];
  const variances = Float64Array.from(names, varianceOf);
  const weights = new Float64Array(names.length);
  const moved = new Float64Array(names.length).fill(1e-6);
  const gradient = new Float64Array(names.length);
  for (let pass = 0; pass < PASSES; pass++) {
    for (let j = 0; j < weights.length; j++) gradient[j] = (weights[j] ?? 0) / (variances[j] ?? VARIANCE);
    for (const row of rows) addGradient(row, weights, gradient, bounds);
    for (let j = 0; j < weights.length; j++) {
      const slope = gradient[j] ?? 0;
      moved[j] = (moved[j] ?? 0) + slope * slope;
      weights[j] = (weights[j] ?? 0) - (RATE * slope) / Math.sqrt(moved[j] ?? 1);
    }
  }
  const kept = names.map((name, j): [string, number] => [name, Number((weights[j] ?? 0).toFixed(4))]);
  return Object.fromEntries(kept.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT));
}

function rowOf({ base, features, level }: Lesson, places: Map<string, number>): Row {
  const entries = Object.entries({ ...features, 'all:': 1 });
  const at = Int32Array.from(entries, ([name]) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  return { base, level, at, values: Float64Array.from(entries, ([, value]) => value) };
}

function addGradient(
  { base, level, at, values }: Row,
  weights: Float64Array,
  gradient: Float64Array,
  bounds: readonly number[],
): void {
  let score = base;
  for (let k = 0; k < at.length; k++) score += (weights[at[k] ?? 0] ?? 0) * (values[k] ?? 0);
  let slope = 0;
  for (const [k, bound] of bounds.entries()) slope += logistic(score - bound) - (level > k ? 1 : 0);
  for (let k = 0; k < at.length; k++) gradient[at[k] ?? 0] = (gradient[at[k] ?? 0] ?? 0) + slope * (values[k] ?? 0);
}

/** What the corrections of the tenant add to the log-odds of a mail. */
export function learnedChange(weights: Weights, features: Lesson['features']): number {
  let sum = weights['all:'] ?? 0;
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value;
  return sum;
}
