import { calibrationError, fitTemperature, indexOfHighest, type JudgedScores, probabilitiesOf } from './calibration.js';
import { type Fold, foldsOf, pick } from './folds.js';
import { type LabelledSample, type LinearModel, scoresOf, type TextSample } from './linear-model.js';
import {
  accuracyOf,
  type Confusion,
  confusionsOf,
  type Judgement,
  labelMetrics,
  type LabelMetrics,
  macroF1Of,
} from './metrics.js';
import { bestMixture, type Mixture, type MixtureOptions, trainMixture } from './mixture.js';

/** A linear model that knows how sure it is, and below which score it says that a text is of none of its labels. */
export interface TextClassifier {
  readonly model: LinearModel;
  readonly temperature: number;
  /** Below this highest score a text is of no known label; -Infinity where each text gets a label. */
  readonly refuseBelow: number;
}

export interface TextPrediction {
  /** Indices of labels with their probability, likeliest first. */
  readonly ranked: readonly { readonly label: number; readonly confidence: number }[];
  readonly unknown: boolean;
}

/** All of it is measured on samples that the measured models were not trained on. */
export interface TrainingMetrics {
  readonly samples: number;
  readonly heldBack: number;
  /** Each sample was held back once, in turn; else a fifth of them. */
  readonly crossValidated: boolean;
  /** Of the likeliest label, refused texts included. */
  readonly accuracy: number;
  readonly macroF1: number;
  /** Expected calibration error of the confidence. */
  readonly calibrationError: number;
  readonly labels: readonly LabelMetrics[];
  readonly confusions: readonly Confusion[];
  /** Null where each text gets a label. */
  readonly unknown: UnknownMetrics | null;
  /** Share of sentence vectors in the decision against words and characters; 0 where they do not help or are not there. */
  readonly vectorWeight: number;
}

export interface UnknownMetrics {
  /** Share of held-back texts that are refused although their label is known. */
  readonly refused: number;
  /** Of those refused, the share whose likeliest label would have been wrong. */
  readonly wrongAmongRefused: number;
  /** Share of right ones among held-back texts that are answered. */
  readonly accuracyOfAnswered: number;
  /**
   * Share of texts that were refused by a model which was not shown their labels. Null where there are fewer than five labels, or so
   * many samples that another training would take too long.
   */
  readonly strangersRefused: number | null;
}

export interface ClassifierOptions extends MixtureOptions {
  readonly unknown: boolean;
}

/**
 * Share of held-back texts that may be refused for the sake of refusing strangers. What comes later is less like the examples than
 * what was held back of them, so that about twice as many known texts are refused in practice.
 */
const REFUSED_SHARE = 0.03;
/** Every so many-th label is left out to see what becomes of strangers. */
const LEFT_OUT = 5;
const MOST_CONFUSIONS = 20;

export function trainClassifier(
  samples: readonly LabelledSample[],
  options: ClassifierOptions,
): { classifier: TextClassifier; metrics: TrainingMetrics } {
  const folds = foldsOf(samples.map(({ label }) => label));
  const { mixture, judged } = bestMixture(samples, folds, options);
  const temperature = fitTemperature(judged);
  const refuseBelow = options.unknown ? thresholdOf(judged) : -Infinity;
  const model = trainMixture([...samples, ...options.hints], options.labelCount, mixture);
  const classifier = { model, temperature, refuseBelow };
  const measured = measure(judged, classifier);
  const crossValidated = folds.length > 1;
  const strangersRefused = crossValidated ? refusedStrangers(samples, folds[0], options, mixture, refuseBelow) : null;
  const unknown = measured.unknown && { ...measured.unknown, strangersRefused };
  return {
    classifier,
    metrics: {
      samples: samples.length,
      heldBack: judged.length,
      crossValidated,
      ...measured,
      unknown,
      vectorWeight: mixture.vectorWeight,
    },
  };
}

const highest = (scores: Float64Array): number => scores[indexOfHighest(scores)] ?? -Infinity;

/** The score below which the least sure of the known texts lie. */
function thresholdOf(judged: readonly JudgedScores[]): number {
  const sorted = judged.map(({ scores }) => highest(scores)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * REFUSED_SHARE)] ?? -Infinity;
}

function measure(judged: readonly JudgedScores[], { model, temperature, refuseBelow }: TextClassifier) {
  const judgements: readonly (Judgement & { refused: boolean })[] = judged.map(({ scores, truth }) => {
    const given = indexOfHighest(scores);
    const confidence = probabilitiesOf(scores, temperature)[given] ?? 0;
    return { truth, given, confidence, refused: highest(scores) < refuseBelow };
  });
  const labels = labelMetrics(judgements, model.labelCount);
  const refused = judgements.filter((judgement) => judgement.refused);
  return {
    accuracy: accuracyOf(judgements),
    macroF1: macroF1Of(labels),
    calibrationError: calibrationError(
      judgements.map((j) => ({ confidence: j.confidence, right: j.truth === j.given })),
    ),
    labels,
    confusions: confusionsOf(judgements, MOST_CONFUSIONS),
    unknown:
      refuseBelow === -Infinity
        ? null
        : {
            refused: judged.length === 0 ? 0 : refused.length / judged.length,
            wrongAmongRefused: refused.length === 0 ? 0 : 1 - accuracyOf(refused),
            accuracyOfAnswered: accuracyOf(judgements.filter((judgement) => !judgement.refused)),
          },
  };
}

/** Trains once more without some labels and counts how many of their texts are refused. */
function refusedStrangers(
  samples: readonly LabelledSample[],
  fold: Fold | undefined,
  { labelCount, hints }: ClassifierOptions,
  mixture: Mixture,
  refuseBelow: number,
): number | null {
  if (!fold || labelCount < LEFT_OUT || refuseBelow === -Infinity) return null;
  const isStranger = ({ label }: LabelledSample): boolean => label % LEFT_OUT === LEFT_OUT - 1;
  const known = [...pick(samples, fold.train), ...hints].filter((sample) => !isStranger(sample));
  const strangers = pick(samples, fold.held).filter(isStranger);
  if (known.length === 0 || strangers.length === 0) return null;
  const without = trainMixture(known, labelCount, mixture);
  return strangers.filter((sample) => highest(scoresOf(without, sample)) < refuseBelow).length / strangers.length;
}

/** Labels with their probabilities, likeliest first, up to `most`. */
export function predict(classifier: TextClassifier, sample: TextSample, most: number): TextPrediction {
  const scores = scoresOf(classifier.model, sample);
  const probabilities = probabilitiesOf(scores, classifier.temperature);
  const ranked = Array.from(probabilities, (confidence, label) => ({ label, confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, most);
  return { ranked, unknown: highest(scores) < classifier.refuseBelow };
}
