import type { CallSubject } from '../ports.js';
import type { BatchBody } from './batch-body.js';

/** A request that can wait for a batch. */
export interface BatchDraft extends CallSubject {
  readonly provider: string;
  /** Id of the model: `provider/name`. */
  readonly model: string;
  readonly promptHash: string;
  /** Where its answer is kept (`answerKey`); a request is entered once. */
  readonly cacheId: string;
  readonly body: BatchBody;
}

/** A request that was taken out of those that wait, for one batch. */
interface TakenRequest extends CallSubject {
  readonly id: string;
  readonly userId: string | null;
  readonly promptHash: string;
  readonly body: BatchBody;
}

export interface TakenBatch {
  readonly id: string;
  readonly requests: readonly TakenRequest[];
}

/** A request that the provider has. */
export interface SentRequest extends Pick<CallSubject, 'purpose'> {
  readonly id: string;
  readonly cacheId: string;
  /** Its call in the ledger. */
  readonly callId: string;
}

export interface SentBatch {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  readonly keyId: string | null;
  /** As the provider calls it. */
  readonly remoteId: string;
  readonly createdAt: Date;
}

/** Requests that wait and batches under way, of the tenant in the running context. */
export abstract class BatchStore {
  /** Enters a request unless it is there. False where it was in a batch that has ended: it must be asked at once. */
  abstract enter(draft: BatchDraft): Promise<boolean>;
  /** Moves requests that wait for a model into a new batch, oldest first; null where none waits. */
  abstract take(provider: string, model: string, most: number): Promise<TakenBatch | null>;
  /** Notes the calls that are reserved for a batch, before it is handed over; what is not among them is ended. */
  abstract noteCalls(batchId: string, calls: ReadonlyMap<string, string>): Promise<void>;
  /** Notes that the provider has a batch; what was to be sent is no longer kept. */
  abstract noteSent(batchId: string, sent: { readonly remoteId: string; readonly keyId: string | null }): Promise<void>;
  /** The batch was not taken: its requests wait again, or are ended where that has happened too often. */
  abstract giveBack(batchId: string): Promise<void>;
  abstract requestsOf(batchId: string): Promise<readonly SentRequest[]>;
  /** Nothing more will come: requests without an answer are asked at once from now on. */
  abstract end(batchId: string): Promise<void>;
}
