/** Equal bands of confidence in a reliability diagram. */
export const BANDS = 10;

/** What was told in one band of confidence, and what came of it. */
export interface Band {
  /** 0-based; the last holds 1 too. */
  readonly band: number;
  readonly verdicts: number;
  /** Sum of the confidences. */
  readonly confidence: number;
  readonly right: number;
}

/**
 * Expected calibration error: the distance between mean confidence and share of right ones, band by band, weighted by their
 * verdicts (Naeini et al. 2015; Guo et al. 2017, "On Calibration of Modern Neural Networks"). Null for nothing.
 */
export function calibrationErrorOf(bands: readonly Band[]): number | null {
  const all = bands.reduce((sum, { verdicts }) => sum + verdicts, 0);
  return all === 0 ? null : bands.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / all;
}
