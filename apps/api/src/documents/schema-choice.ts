import type { Transaction } from '@app/database';
import type { DocumentRecord } from './domain/document.js';

/** What documents ask of schemas, which stand above them. */
export abstract class SchemaChoice {
  /** Throws `unknown_schema` where nothing can be read by this schema. */
  abstract check(schemaId: string): Promise<void>;

  /** Whether the schema by which a document was read is still the one by which it would be read now. */
  abstract unchangedFor(tx: Transaction, document: DocumentRecord): Promise<boolean>;
}
