import type { Transaction } from '@app/database';
import type { DocumentChange } from './data/documents.repository.js';
import type { DocumentRecord, NamedDraft, Run } from './domain/document.js';

/** A result with what people have said in it, and what follows from it for the document itself. */
export interface KeptResult {
  readonly run: NamedDraft;
  readonly change: Pick<DocumentChange, 'industry' | 'type'>;
}

/** What documents tell those who look after results, who stand above them. */
export abstract class ResultWatch {
  /** A run is the document's result of its kind from now on; in the transaction that makes it so. */
  abstract resulted(
    tx: Transaction,
    document: DocumentRecord,
    run: Pick<Run, 'id' | 'kind' | 'engine' | 'result'>,
  ): Promise<void>;

  /**
   * What a stage has just found, before it becomes the document's result: the run that becomes it instead, on top of this one,
   * where people have said something of the document that stays; null else.
   */
  abstract kept(tx: Transaction, document: DocumentRecord, found: NamedDraft): Promise<KeptResult | null>;

  /** Something else of the document is different from now on, and its results are the same; in the transaction that makes it so. */
  abstract altered(tx: Transaction, document: DocumentRecord): Promise<void>;
}
