import { calibrated, type Claim, type Curves } from './calibrator.js';
import { DEFAULT_CURVES } from './defaults.js';

/** What the confidences of engines mean for one tenant. */
export interface Calibrator {
  /** From the confidence as the engine had it to the one that is told, 0..1. Never falls with it. */
  (claim: Claim, confidence: number): number;
}

/** The built-in curves with a tenant's corrections over them. */
export const calibratorOf =
  (corrections: Curves): Calibrator =>
  (claim, confidence) =>
    calibrated(claim, confidence, DEFAULT_CURVES, corrections);
