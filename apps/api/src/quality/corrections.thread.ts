import { type Curves, learnCorrections, type Verdict } from './domain/calibrator.js';
import { DEFAULT_CURVES } from './domain/defaults.js';

export const compute = (verdicts: readonly Verdict[]): Curves => learnCorrections(verdicts, DEFAULT_CURVES);
