import type { Transaction } from '@app/database';

/** What documents ask of search, which stands above them. */
export abstract class SearchCopies {
  /** Makes what is searchable in one document searchable in another one with the same text. Ids without prefix. */
  abstract copy(tx: Transaction, from: string, to: string): Promise<void>;

  /** Takes a document out of search. Id without prefix. */
  abstract remove(tx: Transaction, id: string): Promise<void>;
}
