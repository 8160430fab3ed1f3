import type { ProviderKey } from '../catalogue/model-spec.js';
import type { FaultKind, ProviderAnswer, ProviderCall } from '../providers/model-provider.js';

/** A call that can wait: all of it but who makes it and how long. */
export type BatchCall = Omit<ProviderCall, 'key' | 'signal'>;

export interface BatchEntry {
  /** Comes back with the answer: letters, digits, `_` and `-`, 64 at most. */
  readonly id: string;
  readonly call: BatchCall;
}

export type BatchResult =
  | { readonly id: string; readonly kind: 'answer'; readonly answer: ProviderAnswer }
  | { readonly id: string; readonly kind: 'fault'; readonly fault: FaultKind };

export interface BatchAccess {
  readonly key: ProviderKey | null;
  readonly signal: AbortSignal;
}

/** Hands many calls to a provider that answers them within a day. Each method makes few requests, retries nothing and throws `ProviderFault`. */
export abstract class ProviderBatches {
  /** Answers the provider's id of the batch. */
  abstract submit(entries: readonly BatchEntry[], access: BatchAccess): Promise<string>;
  /** True once nothing more will come of it: ended, expired, failed or cancelled. */
  abstract isEnded(batchId: string, access: BatchAccess): Promise<boolean>;
  /** What came of a batch that has ended, in any order; calls that it says nothing of were not made. */
  abstract results(batchId: string, access: BatchAccess): AsyncGenerator<BatchResult, void, void>;
  abstract cancel(batchId: string, access: BatchAccess): Promise<void>;
}

/** An answer as `read` finds it. One that is none keeps no others back. */
export function readAnswer(id: string, read: () => ProviderAnswer): BatchResult {
  try {
    return { id, kind: 'answer', answer: read() };
  } catch {
    return { id, kind: 'fault', fault: 'cut' };
  }
}
