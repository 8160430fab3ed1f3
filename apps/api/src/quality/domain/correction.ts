import { blended, type Curve, IDENTITY, valueAt } from './curve.js';
import { isotonic } from './isotonic.js';
import { type Judged, surprise } from './judged.js';
import { platt } from './platt.js';

/** A verdict that a correction is learned from; those of one subject (a document) are not independent. */
export interface Sample extends Judged {
  readonly subject: string;
}

/** Fewer than this say nothing that chance could not. */
export const FEWEST = 20;
/**
 * From here on isotonic regression, which assumes no form, is at least as good as Platt's two numbers; with less it follows chance
 * (Niculescu-Mizil & Caruana 2005, "Predicting good probabilities with supervised learning": about a thousand).
 */
export const MANY = 1_000;
/** So many verdicts weigh as much as what was believed before them. */
const PRIOR_WEIGHT = 40;
const FOLDS = 5;

function fitted(samples: readonly Judged[]): Curve {
  const curve = samples.length >= MANY ? isotonic(samples) : platt(samples);
  return blended(curve, IDENTITY, samples.length / (samples.length + PRIOR_WEIGHT));
}

/** Folds by subject, so that what is tested on is not of a document that was learned from. */
function foldsOf(samples: readonly Sample[]): readonly number[] {
  const folds = new Map<string, number>();
  return samples.map(({ subject }) => {
    const fold = folds.get(subject) ?? folds.size % FOLDS;
    folds.set(subject, fold);
    return fold;
  });
}

/** Whether curves that were learned from the other folds surprise less than no curve, by more than the standard error. */
function helps(samples: readonly Sample[]): boolean {
  const folds = foldsOf(samples);
  const curves = Array.from({ length: FOLDS }, (_, fold) => fitted(samples.filter((_, n) => folds[n] !== fold)));
  const gains = samples.map(({ confidence, right }, n) => {
    const curve = curves[folds[n] ?? 0] ?? IDENTITY;
    return surprise(confidence, right) - surprise(valueAt(curve, confidence), right);
  });
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  return mean > Math.sqrt(variance / gains.length);
}

/**
 * What verdicts make of a confidence: Platt's curve or an isotonic one, drawn towards what was believed before by their number,
 * and null where by cross-validation that is no better than to leave the confidence as it is.
 */
export function correctionFrom(samples: readonly Sample[]): Curve | null {
  if (samples.length < FEWEST) return null;
  return helps(samples) ? fitted(samples) : null;
}
