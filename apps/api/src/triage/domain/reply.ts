import type { Analysis } from './analysis.js';
import type { Signal } from './cues/cue-sheet.js';
import { type FoundFact, factsOf } from './facts.js';
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

/** Whether somebody waits for an answer, and a draft of it made of fixed phrases and of nothing that the mail does not say. */
export function replyOf(message: TriageMessage, analysis: Analysis, evidence: ReplyEvidence): Reply {
  const language = Object.hasOwn(REPLY_PHRASES, analysis.language.code) ? analysis.language.code : 'en';
  const phrases = REPLY_PHRASES[language];
  if (phrases === undefined || !isNeeded(analysis, evidence))
    return { needed: false, draft: null, language, facts: [] };
  const facts = factsOf(analysis);
  const draft = [greeting(message, phrases), '', ...lines(phrases, facts, evidence), '', phrases.closing].join('\n');
  return { needed: true, draft, language, facts: facts.map(({ value, quote }) => ({ value, quote })) };
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

function greeting({ from }: TriageMessage, phrases: ReplyPhrases): string {
  const name = from?.name.trim() ?? '';
  const isPlain = PLAIN_NAME.test(name) && !SEVERAL_WORDS.test(name);
  return isPlain ? phrases.greeting.replace('{name}', () => name) : phrases.greetingUnnamed;
}

const fill = (phrase: string, value: string): string => phrase.replace('{value}', () => value);

/** A reference or an amount goes into the draft; what was quoted for a deadline only where it cannot hold a link. */
function lines(phrases: ReplyPhrases, facts: readonly FoundFact[], evidence: ReplyEvidence): string[] {
  const valuesOf = (kind: FoundFact['kind']): string[] =>
    facts
      .filter((fact) => fact.kind === kind)
      .map((fact) => fact.mention)
      .slice(0, 2);
  const [references, amounts] = [valuesOf('reference'), valuesOf('amount')];
  const [deadline] = evidence.deadlines;
  const isFault = evidence.type === 'incident' || evidence.type === 'problem' || evidence.category === 'complaint';
  return [
    phrases.thanks,
    ...(references.length > 0 ? [fill(phrases.reference, references.join(', '))] : []),
    ...(amounts.length > 0 ? [fill(phrases.amount, amounts.join(', '))] : []),
    ...(isFault ? [phrases.sorry] : []),
    ...(evidence.priority === 'urgent' ? [phrases.urgent] : []),
    ...(deadline !== undefined && /^[\p{L}\d .'’/-]{1,60}$/u.test(deadline.quote)
      ? [fill(phrases.deadline, deadline.quote)]
      : []),
    phrases.steps[stepOf(evidence)],
  ];
}

function stepOf({ category, type }: ReplyEvidence): keyof ReplyPhrases['steps'] {
  const step = STEPS[category];
  if (step === 'fault' && type !== 'incident' && type !== 'problem') return type === 'question' ? 'question' : 'other';
  if (step !== undefined) return step;
  if (type === 'incident' || type === 'problem') return 'fault';
  return type === 'question' ? 'question' : 'other';
}
