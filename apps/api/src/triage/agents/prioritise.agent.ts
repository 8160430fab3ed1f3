import { LEVELS } from '../domain/priority.js';
import { SURE, surenessOf } from '../domain/sureness.js';
import { PRIORITY_LEVELS, type Priority, type PriorityLevel } from '../domain/triage-model.js';
import type { Agent, MailCase, Verdict } from './agent.js';
import { provenQuote } from './evidence.js';
import { type LabelAnswer, labelInquiry } from './label-inquiry.js';

const place = (level: PriorityLevel): number => PRIORITY_LEVELS.indexOf(level);

/** Reasons that lower a score are marked so; any other speaks for haste. */
const speaksForHaste = ({ reasons }: Priority): boolean => reasons.some((reason) => !reason.startsWith('-'));

/** Scores have four places. */
const STEP = 0.0001;

/** The score of the level that is nearest to the score so far, so that mails of one list stay in a sensible order. */
function scoreAt(level: PriorityLevel, score: number): number {
  const at = LEVELS.findIndex(([, name]) => name === level);
  const [least, below] = [LEVELS[at]?.[0] ?? 0, (LEVELS[at - 1]?.[0] ?? 1) - STEP];
  return Number(Math.min(below, Math.max(least, score)).toFixed(4));
}

function judge({ priority: named, priorityQuote }: LabelAnswer, { sight, local }: MailCase): Verdict {
  const quote = provenQuote(sight, priorityQuote);
  if (named === null || quote === null) return { change: {}, evidence: [], reason: 'unproven' };
  const { priority } = local;
  const taken = (level: PriorityLevel): Verdict['change'] => ({
    priority: { level, score: scoreAt(level, priority.score), reasons: ['model', ...priority.reasons] },
  });
  if (named === priority.level) return { change: {}, evidence: [quote], reason: null };
  if (surenessOf(local, sight.sentences).prioritise >= SURE)
    return { change: {}, evidence: [quote], reason: 'engine-sure: priority' };
  const isLower = place(named) > place(priority.level);
  // What the engine has seen of haste stands in the mail: a mail that talks it away is the one to look at.
  if (isLower && speaksForHaste(priority)) return { change: {}, evidence: [quote], reason: 'evidence-of-haste' };
  // One level at a time: a model's word is one witness.
  const level = PRIORITY_LEVELS[place(priority.level) + (isLower ? 1 : -1)] ?? named;
  return { change: taken(level), evidence: [quote], reason: level === named ? null : 'one-level' };
}

export const prioritiseAgent: Agent<LabelAnswer> = { name: 'prioritise', inquiry: labelInquiry, judge };
