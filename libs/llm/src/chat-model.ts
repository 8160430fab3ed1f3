import type { z } from 'zod';

export interface ChatRequest<S extends z.ZodType = z.ZodType> {
  /** What the work is for, as it stands in the ledger: classify, extract, answer, … */
  readonly purpose: string;
  readonly system: string;
  /** Content of documents is data: the caller has wrapped it as such. */
  readonly user: string;
  /** What the answer has to be. It is checked here, whatever the provider promises. */
  readonly schema: S;
  /** Name of the schema for providers with strict structured output: letters, digits, `_` and `-`. */
  readonly schemaName: string;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

export interface ChatAnswer<T> {
  readonly value: T;
  readonly model: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  readonly durationMs: number;
}

/**
 * A model that answers in a given shape. Errors: `model_unavailable` (unavailable), `model_rate_limited` (rate_limited),
 * `model_refused` and `model_truncated` and `model_answer_invalid` (unprocessable), `model_rejected_request` (invalid).
 */
export abstract class ChatModel {
  abstract readonly provider: string;
  abstract readonly model: string;
  abstract complete<S extends z.ZodType>(request: ChatRequest<S>): Promise<ChatAnswer<z.output<S>>>;
}
