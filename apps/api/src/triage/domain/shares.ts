import type { Guess } from './triage-model.js';

/** Scores as confidences that sum to 1 (softmax), the greatest first; of equal ones the earlier stays first. */
export function shares<Name extends string>(scores: readonly { name: Name; score: number }[]): Guess<Name>[] {
  const top = Math.max(...scores.map(({ score }) => score));
  const powers = scores.map(({ name, score }) => ({ name, power: Math.exp(score - top) }));
  const sum = powers.reduce((total, { power }) => total + power, 0);
  return powers
    .map(({ name, power }) => ({ name, confidence: Math.round((power / sum) * 10_000) / 10_000 }))
    .sort((a, b) => b.confidence - a.confidence);
}
