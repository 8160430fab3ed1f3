import type { Signal } from './cues/cue-sheet.js';
import type { SentimentLabel, TriageResult } from './triage-model.js';

const WEIGHTS: Readonly<Partial<Record<Signal, number>>> = {
  positive: 1,
  thanks: 1,
  negative: -0.6,
  angry: -2,
  escalation: -0.8,
  overcharge: -0.5,
  recurring: -0.2,
};
/** Below this on either side a mail is matter-of-fact. */
const NEUTRAL = 0.25;

/** Tone of the words used, -1..1. A reported fault is only mildly negative: its sender may be quite calm. */
export function sentimentOf(signals: ReadonlyMap<Signal, number>): TriageResult['sentiment'] {
  let sum = 0;
  for (const [signal, weight] of Object.entries(WEIGHTS)) sum += weight * Math.sqrt(signals.get(signal as Signal) ?? 0);
  const score = Number(Math.tanh(sum / 2.5).toFixed(4));
  const label: SentimentLabel = score > NEUTRAL ? 'positive' : score < -NEUTRAL ? 'negative' : 'neutral';
  return { label, score };
}
