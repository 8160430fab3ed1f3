import { type NanoUsd, toDollars } from '../catalogue/money.js';
import type { ModelAnswer } from './model-request.js';

/** What a piece of work took from models, as runs of documents keep it. */
export interface ModelSpending {
  /** Ids of the models that answered, in the order of their answers, joined by commas; null where none did. */
  readonly model: string | null;
  /** Of the first answer: SHA-256, hexadecimal. */
  readonly promptHash: string | null;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Decimal dollars. */
  readonly cost: string;
  /** True where every answer came from the cache. */
  readonly cacheHit: boolean;
}

/** Adds up answers, those that brought nothing but a bill among them. */
export function spendingOf(answers: readonly ModelAnswer<unknown>[]): ModelSpending {
  const origins = answers.flatMap((answer) => (answer.kind === 'answer' ? [answer.origin] : []));
  const models = [...new Set(origins.map(({ model }) => model))];
  const cost = answers.reduce<NanoUsd>(
    (sum, answer) => sum + (answer.kind === 'answer' ? answer.origin.cost : answer.cost),
    0,
  );
  return {
    model: models.length === 0 ? null : models.join(','),
    promptHash: origins[0]?.promptHash ?? null,
    tokensIn: origins.reduce((sum, { usage }) => sum + usage.input, 0),
    tokensOut: origins.reduce((sum, { usage }) => sum + usage.output, 0),
    cost: toDollars(cost),
    cacheHit: origins.length > 0 && origins.every(({ cacheHit }) => cacheHit),
  };
}
