import type { Analysis } from './analysis.js';
import type { Signal } from './cues/cue-sheet.js';
import { type FoundFact, factsOf } from './facts.js';
import { isFlagged } from './matter.js';
import { REPLY_PHRASES, type ReplyPhrases } from './replies/reply-phrases.js';
import type { CategoryName, Deadline, PriorityLevel, Reply, RequestTypeName, TriageMessage } from './triage-model.js';

export interface ReplyEvidence {
  readonly signals: ReadonlyMap<Signal, number>;
  readonly category: CategoryName;
  readonly type: RequestTypeName;
  readonly priority: PriorityLevel;
  readonly deadlines: readonly Deadline[];
}

const NEVER_ANSWERED: ReadonlySet<CategoryName> = new Set(['newsletter', 'auto_reply', 'spam']);

/** What asks something of the reader; thanks and notices without any of it need no answer. */
const WANTS_ANSWER: readonly Signal[] = [
  'ask',
  'question',
  'fault',
  'outage',
  'blocked',
  'escalation',
  'overcharge',
  'inquiry',
  'change',
  'data_loss',
  'security',
  'degraded',
  'legal',
  'angry',
];
const NEEDS_NOTHING: readonly Signal[] = ['thanks', 'inform'];

const STEPS: Readonly<Partial<Record<CategoryName, keyof ReplyPhrases['steps']>>> = {
  billing: 'money',
  technical_support: 'fault',
  sales: 'offer',
  complaint: 'careful',
  cancellation: 'cancellation',
  order: 'goods',
  delivery: 'goods',
  returns: 'goods',
  security: 'careful',
  legal: 'careful',
  recruitment: 'application',
  account: 'access',
};

/** What a reply is made of. All that comes out of the mail in it was found and proved by rules. */
export interface ReplyPlan {
  readonly needed: boolean;
  /** One that there are phrases for. */
  readonly language: string;
  /** Of whom to greet; null where the mail gives no plain name. */
  readonly name: string | null;
  readonly facts: readonly FoundFact[];
  /** Words of the mail that can be repeated as they are. */
  readonly deadline: string | null;
  readonly isFault: boolean;
  readonly isUrgent: boolean;
  readonly step: ReplyStep;
}

export type ReplyStep = keyof ReplyPhrases['steps'];

export function planOfReply(message: TriageMessage, analysis: Analysis, evidence: ReplyEvidence): ReplyPlan {
  const { priority, type, category, deadlines } = evidence;
  const deadline = deadlines.find(({ quote }) => REPEATABLE.test(quote))?.quote ?? null;
  return {
    needed: isNeeded(analysis, evidence),
    language: Object.hasOwn(REPLY_PHRASES, analysis.language.code) ? analysis.language.code : 'en',
    name: plainName(message),
    // What stands beside words that are meant for a model is nothing that the reply should repeat.
    facts: factsOf(analysis).filter((fact) => !isFlagged(analysis, fact.start)),
    deadline,
    isFault: type === 'incident' || type === 'problem' || category === 'complaint',
    isUrgent: priority === 'urgent',
    step: stepOf(evidence),
  };
}

/** No place for a link, an address or an amount. */
const REPEATABLE = /^[\p{L}\d .'’/-]{1,60}$/u;

/** Whether somebody waits for an answer, and a draft of it made of fixed phrases and of nothing that the mail does not say. */
export function replyOf(plan: ReplyPlan): Reply {
  const { needed, language, facts } = plan;
  const own = { templateId: null, citations: [], removed: [] };
  if (!needed) return { needed, draft: null, language, facts: [], ...own };
  return { needed, draft: draftOf(plan), language, facts: facts.map(({ value, quote }) => ({ value, quote })), ...own };
}

/** The draft of a plan; `body` stands in the place of what the engine would write between greeting and closing. */
export function draftOf(plan: ReplyPlan, body: readonly string[] = linesOf(plan)): string {
  const phrases = REPLY_PHRASES[plan.language] ?? REPLY_PHRASES['en'];
  if (phrases === undefined) return '';
  const { name } = plan;
  const greeting = name === null ? phrases.greetingUnnamed : phrases.greeting.replace('{name}', () => name);
  return [greeting, '', ...body, '', phrases.closing].join('\n');
}

/** Senders of these wait for an answer even where they ask nothing. */
const ALWAYS_ANSWERED: ReadonlySet<CategoryName> = new Set([
  'recruitment',
  'cancellation',
  'complaint',
  'returns',
  'sales',
]);
const ASKS: readonly Signal[] = ['ask', 'question', 'escalation', 'angry'];

function isNeeded({ sentences }: Analysis, { category, signals, type }: ReplyEvidence): boolean {
  if (NEVER_ANSWERED.has(category) || sentences.length === 0) return false;
  const has = (signal: Signal): boolean => signals.has(signal);
  if (type === 'information' && NEEDS_NOTHING.some(has)) {
    return !has('thanks') && (ALWAYS_ANSWERED.has(category) || ASKS.some(has));
  }
  return WANTS_ANSWER.some(has) || category !== 'general';
}

/** Letters only: a display name can hold anything, an address or a link too. */
const PLAIN_NAME = /^\p{L}[\p{L} .'’-]{1,60}$/u;
const SEVERAL_WORDS = /\.[\p{L}]/u;

function plainName({ from }: TriageMessage): string | null {
  const name = from?.name.trim() ?? '';
  return PLAIN_NAME.test(name) && !SEVERAL_WORDS.test(name) ? name : null;
}

const fill = (phrase: string, value: string): string => phrase.replace('{value}', () => value);

/** What a phrase leaves to a person. */
const OPEN = /\[[^\]]{1,200}\]/;

/** A reference or an amount goes into the draft; what was quoted for a deadline only where it cannot hold a link. */
export function linesOf(
  { language, facts, deadline, isFault, isUrgent, step }: ReplyPlan,
  answer: string | null = null,
): string[] {
  const phrases = REPLY_PHRASES[language];
  if (phrases === undefined) return [];
  const [references, amounts] = [mentions(facts, 'reference'), mentions(facts, 'amount')];
  return [
    phrases.thanks,
    ...(references === '' ? [] : [fill(phrases.reference, references)]),
    ...(amounts === '' ? [] : [fill(phrases.amount, amounts)]),
    ...(isFault ? [phrases.sorry] : []),
    ...(isUrgent ? [phrases.urgent] : []),
    ...(deadline === null ? [] : [fill(phrases.deadline, deadline)]),
    ...(answer === null ? [] : [phrases.steps.question.replace(OPEN, () => answer)]),
    ...(answer !== null && step === 'question' ? [] : [phrases.steps[step]]),
  ];
}

/** The first two of a kind, as they stand in the mail; empty where there is none. */
export const mentions = (facts: readonly FoundFact[], kind: FoundFact['kind']): string =>
  facts
    .filter((fact) => fact.kind === kind)
    .slice(0, 2)
    .map(({ mention }) => mention)
    .join(', ');

function stepOf({ category, type }: ReplyEvidence): keyof ReplyPhrases['steps'] {
  const step = STEPS[category];
  if (step === 'fault' && type !== 'incident' && type !== 'problem') return type === 'question' ? 'question' : 'other';
  if (step !== undefined) return step;
  if (type === 'incident' || type === 'problem') return 'fault';
  return type === 'question' ? 'question' : 'other';
}
