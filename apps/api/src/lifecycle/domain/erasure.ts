import type { Receipt } from './receipt.js';

export const CAUSES = ['request', 'retention', 'document', 'tenant', 'restored-backup'] as const;
export type Cause = (typeof CAUSES)[number];
export const ERASURE_STATES = ['queued', 'running', 'succeeded', 'failed'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** What is left to do outside of the database. */
export interface Pending {
  /** SHA-256 of contents that may have no document any more. */
  readonly files: readonly string[];
  /** Of calls to models, whose answers may be in caches. */
  readonly promptHashes: readonly string[];
}

export const NOTHING_PENDING: Pending = { files: [], promptHashes: [] };

export interface Erasure {
  readonly id: string;
  readonly cause: Cause;
  readonly state: ErasureState;
  readonly preview: boolean;
  /** Sealed; null once nobody needs to know it any more. */
  readonly subject: string | null;
  readonly subjectHash: string | null;
  readonly receipt: Receipt;
  readonly pending: Pending;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}
