import type { TypeGuess } from './classification-model.js';

/** What a model says of the type of a document, or why it says nothing. */
export type TypeOpinion =
  | { readonly kind: 'type'; readonly type: string; readonly model: string }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * How often a model's type is taken to be right before the local engine's own view is heard. Zero-shot accuracy of models on
 * mixed documents is published from 0.70 (poor scans) upwards; 0.85 lets a model overrule a doubtful local answer and not a
 * sure one.
 */
const TRUST_IN_MODEL = 0.85;
/** Where a witness is wrong it names a type that looks alike: about one wrong answer in three falls on the same other type. */
const SAME_MISTAKE = 1 / 3;
const MOST_CONFIDENT = 0.99;
/** The local engine's word on types that it did not list. */
const UNLISTED = 0.002;
/** `generic` says that no type shows itself; so much of that is room for a type that somebody sees all the same. */
const ROOM_IN_GENERIC = 0.25;

/**
 * Joins the guesses so far with the type that somebody else names, best first (Bayes: a model, a memory or a tenant's classifier is a
 * witness who is right with the probability `trust`). Agreement makes surer, contradiction less sure than either.
 */
export function withOpinion(
  guesses: readonly TypeGuess[],
  named: string,
  { trust = TRUST_IN_MODEL, unlisted = UNLISTED }: { readonly trust?: number; readonly unlisted?: number } = {},
): TypeGuess[] {
  const mistakenFor = (1 - trust) * SAME_MISTAKE;
  const confidenceIn = (wanted: string): number => guesses.find(({ type }) => type === wanted)?.confidence ?? UNLISTED;
  const inNamed = Math.max(confidenceIn(named), unlisted, ROOM_IN_GENERIC * confidenceIn('generic'));
  const weighed = [
    { type: named, weight: inNamed * trust },
    ...guesses
      .filter(({ type }) => type !== named)
      .map(({ type, confidence }) => ({ type, weight: Math.max(confidence, UNLISTED) * mistakenFor })),
  ];
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  return weighed
    .map(({ type, weight }) => ({ type, confidence: Math.round(Math.min(MOST_CONFIDENT, weight / sum) * 1e4) / 1e4 }))
    .sort((a, b) => b.confidence - a.confidence);
}
