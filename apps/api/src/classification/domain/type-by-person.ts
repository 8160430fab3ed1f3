import type { ClassificationResult } from './classification-result.js';
import { industryOf } from './taxonomy/taxonomy.js';

/** A classification after somebody has said what the document is; what was found before stays as alternatives. */
export function typeByPerson(before: ClassificationResult, type: string, runId: string): ClassificationResult {
  const isSame = before.type === type;
  const seen = [{ type: before.type, confidence: before.confidence }, ...before.alternatives];
  const reason = isSame ? 'A person has confirmed the type.' : 'A person has corrected the type.';
  return {
    industry: isSame ? before.industry : industryOf(type),
    type,
    confidence: 1,
    alternatives: seen.filter((one) => one.type !== type).slice(0, Math.max(1, before.alternatives.length)),
    reasoning: reason,
    ...(before.parts && { parts: before.parts }),
    origin: {
      engine: 'person',
      step: 'person',
      steps: [...(before.origin.steps ?? []), { step: 'person', type, confidence: 1, reason }],
      model: null,
      runId,
      forced: false,
    },
  };
}
