import { fitTemperature, type JudgedScores, logLoss } from './calibration.js';
import { trainDiscriminant } from './discriminant.js';
import { type Fold, pick } from './folds.js';
import {
  centred,
  hasFewExamples,
  type LabelledSample,
  type LinearModel,
  scoresOf,
  type TextSample,
  trainLinearModel,
} from './linear-model.js';

/** What a model is mixed from, beside words and characters. */
export interface Mixture {
  /** Weight of sentence vectors; 0 leaves them out. */
  readonly vectorWeight: number;
  /** Share of the discriminant of sentence vectors, against 1 of the planes. */
  readonly share: number;
}

export interface MixtureOptions {
  /** Samples to learn from that nothing is measured on: the names of labels. */
  readonly hints: readonly LabelledSample[];
  readonly labelCount: number;
  /** Weights of sentence vectors that are tried, the likeliest first; `[0]` leaves them out. */
  readonly vectorWeights: readonly number[];
}

/** Of the discriminant, tried where labels have few examples: with many, planes alone do as well. */
const SHARES = [0, 0.25, 0.5, 1];
/** Samples, evenly spread, that tell how far scores spread. */
const SPREAD_SAMPLES = 500;

export function trainMixture(
  samples: readonly LabelledSample[],
  labelCount: number,
  { vectorWeight, share }: Mixture,
): LinearModel {
  return withDiscriminant(trainLinearModel(samples, { labelCount, vectorWeight }), samples, share);
}

/** The mixture that does best on what was held back, and what was said about that. */
export function bestMixture(
  samples: readonly LabelledSample[],
  folds: readonly Fold[],
  options: MixtureOptions,
): { mixture: Mixture; judged: readonly JudgedScores[] } {
  const few = hasFewExamples(samples.length, options.labelCount);
  const tried = options.vectorWeights.flatMap((vectorWeight) => {
    const shares = vectorWeight > 0 && few ? SHARES : [0];
    const held = heldBackScores(samples, folds, options, { vectorWeight, share: Math.max(...shares) });
    return shares.map((share) => ({ mixture: { vectorWeight, share }, judged: held.map((one) => mixed(one, share)) }));
  });
  const losses = tried.map(({ judged }) => (judged.length === 0 ? 0 : logLoss(judged, fitTemperature(judged))));
  return tried[losses.indexOf(Math.min(...losses))] ?? { mixture: { vectorWeight: 0, share: 0 }, judged: [] };
}

interface HeldBackScores {
  readonly truth: number;
  readonly planes: Float64Array;
  /** With a share of 1 of the discriminant, if one is tried. Scores are linear in the share. */
  readonly full: Float64Array;
}

const mixed = ({ truth, planes, full }: HeldBackScores, share: number): JudgedScores => ({
  truth,
  scores: planes.map((score, k) => score + share * ((full[k] ?? 0) - score)),
});

function heldBackScores(
  samples: readonly LabelledSample[],
  folds: readonly Fold[],
  { labelCount, hints }: MixtureOptions,
  { vectorWeight, share }: Mixture,
): HeldBackScores[] {
  return folds.flatMap(({ train, held }) => {
    const shown = [...pick(samples, train), ...hints];
    const planes = trainLinearModel(shown, { labelCount, vectorWeight });
    const full = withDiscriminant(planes, shown, share);
    return pick(samples, held).map((sample) => {
      const scores = scoresOf(planes, sample);
      return { truth: sample.label, planes: scores, full: share > 0 ? scoresOf(full, sample) : scores };
    });
  });
}

/**
 * The model with a discriminant of sentence vectors added to its planes, stretched so that its scores spread as far as theirs.
 * Planes learn from the examples near a border, discriminants from how all of them lie: where labels are many and their examples
 * few, both together are right more often than either.
 */
function withDiscriminant(model: LinearModel, samples: readonly LabelledSample[], share: number): LinearModel {
  if (share === 0 || model.vectorWeight === 0) return model;
  const rows = samples.map(({ vector }) => centred(vector ?? new Float32Array(0), model.center, model.vectorWeight));
  const labels = samples.map(({ label }) => label);
  const { weights, biases } = trainDiscriminant(rows, labels, model.labelCount);
  const alone = { ...model, scales: new Float32Array(model.scales.length), vectorWeights: weights, biases };
  const step = Math.ceil(samples.length / SPREAD_SAMPLES);
  const some = samples.filter((_, index) => index % step === 0);
  const stretch = (share * spreadOf(model, some)) / (spreadOf(alone, some) || 1);
  return {
    ...model,
    vectorWeights: model.vectorWeights.map((value, at) => value + stretch * (weights[at] ?? 0)),
    biases: model.biases.map((value, k) => value + stretch * (biases[k] ?? 0)),
  };
}

/** How far the scores of a text lie from their mean (root of the mean square). */
function spreadOf(model: LinearModel, samples: readonly TextSample[]): number {
  let squares = 0;
  for (const sample of samples) {
    const scores = scoresOf(model, sample);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    for (const score of scores) squares += (score - mean) ** 2;
  }
  return Math.sqrt(squares / (samples.length * model.labelCount));
}
