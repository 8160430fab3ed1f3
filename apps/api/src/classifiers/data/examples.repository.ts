import { createHash } from 'node:crypto';
import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** `label` is the index of the label in its classifier. */
export interface NewExample {
  readonly text: string;
  readonly label: number;
}

export interface StoredExample extends NewExample {
  readonly hash: Uint8Array;
  /** As `packVector` made it; null where none was made yet. */
  readonly vector: Uint8Array | null;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text.trim()).digest();

@Injectable()
export class ExamplesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** Adds examples; a text that is there already gets the new label. Of twins among the new ones the last counts. */
  async upsert(
    tx: Transaction,
    classifierId: string,
    examples: readonly NewExample[],
  ): Promise<{ added: number; replaced: number }> {
    const unique = new Map(examples.map((example) => [hashOf(example.text).toString('hex'), example]));
    // In the order of their hashes: two calls at once must take their locks in one order.
    const rows = [...unique].sort(([a], [b]) => (a < b ? -1 : 1));
    const seals = await this.classified.of('classifier_examples');
    const { rows: written } = await tx.query<{ fresh: boolean }>(
      `INSERT INTO classifier_examples (tenant_id, classifier_id, text_hash, text, label)
       SELECT $1, $2, decode(hash, 'hex'), text, label FROM unnest($3::text[], $4::text[], $5::int[]) AS e (hash, text, label)
       ON CONFLICT (tenant_id, classifier_id, text_hash) DO UPDATE SET label = excluded.label
       RETURNING xmax = 0 AS fresh`,
      [
        tenantContext().tenantId,
        classifierId,
        rows.map(([hash]) => hash),
        rows.map(([hash, { text }]) => seals.text('text', [classifierId, hash], text)),
        rows.map(([, { label }]) => label),
      ],
    );
    const added = written.filter(({ fresh }) => fresh).length;
    return { added, replaced: written.length - added };
  }

  async count(tx: Transaction, classifierId: string): Promise<{ examples: number; labels: number }> {
    const row = await tx.one<{ examples: number; labels: number }>(
      `SELECT count(*)::int AS examples, count(DISTINCT label)::int AS labels
         FROM classifier_examples WHERE classifier_id = $1`,
      [classifierId],
    );
    return row ?? { examples: 0, labels: 0 };
  }

  /** The next page in the order of their hashes. */
  async page(classifierId: string, after: Uint8Array, limit: number): Promise<StoredExample[]> {
    const { rows } = await this.database.query<{
      text_hash: Uint8Array;
      text: string;
      label: number;
      vector: Uint8Array | null;
    }>(
      `SELECT text_hash, text, label, vector FROM classifier_examples
        WHERE classifier_id = $1 AND text_hash > $2 ORDER BY text_hash LIMIT $3`,
      [classifierId, after, limit],
    );
    const seals = await this.classified.of('classifier_examples');
    return rows.map(({ text_hash: hash, ...row }) => ({
      hash,
      ...row,
      text: seals.openText('text', [classifierId, hash], row.text),
    }));
  }

  /** Keeps vectors with their examples, so that the next training need not make them. */
  async keepVectors(classifierId: string, vectors: readonly { hash: Uint8Array; vector: Uint8Array }[]): Promise<void> {
    await this.database.query(
      `UPDATE classifier_examples e SET vector = decode(n.vector, 'hex')
         FROM unnest($2::text[], $3::text[]) AS n (hash, vector)
        WHERE e.classifier_id = $1 AND e.text_hash = decode(n.hash, 'hex')`,
      [classifierId, vectors.map(({ hash }) => hexOf(hash)), vectors.map(({ vector }) => hexOf(vector))],
    );
  }
}

const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
