import { LEVELS } from './priority.js';
import type { AgentName, AgentOrigin, TriageResult } from './triage-model.js';

type Seen = Pick<TriageResult, 'category' | 'type' | 'priority'>;

/** The engine gives more than an even chance to what it says: nobody who reads the same mail overrules that. */
export const SURE = 0.5;

/**
 * What is not known of the log-odds of a priority, as the scale of a logistic distribution: what a weighty cue adds, so that a level is
 * as sure as it would be if one such cue had been overlooked or misread.
 */
const UNKNOWN = 1;
/** A mail of so many sentences is summed up half as surely by two of them as one of a single sentence. */
const HALF_SURE_SENTENCES = 12;

const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** 0..1: how much of what the score may really be lies in its level. */
function levelSureness({ score }: Seen['priority']): number {
  const at = LEVELS.findIndex(([least]) => score >= least);
  const least = LEVELS[at]?.[0] ?? 0;
  const most = LEVELS[at - 1]?.[0] ?? 1;
  const middle = logit(Math.min(0.9999, Math.max(0.0001, score)));
  const below = (bound: number): number =>
    bound >= 1 ? 1 : bound <= 0 ? 0 : logistic((logit(bound) - middle) / UNKNOWN);
  return below(most) - below(least);
}

/** How sure the local engine is of what each agent says, 0..1. */
export function surenessOf({ category, type, priority }: Seen, sentences: number): Readonly<Record<AgentName, number>> {
  const labels = Math.min(category.confidence, type.confidence);
  const rounded = (value: number): number => Number(value.toFixed(4));
  return {
    classify: rounded(labels),
    prioritise: rounded(levelSureness(priority)),
    summarise: rounded(0.5 ** (Math.max(0, sentences - 1) / HALF_SURE_SENTENCES)),
    // A draft is chosen by what kind of matter it is.
    reply: rounded(labels),
  };
}

/** In the form of the ledger. */
const NO_COST = '0.000000000';

/** Where nobody else was asked. */
export const byEngine = (confidence: number, reason: string | null = null): AgentOrigin => ({
  by: 'engine',
  confidence,
  model: null,
  reason,
  evidence: [],
  cost: NO_COST,
});

export function engineAgents(seen: Seen, sentences: number): Readonly<Record<AgentName, AgentOrigin>> {
  const sure = surenessOf(seen, sentences);
  return {
    classify: byEngine(sure.classify),
    prioritise: byEngine(sure.prioritise),
    summarise: byEngine(sure.summarise),
    reply: byEngine(sure.reply),
  };
}
