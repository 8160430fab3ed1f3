import type { Transaction } from '@app/database';
import type { DocumentRecord, Run } from './domain/document.js';

/** What documents tell those who look after results, who stand above them. */
export abstract class ResultWatch {
  /** A run is the document's result of its kind from now on; in the transaction that makes it so. */
  abstract resulted(
    tx: Transaction,
    document: DocumentRecord,
    run: Pick<Run, 'id' | 'kind' | 'engine' | 'result'>,
  ): Promise<void>;

  /** Something else of the document is different from now on, and its results are the same; in the transaction that makes it so. */
  abstract altered(tx: Transaction, document: DocumentRecord): Promise<void>;
}
