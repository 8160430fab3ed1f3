import type { z } from 'zod';
import type { Purpose } from '../catalogue/model-spec.js';
import type { NanoUsd, TokenUsage } from '../catalogue/money.js';
import type { ContentPart } from '../prompt/wrap-content.js';
import type { Priority } from '../routing/lanes.js';
import type { AcceptanceCheck } from './answer-check.js';

export interface BaseRequest {
  readonly purpose: Purpose;
  /** Ours alone: nothing of a document stands in it. */
  readonly instructions: string;
  readonly content: readonly ContentPart[];
  readonly maxTokens: number;
  /** The document that it is for, for budgets and the ledger. */
  readonly documentId: string | null;
  readonly priority?: Priority;
  /** Longest time of the whole piece of work: waiting, retries and all. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

export interface ModelRequest<S extends z.ZodType = z.ZodType> extends BaseRequest {
  /** What the answer has to be; it is checked here, whatever the provider promises. */
  readonly schema: S;
  /** For providers and the cache: letters, digits, `_`, `-`; a new version where the meaning changes. */
  readonly schemaName: string;
  readonly schemaVersion: number;
  /** What only the caller can check. Its problems go back to the model once, then the answer is dropped. */
  readonly accept?: AcceptanceCheck<z.output<S>>;
}

export type TextRequest = BaseRequest;

export interface EmbeddingRequest extends Omit<BaseRequest, 'instructions' | 'content' | 'maxTokens'> {
  readonly texts: readonly string[];
}

/** Where an answer came from and what it took, all attempts together. */
export interface AnswerOrigin {
  readonly provider: string;
  readonly model: string;
  readonly promptHash: string;
  readonly cacheHit: boolean;
  /** Requests that were made for it. */
  readonly attempts: number;
  /** True where it is not the answer of the route's first model. */
  readonly degraded: boolean;
  readonly usage: TokenUsage;
  readonly cost: NanoUsd;
}

/** Why there is no answer; the caller goes on with the local engine and says so. */
export const NO_ANSWER_REASONS = [
  'no-model',
  'forbidden',
  'too-long',
  'budget-exhausted',
  'unavailable',
  'unusable-answer',
  'deadline',
] as const;
export type NoAnswerReason = (typeof NO_ANSWER_REASONS)[number];

export interface NoAnswer {
  readonly kind: 'none';
  readonly reason: NoAnswerReason;
  /** Spent all the same. */
  readonly cost: NanoUsd;
}

export type ModelAnswer<T> = { readonly kind: 'answer'; readonly value: T; readonly origin: AnswerOrigin } | NoAnswer;

/** The answer comes with a batch, within a day. */
export interface Later {
  readonly kind: 'later';
}
