import type { Transaction } from '@app/database';

/** One line of the ledger: a piece of work, who caused it, what it used and what it cost. */
export interface UsageEntry {
  /** The run's id: the same work cannot be entered twice. */
  readonly id: string;
  readonly documentId: string | null;
  readonly userId: string | null;
  /** read, classify, extract, triage, answer, embed, … */
  readonly purpose: string;
  readonly documentType: string | null;
  readonly engine: string;
  readonly provider: string | null;
  readonly model: string | null;
  /** Of the document, where it is read or classified. */
  readonly pages: number;
  /** Share of the schema's fields that were found, 0..1; null where no fields were read. */
  readonly fillRate: number | null;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars, as a decimal string. */
  readonly cost: string;
  readonly cacheHit: boolean;
  readonly durationMs: number;
}

/** Writes the ledger, in the transaction of the work that is entered. The analytics room provides the one implementation. */
export abstract class UsageRecorder {
  abstract record(tx: Transaction, entries: readonly UsageEntry[]): Promise<void>;
}
