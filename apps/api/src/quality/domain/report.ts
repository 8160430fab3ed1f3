import { BANDS, calibrationErrorOf } from './reliability.js';
import type { VerdictKind } from './verdict.js';

export const QUALITY_GROUPS = ['total', 'engine', 'type', 'schema', 'field', 'day'] as const;
export type QualityGroup = (typeof QUALITY_GROUPS)[number];

/** Which verdicts are asked for. */
export interface Question {
  readonly from: Date;
  /** The first moment that no longer belongs to it. */
  readonly to: Date;
  readonly kind: VerdictKind;
  readonly groupBy: QualityGroup;
}

/** Verdicts of one group with confidences of one band. */
export interface Sums {
  readonly key: string;
  /** Null for what had no value. */
  readonly band: number | null;
  readonly verdicts: number;
  readonly confidence: number;
  readonly right: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
}

/** One bar of a reliability diagram. */
export interface Bin {
  /** Confidences from here, up to and without `to`; the last bin has 1 too. */
  readonly from: number;
  readonly to: number;
  readonly verdicts: number;
  readonly confidence: number;
  readonly accuracy: number;
}

export interface QualityRow {
  readonly key: string;
  readonly verdicts: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly rejected: number;
  /** Verdicts on what had no value: missed, or rightly empty. */
  readonly withoutValue: number;
  /** Of those with a value: the mean confidence, the share of right ones, and how far the two are apart bin by bin. */
  readonly confidence: number | null;
  readonly accuracy: number | null;
  readonly calibrationError: number | null;
  readonly bins: readonly Bin[];
}

const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

const total = (sums: readonly Sums[], of: Exclude<keyof Sums, 'key' | 'band'>): number =>
  sums.reduce((sum, one) => sum + one[of], 0);

function rowOf(key: string, sums: readonly Sums[]): QualityRow {
  const told = sums.flatMap((one) => (one.band === null ? [] : [{ ...one, band: one.band }]));
  const count = total(told, 'verdicts');
  const error = calibrationErrorOf(told);
  return {
    key,
    verdicts: total(sums, 'verdicts'),
    accepted: total(sums, 'accepted'),
    corrected: total(sums, 'corrected'),
    rejected: total(sums, 'rejected'),
    withoutValue: total(sums, 'verdicts') - count,
    confidence: shareOf(total(told, 'confidence'), count),
    accuracy: shareOf(total(told, 'right'), count),
    calibrationError: error === null ? null : shareOf(error, 1),
    bins: told.map(({ band, verdicts, confidence, right }) => ({
      from: band / BANDS,
      to: (band + 1) / BANDS,
      verdicts,
      confidence: shareOf(confidence, verdicts) ?? 0,
      accuracy: shareOf(right, verdicts) ?? 0,
    })),
  };
}

/** Sums by group and band as one row a group. */
export const rowsOf = (sums: readonly Sums[]): QualityRow[] =>
  [...Map.groupBy(sums, ({ key }) => key)].map(([key, own]) => rowOf(key, own));
