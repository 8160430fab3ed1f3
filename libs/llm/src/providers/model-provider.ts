import type { ModelSpec, ProviderKey } from '../catalogue/model-spec.js';
import type { TokenUsage } from '../catalogue/money.js';

/** A JSON schema (draft 2020-12) as providers take it. */
export interface AnswerShape {
  /** Letters, digits, `_` and `-`. */
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface ChatTurn {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** PNG or JPEG pages for models that see. */
  readonly images?: readonly { readonly mediaType: string; readonly base64: string }[];
}

/** One attempt at one model with one key. */
export interface ProviderCall {
  readonly model: ModelSpec;
  readonly key: ProviderKey | null;
  readonly system: string;
  readonly turns: readonly ChatTurn[];
  /** Absent where free text is wanted. */
  readonly shape?: AnswerShape;
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

/** How the provider says that it ended. */
export type FinishReason = 'complete' | 'truncated' | 'refused';

export interface ProviderAnswer {
  readonly text: string;
  readonly finish: FinishReason;
  readonly usage: TokenUsage;
  /** The model that answered, as the provider names it. */
  readonly servedBy: string;
}

export interface EmbeddingCall extends Pick<ProviderCall, 'model' | 'key' | 'signal'> {
  readonly texts: readonly string[];
}

export interface EmbeddingAnswer {
  readonly vectors: readonly Float32Array[];
  readonly usage: TokenUsage;
}

/** Speaks one wire format. Makes exactly one request a call and retries nothing. Throws `ProviderFault`. */
export abstract class ModelProvider {
  abstract complete(call: ProviderCall): Promise<ProviderAnswer>;
  /** Pieces of text as they come; the last answer of the generator holds the whole. */
  abstract stream(call: ProviderCall): AsyncGenerator<string, ProviderAnswer, void>;
  abstract embed(call: EmbeddingCall): Promise<EmbeddingAnswer>;
}

/**
 * What can go wrong with one request, told apart by what is to be done:
 * `rate-limited`: this key rests; `quota`: this key is out for long; `dead-key`: never again; `overloaded`, `server`,
 * `connection`, `timeout`, `cut`: try again, here or elsewhere; `missing-model`: another model; `rejected`: our request is
 * wrong, trying again changes nothing; `cancelled`: nobody waits for it any more.
 */
export const FAULT_KINDS = [
  'rate-limited',
  'quota',
  'dead-key',
  'overloaded',
  'server',
  'connection',
  'timeout',
  'cut',
  'missing-model',
  'rejected',
  'cancelled',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Its message never holds what the provider wrote: that may quote the prompt. */
export class ProviderFault extends Error {
  constructor(
    readonly kind: FaultKind,
    options: { cause?: unknown; retryAfterMs?: number; status?: number; wasSent?: boolean } = {},
  ) {
    super(`model call failed: ${kind}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ProviderFault';
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
    this.wasSent = options.wasSent ?? true;
  }

  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;
  /** False where nothing of the request has gone out, so that it cannot have been billed. */
  readonly wasSent: boolean;
}
