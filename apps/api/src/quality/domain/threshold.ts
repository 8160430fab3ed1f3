import { errorBound, leastEvidence } from './bounds.js';
import type { Judged } from './judged.js';

/** Thresholds are tried in steps of so many documents more, but no finer than confidences differ. */
const STEPS = 20;

/**
 * The lowest confidence from which on at most `error` of the documents need a correction, as far as verdicts show it: the upper
 * bound of that share is held against `error`, from the surest documents downwards, and the first that is above it ends the
 * search. Testing in a fixed order keeps the bound honest although many thresholds are tried (Angelopoulos et al. 2021, "Learn
 * then Test"). Null where the verdicts are too few, or show it for no threshold.
 */
export function thresholdAtError(judged: readonly Judged[], error: number): number | null {
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence);
  const least = leastEvidence(error);
  const step = Math.max(1, Math.floor(sorted.length / STEPS));
  let [threshold, wrong, from]: [number | null, number, number] = [null, 0, 0];
  for (let end = least; end <= sorted.length; end += step) {
    // Equal confidences are accepted together.
    const last = sorted[end - 1]?.confidence ?? 0;
    while (end < sorted.length && sorted[end]?.confidence === last) end++;
    wrong += sorted.slice(from, end).filter(({ right }) => !right).length;
    from = end;
    if (errorBound(wrong, end) > error) return threshold;
    threshold = last;
  }
  return threshold;
}

/** Where there are too few verdicts: each document by itself is then wrong with at most this chance, as far as its confidence is true. */
export const defaultThreshold = (error: number): number => 1 - error;
