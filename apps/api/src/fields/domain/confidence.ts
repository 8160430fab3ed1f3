import type { Candidate, Evidence } from './field-model.js';

/**
 * The score of what a model names: before all that the local engine is less sure of than models are taken to be, behind sums
 * that hold.
 */
export const MODEL_SCORE = 1.2;

/**
 * The share of wrong values among those that a model names with a passage that holds them. What it makes up has no such passage
 * and is dropped, so what is left is the wrong one of several. Assumed, not measured: models differ, and the figure rises with
 * what they are asked. With a model that errs half as often, its values are right more often than their confidence says.
 */
const MODEL_ERROR = 0.1;
/** How often two engines that are both wrong are wrong alike: both fall for the value that looks most like the right one. */
const WRONG_ALIKE = 1 / 3;

/**
 * How often a value found in this way is right where nothing speaks against it. Set by hand, ordered by how much has to go
 * wrong before the value is: a typed value behind its own label needs a wrong label or a misread character; a letterhead
 * or a clause also needs a wrong choice among several; a place alone needs nothing. No weight is fitted to a data set;
 * reliability diagrams over labelled documents of all kinds were only used to check the order and the rough level.
 */
const PRIOR: Readonly<Record<Evidence, number>> = {
  'label-same-cell': 0.96,
  'label-right': 0.96,
  'label-below': 0.93,
  'label-text': 0.7,
  'section-block': 0.93,
  'header-block': 0.94,
  pattern: 0.93,
  position: 0.75,
  clause: 0.93,
  'clause-derived': 0.82,
  table: 0.85,
  computed: 0.9,
  model: 1 - MODEL_ERROR,
  // Only the passage stands in the document; the value is the model's own wording of it.
  'model-derived': 0.5,
  // Has a certainty of its own.
  learned: 0.9,
};

/**
 * The score from which on evidence of a kind counts as full; letterheads add up many small signs and stay lower,
 * clauses compete with many sentences of the same words and must stand out.
 */
const FULL: Readonly<Partial<Record<Evidence, number>>> = {
  'header-block': 0.75,
  clause: 0.95,
  'clause-derived': 0.95,
  model: MODEL_SCORE,
  'model-derived': MODEL_SCORE,
};
const FULL_OTHERWISE = 0.85;

/** Values that an arithmetic or date rule confirms are right but for two errors that cancel out. */
const CONFIRMED = 0.97;
/** A value that breaks a rule is one of two or three suspects. */
export const BROKEN = 0.6;

export interface Standing {
  /** The best score of a different value, 0 where there is none. */
  readonly runnerUp: number;
  readonly confirmed: boolean;
  readonly failures: number;
  /** 0..1: how surely the words of the value were recognised; absent for text that was not. */
  readonly legibility?: number;
}

/**
 * How likely a value is right with what the other engine says (Bayes). They agree where both are right or both wrong alike;
 * they differ where one is right, or both are wrong and not alike.
 */
export function weighed(own: number, { agrees, confidence: other }: NonNullable<Candidate['witness']>): number {
  const neither = (1 - own) * (1 - other);
  if (agrees) return (own * other) / (own * other + neither * WRONG_ALIKE);
  return (own * (1 - other)) / (own * (1 - other) + other * (1 - own) + neither * (1 - WRONG_ALIKE));
}

/** How full the score of a candidate is for evidence of its kind, 0..1. */
export const strengthOf = ({ score, evidence }: Candidate): number =>
  Math.max(0, Math.min(1, score / (FULL[evidence] ?? FULL_OTHERWISE)));

/** 0..1 for the chosen candidate of a field. */
export function confidenceOf(candidate: Candidate, standing: Standing): number {
  const strength = strengthOf(candidate);
  const margin = candidate.score - standing.runnerUp;
  const clear = margin >= 0.15 ? 1 : margin >= 0.06 ? 0.98 : margin >= 0.025 ? 0.94 : 0.86;
  const found = candidate.certainty ?? PRIOR[candidate.evidence] * (0.4 + 0.6 * strength) * clear;
  const alone = (candidate.witness ? weighed(found, candidate.witness) : found) * (standing.legibility ?? 1);
  if (standing.failures > 0) return round(alone * BROKEN);
  return round(standing.confirmed ? Math.max(CONFIRMED * Math.sqrt(standing.legibility ?? 1), alone) : alone);
}

const round = (value: number): number => Math.round(Math.max(0, Math.min(0.99, value)) * 1000) / 1000;
