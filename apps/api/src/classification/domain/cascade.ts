import type { LocalClassification, TypeGuess } from './classification-model.js';
import type { Recollection } from './memory/recall.js';
import { type TypeOpinion, withOpinion } from './model-opinion.js';
import type { OwnTypes } from './own-types/own-types.js';
import { withArticle } from './reasoning.js';

/** Where the type of a document can come from, in the order in which they are asked. */
export type CascadeStep = 'sender' | 'embedded-data' | 'local' | 'memory' | 'classifier' | 'model' | 'person';

/** What one step has said. */
export interface StepReport {
  readonly step: CascadeStep;
  /** Null where it does not know. */
  readonly type: string | null;
  /** 0..1: of the guess that stands after this step. */
  readonly confidence: number;
  readonly reason: string;
}

/** What the steps so far make of a document. */
export interface Standing {
  /** Best first; never empty. */
  readonly guesses: readonly TypeGuess[];
  readonly steps: readonly StepReport[];
}

/** What a tenant's own classifier says of a text. */
export type ClassifierOpinion =
  | { readonly kind: 'type'; readonly type: string; readonly confidence: number }
  | { readonly kind: 'unknown' }
  /** It could not be asked. */
  | { readonly kind: 'none'; readonly reason: string };

/** A classifier knows its labels and nothing else: however sure it is, so much room is left for the rest of the world. */
const MOST_TRUST_IN_CLASSIFIER = 0.95;
const LEAST_TRUST_IN_CLASSIFIER = 0.5;

/** The chance of a type that the engine did not see, where somebody names it who has seen the tenant's own papers. */
const OF_OWN_KNOWLEDGE = 0.02;

export const bestOf = ({ guesses }: Standing): TypeGuess => guesses[0] ?? { type: 'generic', confidence: 0 };

export function fromEngine(found: LocalClassification): Standing {
  const { type, confidence, alternatives, reasoning, embedded } = found;
  return {
    guesses: [{ type, confidence }, ...alternatives],
    steps: [{ step: embedded ? 'embedded-data' : 'local', type, confidence, reason: reasoning }],
  };
}

function joined(
  standing: Standing,
  step: CascadeStep,
  type: string | null,
  change: { readonly guesses?: readonly TypeGuess[]; readonly reason: string },
): Standing {
  const guesses = change.guesses ?? standing.guesses;
  const { confidence } = bestOf({ ...standing, guesses });
  return { guesses, steps: [...standing.steps, { step, type, confidence, reason: change.reason }] };
}

/**
 * What memory adds. Where the engine judges the document as it judged the confirmed ones, they explain its judgement: their type
 * takes its place. Where it judges otherwise, that is evidence of another kind of document, and both are weighed.
 */
export function withMemory(standing: Standing, memory: Recollection | null, own: OwnTypes): Standing {
  if (memory === null) return standing;
  const { type, trust, sameView } = memory;
  const best = bestOf(standing);
  const guesses =
    sameView && best.type !== type
      ? replaced(standing.guesses, type, trust)
      : withOpinion(standing.guesses, type, { trust, unlisted: OF_OWN_KNOWLEDGE });
  return joined(standing, 'memory', type, { guesses, reason: recalled(memory, own.nameOf(type)) });
}

/** The remembered type on top; what the engine saw shares the rest. */
function replaced(guesses: readonly TypeGuess[], type: string, trust: number): TypeGuess[] {
  const others = guesses.filter((guess) => guess.type !== type);
  const sum = others.reduce((total, { confidence }) => total + confidence, 0) || 1;
  return [
    { type, confidence: trust },
    ...others.map((guess) => ({
      type: guess.type,
      confidence: Math.round(((1 - trust) * guess.confidence * 1e4) / sum) / 1e4,
    })),
  ];
}

function recalled({ likeness, source, confirmed }: Recollection, name: string): string {
  const like = likeness === 'near-duplicate' ? 'nearly the same as' : 'laid out like';
  const those = source === 'example' ? 'an example' : confirmed > 1 ? `${confirmed} documents` : 'a document';
  const ending =
    source === 'example'
      ? `of ${withArticle(name)}`
      : `that ${confirmed > 1 ? 'were' : 'was'} confirmed as ${withArticle(name)}`;
  return `It is ${like} ${those} ${ending}.`;
}

export function withClassifier(standing: Standing, opinion: ClassifierOpinion | null, own: OwnTypes): Standing {
  if (opinion === null) return standing;
  if (opinion.kind === 'none')
    return joined(standing, 'classifier', null, {
      reason: `The tenant's classifier was not asked: ${opinion.reason}.`,
    });
  if (opinion.kind === 'unknown')
    return joined(standing, 'classifier', null, { reason: `The tenant's classifier knows no such document.` });
  const trust = Math.min(MOST_TRUST_IN_CLASSIFIER, Math.max(LEAST_TRUST_IN_CLASSIFIER, opinion.confidence));
  return joined(standing, 'classifier', opinion.type, {
    guesses: withOpinion(standing.guesses, opinion.type, { trust, unlisted: OF_OWN_KNOWLEDGE }),
    reason: `The tenant's classifier reads it as ${withArticle(own.nameOf(opinion.type))}.`,
  });
}

export function withModel(standing: Standing, opinion: TypeOpinion | null, own: OwnTypes): Standing {
  if (opinion === null) return standing;
  if (opinion.kind === 'none')
    return joined(standing, 'model', null, { reason: 'A model was asked and gave no answer.' });
  const { type } = opinion;
  const reason =
    type === bestOf(standing).type ? 'A model says so too.' : `A model reads it as ${withArticle(own.nameOf(type))}.`;
  return joined(standing, 'model', type, { guesses: withOpinion(standing.guesses, type), reason });
}

/** The step that decided: the last one that said what stands in the end. */
export function decisiveStep(standing: Standing): CascadeStep {
  const { type } = bestOf(standing);
  return standing.steps.findLast((report) => report.type === type)?.step ?? 'local';
}
