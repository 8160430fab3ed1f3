import type { Candidate, Evidence } from './field-model.js';

/**
 * How often a value found in this way is right, before anything else is known of it. Estimates from how the ways work,
 * in steps of 0.05, ordered by how much has to go wrong before the value is: a typed value behind its own label needs a
 * wrong label or a misread character; a letterhead or a clause also needs a wrong choice among several. They are not
 * fitted to any data set.
 */
const PRIOR: Readonly<Record<Evidence, number>> = {
  'label-same-cell': 0.95,
  'label-right': 0.95,
  'label-below': 0.9,
  'label-text': 0.7,
  'section-block': 0.9,
  'header-block': 0.85,
  pattern: 0.9,
  position: 0.65,
  clause: 0.85,
  'clause-derived': 0.75,
  table: 0.85,
  computed: 0.9,
};

/** Values that an arithmetic or date rule confirms are right but for two errors that cancel out. */
const CONFIRMED = 0.97;
/** A value that breaks a rule is one of two or three suspects. */
const BROKEN = 0.6;

export interface Standing {
  /** The best score of a different value, 0 where there is none. */
  readonly runnerUp: number;
  readonly confirmed: boolean;
  readonly failures: number;
}

/** 0..1 for the chosen candidate of a field. */
export function confidenceOf(candidate: Candidate, standing: Standing): number {
  const strength = Math.max(0, Math.min(1, candidate.score));
  const margin = candidate.score - standing.runnerUp;
  const clear = margin >= 0.2 ? 1 : margin >= 0.08 ? 0.95 : 0.85;
  const alone = PRIOR[candidate.evidence] * (0.5 + 0.5 * Math.min(1, strength / 0.85)) * clear;
  if (standing.failures > 0) return round(alone * BROKEN);
  return round(standing.confirmed ? Math.max(CONFIRMED, alone) : alone);
}

const round = (value: number): number => Math.round(Math.max(0, Math.min(0.99, value)) * 1000) / 1000;
