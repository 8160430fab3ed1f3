import type { Signal } from './cues/cue-sheet.js';
import { shares } from './shares.js';
import { type Guess, REQUEST_TYPES, type RequestTypeName } from './triage-model.js';

/**
 * Evidence for each type, after ITIL: an incident interrupts or endangers a service, a problem is a fault whose cause is
 * looked for or that comes back, a change alters what works, a request asks for something that is on offer.
 */
const WEIGHTS: Readonly<Record<RequestTypeName, Readonly<Partial<Record<Signal, number>>>>> = {
  incident: {
    outage: 1.5,
    data_loss: 1.2,
    safety: 1.2,
    fault: 1,
    blocked: 1,
    security: 0.8,
    degraded: 0.5,
    business: 0.4,
    everyone: 0.4,
    critical: 0.4,
    overcharge: 0.4,
    immediate: 0.3,
    cause: 0.3,
  },
  problem: { fault: 0.8, recurring: 0.8, degraded: 0.4, cause: 0.4, blocked: 0.5, overcharge: 0.4, escalation: 0.3 },
  change: { change: 1.1, improvement: 0.4 },
  request: { ask: 0.4, inquiry: 1, question: 0.2, improvement: 0.4 },
  question: { question: 0.8, inquiry: 0.2 },
  information: { inform: 0.8, thanks: 0.9, positive: 0.2 },
};

/** A fault that says no more of itself is an incident; asking for something is the commonest reason to write. */
const BIAS: Readonly<Record<RequestTypeName, number>> = {
  incident: 0.2,
  problem: -0.3,
  change: 0,
  request: 0.3,
  question: -0.3,
  information: 0.1,
};

const saturated = (count: number): number => 2 * (1 - 0.5 ** count);

/** What kind of matter a mail is, by its cues. */
export function requestTypeOf(signals: ReadonlyMap<Signal, number>): Guess<RequestTypeName> {
  const scores = REQUEST_TYPES.map((name) => {
    let score = BIAS[name];
    for (const [signal, weight] of Object.entries(WEIGHTS[name]))
      score += weight * saturated(signals.get(signal as Signal) ?? 0);
    return { name, score };
  });
  const [best] = shares(scores);
  return best ?? { name: 'information', confidence: 0 };
}
