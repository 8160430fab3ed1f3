import type { Transaction } from '@app/database';
import type { Erased } from './data/erasure.repository.js';

/** What erasing documents asks of those who keep watch over it, and who stand above documents. */
export abstract class ErasureWatch {
  /** Called before documents go, with all that are inside of others. Throws `legal_hold`; the transaction then changes nothing. */
  abstract allow(tx: Transaction, documentIds: readonly string[]): Promise<void>;

  /** Notes in the same transaction that documents must stay erased. */
  abstract bury(tx: Transaction, documentIds: readonly string[]): Promise<void>;

  /** Notes what of an erasure is left to do outside of the database. Answers what `settle` is called with after the commit. */
  abstract note(tx: Transaction, erased: Erased): Promise<string>;

  /** Removes bytes, cached answers and what is held in memory. Done later by somebody else where this process dies before. */
  abstract settle(erasureId: string): Promise<void>;
}
