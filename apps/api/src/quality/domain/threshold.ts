import { leastEvidence, showsAtMost } from './bounds.js';
import type { Judged } from './judged.js';

/** Thresholds are tried in so many steps. */
const STEPS = 20;

/** Where a threshold may lie: the surest documents up to here, none of which has the confidence of the next one. */
function endsIn(sorted: readonly Judged[], least: number): number[] {
  const step = Math.max(1, Math.floor(sorted.length / STEPS));
  const ends: number[] = [];
  for (let end = least; end <= sorted.length; end += step) {
    const last = sorted[end - 1]?.confidence;
    const next = sorted.findIndex(({ confidence }, index) => index >= end && confidence !== last);
    end = next < 0 ? sorted.length : next;
    ends.push(end);
  }
  return ends;
}

/**
 * The lowest confidence from which on at most `error` of the documents need a correction, as far as verdicts show it: from the
 * surest documents downwards, until more are wrong than a share of `error` allows for. Testing in a fixed order up to the first
 * failure keeps the promise although many thresholds are tried (Angelopoulos et al. 2021, "Learn then test"). Null where the
 * verdicts are too few, or show it for no threshold.
 */
export function thresholdAtError(judged: readonly Judged[], error: number): number | null {
  const sorted = judged.toSorted((a, b) => b.confidence - a.confidence);
  let threshold: number | null = null;
  for (const end of endsIn(sorted, leastEvidence(error))) {
    const wrong = sorted.slice(0, end).filter(({ right }) => !right).length;
    if (!showsAtMost(error, wrong, end)) break;
    threshold = sorted[end - 1]?.confidence ?? null;
  }
  return threshold;
}

/** Where there are too few verdicts: each document by itself is then wrong with at most this chance, as far as its confidence is true. */
export const defaultThreshold = (error: number): number => 1 - error;
