import { SURE } from '../domain/sureness.js';
import {
  CATEGORIES,
  type Guess,
  REQUEST_TYPES,
  type RequestTypeName,
  type TriageResult,
} from '../domain/triage-model.js';
import type { Agent, MailCase, Verdict } from './agent.js';
import { provenQuote } from './evidence.js';
import { type LabelAnswer, labelInquiry } from './label-inquiry.js';

/**
 * How often a model's label is taken to be right before the engine's own view is heard: zero-shot accuracy of models on customers' mails
 * is published between 0.7 and 0.9.
 */
const TRUST_IN_MODEL = 0.8;
/**
 * The engine's guesses and a model's label as two witnesses (Bayes), best first. Labels that the engine did not list share what its
 * guesses leave of one; a model that is wrong names any of the others alike.
 */
function joined<Name extends string>(guesses: readonly Guess<Name>[], named: Name, labels: number): Guess<Name>[] {
  const listed = guesses.reduce((sum, { confidence }) => sum + confidence, 0);
  const unlisted = Math.max(0, 1 - listed) / Math.max(1, labels - guesses.length);
  const isListed = guesses.some(({ name }) => name === named);
  const all = isListed ? guesses : [...guesses, { name: named, confidence: unlisted }];
  const mistaken = (1 - TRUST_IN_MODEL) / Math.max(1, labels - 1);
  const weigh = (confidence: number, isNamed: boolean): number => confidence * (isNamed ? TRUST_IN_MODEL : mistaken);
  const weighed = all.map(({ name, confidence }) => ({ name, weight: weigh(confidence, name === named) }));
  const rest = weigh(unlisted * Math.max(0, labels - all.length), false);
  const sum = weighed.reduce((total, { weight }) => total + weight, rest) || 1;
  return weighed
    .map(({ name, weight }) => ({ name, confidence: Number((weight / sum).toFixed(4)) }))
    .toSorted((a, b) => b.confidence - a.confidence);
}

interface Choice<Name extends string> {
  readonly guesses: readonly Guess<Name>[];
  readonly outvoted: boolean;
}

/** A guess that the engine is sure of stands, whatever the model says. */
function chosen<Name extends string>(guesses: readonly Guess<Name>[], named: Name, labels: number): Choice<Name> {
  const [best] = guesses;
  if (best !== undefined && best.name !== named && best.confidence >= SURE) return { guesses, outvoted: true };
  return { guesses: joined(guesses, named, labels), outvoted: false };
}

function judge(answer: LabelAnswer, { sight, local, ownCategories }: MailCase): Verdict {
  const quote = provenQuote(sight, answer.categoryQuote);
  if (quote === null) return { change: {}, evidence: [], reason: 'unproven' };
  const { category: known, type: kind } = local;
  const labels = (ownCategories ?? CATEGORIES).length;
  const category = chosen([known, ...known.alternatives], answer.category ?? known.name, labels);
  const type = chosen<RequestTypeName>([kind], answer.type ?? kind.name, REQUEST_TYPES.length);
  const outvoted = [...(category.outvoted ? ['category'] : []), ...(type.outvoted ? ['type'] : [])];
  return {
    change: { ...categoryOf(category), ...typeOf(type) },
    evidence: [quote],
    reason: outvoted.length === 0 ? null : `engine-sure: ${outvoted.join(', ')}`,
  };
}

/** As many as the engine lists. */
const ALTERNATIVES = 3;

function categoryOf({ guesses, outvoted }: Choice<string>): Partial<TriageResult> {
  const [best, ...others] = guesses;
  if (outvoted || best === undefined) return {};
  const alternatives = others.slice(0, ALTERNATIVES).map(({ name, confidence }) => ({ name, confidence }));
  return { category: { name: best.name, confidence: best.confidence, alternatives } };
}

function typeOf({ guesses: [best], outvoted }: Choice<RequestTypeName>): Partial<TriageResult> {
  return outvoted || best === undefined ? {} : { type: { name: best.name, confidence: best.confidence } };
}

export const classifyAgent: Agent<LabelAnswer> = { name: 'classify', inquiry: labelInquiry, judge };
