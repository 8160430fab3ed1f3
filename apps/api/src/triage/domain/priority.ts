import type { Signal } from './cues/cue-sheet.js';
import type { CategoryName, Deadline, Priority, PriorityLevel } from './triage-model.js';

/**
 * What each kind of evidence adds to the log-odds that a mail should be read before others. Set by judgement after the
 * impact and urgency matrix of IT service management (what is hit, how many, how soon), not fitted to mails: weights fitted to
 * one half of a labelled set order the other half worse than these (docs/triage-errors.md). What a mail is about (patient data,
 * an upgrade), or that a fault comes back, says nothing of haste, so it has no weight.
 */
const WEIGHTS: Readonly<Partial<Record<Signal, number>>> = {
  safety: 1.4,
  data_loss: 1.2,
  security: 1.0,
  outage: 1.1,
  critical: 0.8,
  everyone: 0.7,
  blocked: 0.8,
  business: 0.7,
  immediate: 1.2,
  deadline: 0.6,
  escalation: 0.6,
  legal: 0.6,
  overcharge: 0.4,
  angry: 0.4,
  degraded: 0.2,
  fault: 0.3,
  soon: 0.2,
  negative: 0.1,
  cause: 0.1,
  question: -0.15,
  improvement: -0.35,
  inquiry: -0.45,
  positive: -0.2,
  inform: -0.3,
  thanks: -0.5,
  unhurried: -1.2,
};

/** Mail that nobody waits for, whatever words it uses; and complaints, whose senders are about to be lost. */
const CATEGORY_WEIGHTS: Readonly<Partial<Record<CategoryName, number>>> = {
  complaint: 0.5,
  spam: -3,
  newsletter: -2.5,
  auto_reply: -2.5,
  personal: -0.5,
  feedback: -0.5,
  sales: -0.3,
};

/** In such mail `urgent` and `last chance` are mostly show. */
const SHOW_FACTOR = 0.3;
const SHOWY: ReadonlySet<CategoryName> = new Set(['spam', 'newsletter', 'auto_reply']);

/** Log-odds of a mail that says nothing of urgency: one in four is read before others. */
const BIAS = -1.1;

/** The levels with the least score of each, the highest first. */
export const LEVELS: readonly (readonly [least: number, level: PriorityLevel])[] = [
  [0.85, 'urgent'],
  [0.6, 'high'],
  [0.15, 'normal'],
  [0, 'low'],
];

export interface PriorityEvidence {
  readonly signals: ReadonlyMap<Signal, number>;
  readonly category: CategoryName;
  readonly deadlines: readonly Deadline[];
  /** RFC 3339, or null. */
  readonly date: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The second mention adds less than the first, the fifth next to nothing: long mails are not more urgent. */
export const saturated = (count: number): number => 2 * (1 - 0.5 ** count);

function headerWeight(headers: Readonly<Record<string, string>>): number {
  const importance = (headers['importance'] ?? headers['priority'] ?? headers['x-msmail-priority'] ?? '').toLowerCase();
  const level = /^\s*([1-5])/.exec(headers['x-priority'] ?? '')?.[1];
  if (/high|urgent/.test(importance) || level === '1' || level === '2') return 0.8;
  return /low|non-urgent/.test(importance) || level === '4' || level === '5' ? -0.8 : 0;
}

const DAY = 86_400_000;

/** A date within two days weighs as much as `immediately`, one within a week half of it. */
function deadlineWeight(deadlines: readonly Deadline[], date: string | null): number {
  const sent = date === null ? Number.NaN : Date.parse(date);
  const days = deadlines.map((deadline) => (Date.parse(deadline.date) - sent) / DAY).filter((left) => left > -2);
  if (days.length === 0) return 0;
  const nearest = Math.min(...days);
  return nearest <= 2 ? 1 : nearest <= 7 ? 0.5 : 0.1;
}

/** The level that a score belongs to. */
export const levelAt = (score: number): PriorityLevel => LEVELS.find(([least]) => score >= least)?.[1] ?? 'low';

export function priorityOf(evidence: PriorityEvidence): Priority {
  const parts: [reason: string, weight: number][] = [];
  const factor = SHOWY.has(evidence.category) ? SHOW_FACTOR : 1;
  for (const [signal, count] of evidence.signals) {
    parts.push([signal, factor * (WEIGHTS[signal] ?? 0) * saturated(count)]);
  }
  parts.push(
    [`category_${evidence.category}`, CATEGORY_WEIGHTS[evidence.category] ?? 0],
    ['marked_by_sender', headerWeight(evidence.headers)],
    ['near_deadline', factor * deadlineWeight(evidence.deadlines, evidence.date)],
  );
  const logit = parts.reduce((total, [, weight]) => total + weight, BIAS);
  const score = Number((1 / (1 + Math.exp(-logit))).toFixed(4));
  return { level: levelAt(score), score, reasons: reasonsOf(parts) };
}

const LEAST_REASON = 0.15;

const reasonsOf = (parts: readonly [string, number][]): string[] =>
  parts
    .filter(([, weight]) => Math.abs(weight) >= LEAST_REASON)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 6)
    .map(([reason, weight]) => (weight < 0 ? `-${reason}` : reason));
