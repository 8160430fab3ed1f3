import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type Fingerprint, FINGERPRINT_VERSION, lookupKeys } from '../domain/memory/fingerprint.js';
import type { MemorySource, TypeMemory } from '../domain/memory/recall.js';
import { touchOwnTypes } from './own-types.repository.js';

export interface NewMemory {
  readonly type: string;
  readonly source: MemorySource;
  /** Null for a text that is no document. */
  readonly documentId: string | null;
  readonly fingerprint: Fingerprint;
  readonly localType: string;
  /** Of the tenant's own categories only. */
  readonly terms: readonly string[] | null;
}

/** Newest memories that are looked at under one key: what a tenant wants changes with time. */
const MOST_OF_KEY = 12;
/** Memories that share the most keys with a document, and are held against it. */
const MOST_COMPARED = 24;

/** What tenants have confirmed about the types of documents. */
@Injectable()
export class TypeMemoriesRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** Of a document the last word counts. */
  async keep({ type, source, documentId, fingerprint, localType, terms }: NewMemory): Promise<void> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    const seals = await this.classified.of('type_memories');
    await this.database.transaction(async (tx) => {
      if (documentId !== null) await removeOf(tx, documentId);
      await tx.query(
        `INSERT INTO type_memories (tenant_id, id, type, source, document_id, local_type, words, template, heads, terms, version, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          tenantId,
          id,
          type,
          source,
          documentId,
          localType,
          fingerprint.words,
          fingerprint.template,
          fingerprint.heads,
          terms && [seals.terms('terms', id, terms.join(' '))],
          FINGERPRINT_VERSION,
          userId,
        ],
      );
      await tx.query(
        `INSERT INTO type_memory_keys (tenant_id, key, memory_id) SELECT DISTINCT $1::uuid, key, $2::uuid FROM unnest($3::int[]) AS key`,
        [tenantId, id, lookupKeys(fingerprint)],
      );
      if (terms !== null) await touchOwnTypes(tx);
    });
  }

  /** Memories that share the most keys with a document. The work is bounded, however many there are: a few newest ones of each key. */
  async alike(keys: readonly number[], except: string | null = null): Promise<TypeMemory[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT m.type, m.source, m.local_type, m.words, m.template, m.heads
         FROM (SELECT found.memory_id, count(*) AS shared
                 FROM unnest($2::int[]) AS wanted (key)
                CROSS JOIN LATERAL (SELECT k.memory_id FROM type_memory_keys k
                                     WHERE k.tenant_id = $1 AND k.key = wanted.key ORDER BY k.memory_id DESC LIMIT $3) AS found
                GROUP BY found.memory_id ORDER BY shared DESC, found.memory_id DESC LIMIT $4) AS nearest
         JOIN type_memories m ON m.tenant_id = $1 AND m.id = nearest.memory_id
        WHERE m.version = $5 AND m.document_id IS DISTINCT FROM $6`,
      [tenantContext().tenantId, keys, MOST_OF_KEY, MOST_COMPARED, FINGERPRINT_VERSION, except],
    );
    return rows.map(({ local_type: localType, ...memory }) => ({ ...memory, localType }));
  }

  async forget(documentId: string): Promise<boolean> {
    return this.database.transaction((tx) => removeOf(tx, documentId));
  }

  /** Own categories were changed after a moment, or the type of this document was confirmed. */
  async changedSince(tx: Transaction, documentId: string, since: Date): Promise<boolean> {
    const row = await tx.one(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM own_type_changes WHERE tenant_id = $1 AND changed_at >= $3)
                   OR EXISTS (SELECT 1 FROM type_memories WHERE tenant_id = $1 AND document_id = $2 AND created_at >= $3)`,
      [tenantContext().tenantId, documentId, since],
    );
    return row !== null;
  }
}

interface Row extends Omit<TypeMemory, 'localType'> {
  readonly local_type: string;
}

async function removeOf(tx: Transaction, documentId: string): Promise<boolean> {
  const { rows } = await tx.query<{ own: boolean }>(
    'DELETE FROM type_memories WHERE tenant_id = $1 AND document_id = $2 RETURNING terms IS NOT NULL AS own',
    [tenantContext().tenantId, documentId],
  );
  if (rows.some(({ own }) => own)) await touchOwnTypes(tx);
  return rows.length > 0;
}
