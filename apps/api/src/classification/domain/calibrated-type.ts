import type { Calibrator } from '../../quality/index.js';
import type { ClassificationResult } from './classification-result.js';

const thousandths = (share: number): number => Math.round(share * 1000) / 1000;

/**
 * A result with a confidence that means what it says. What it leaves is shared among the alternatives as before, and none of them
 * is surer than the type itself. What the sender has named is not in question.
 */
export function calibratedType(result: ClassificationResult, calibrator: Calibrator): ClassificationResult {
  const { type, confidence: own, alternatives, origin } = result;
  if (origin.forced) return result;
  const confidence = calibrator({ kind: 'type', engine: origin.engine, group: type, field: null }, own);
  if (confidence === own) return result;
  const share = own < 1 ? (1 - confidence) / (1 - own) : 0;
  const others = alternatives.map((one) => ({
    ...one,
    confidence: thousandths(Math.min(confidence, one.confidence * share)),
  }));
  return { ...result, confidence, rawConfidence: own, alternatives: others };
}
