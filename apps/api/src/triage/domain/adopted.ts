import type { Triage, TriageResult } from './triage-model.js';

/** The result of the first mail that says the same. */
export interface FirstResult {
  readonly kind: 'same-text' | 'near';
  readonly triage: Triage;
}

/**
 * What a duplicate takes over. Equal words have an equal summary; of words that are nearly equal only what a name or a phrase does not
 * change. Everything else is its own: spans and counts of personal data, facts and draft of the reply (they greet somebody), deadlines
 * and priority (they go by the date it was sent), the masked text, the score for injection.
 */
export const REUSED = {
  'same-text': ['category', 'type', 'sentiment', 'summary.text', 'summary.keyPoints', 'summary.actionItems'],
  near: ['category', 'type', 'sentiment'],
} as const;

/** A result with what it takes over of the first. Pure. */
export function adopted(result: TriageResult, first: FirstResult | null): TriageResult {
  if (first === null) return result;
  const { category, type, sentiment, summary, origin } = first.triage;
  const taken = { ...result, category, type, sentiment, origin: { ...result.origin, category: origin.category } };
  if (first.kind === 'near') return taken;
  const { text, keyPoints, actionItems } = summary;
  return { ...taken, summary: { ...result.summary, text, keyPoints, actionItems } };
}
