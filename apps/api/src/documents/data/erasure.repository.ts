import type { Transaction } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { ChildRole, DocumentRecord } from '../domain/document.js';

export interface Erased {
  /** Rows removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Contents that no other document uses any more: their bytes may go. */
  readonly files: readonly string[];
  /** With those inside of others. */
  readonly documentIds: readonly string[];
  /** Of what was asked of models about them: answers that are kept elsewhere carry these. */
  readonly promptHashes: readonly string[];
}

export type Erasable = Pick<DocumentRecord, 'id' | 'parentId' | 'role'>;

interface ErasableRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly role: ChildRole | null;
}

/** A document with all that lies inside of it. */
export interface Family {
  readonly documentIds: readonly string[];
  readonly readingIds: readonly string[];
  readonly contents: readonly string[];
}

/** Removes documents with all that hangs on them. Tables of other rooms are found by their foreign key to documents. */
@Injectable()
export class ErasureRepository {
  async find(tx: Transaction, documentId: string): Promise<Erasable | null> {
    const row = await tx.one<ErasableRow>('SELECT id, parent_id, role FROM documents WHERE id = $1', [documentId]);
    return row && { id: row.id, parentId: row.parent_id, role: row.role };
  }

  async family(tx: Transaction, documentIds: readonly string[]): Promise<Family> {
    const { rows } = await tx.query<{ id: string; sha256: string; reading_id: string | null }>(
      `WITH RECURSIVE family AS (
           SELECT id, sha256, reading_id FROM documents WHERE id = ANY ($1::uuid[])
           UNION SELECT d.id, d.sha256, d.reading_id FROM documents d JOIN family f ON d.parent_id = f.id)
         SELECT * FROM family`,
      [documentIds],
    );
    return {
      documentIds: rows.map(({ id }) => id),
      readingIds: rows.flatMap(({ reading_id: id }) => id ?? []),
      contents: rows.map(({ sha256 }) => sha256),
    };
  }

  async erase(tx: Transaction, { documentIds: ids, readingIds, contents }: Family): Promise<Erased> {
    const counts: Record<string, number> = {};
    const remove = async (table: string, condition: string, values: readonly string[]): Promise<void> => {
      counts[table] = (await tx.query(`DELETE FROM ${table} WHERE ${condition}`, [values])).count;
    };
    const { rows: hashes } = await tx.query<{ hash: string }>(
      'SELECT DISTINCT prompt_hash AS hash FROM llm_calls WHERE document_id = ANY ($1::uuid[])',
      [ids],
    );
    const { rows: tables } = await tx.query<{ name: string }>(
      `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
          WHERE c.contype = 'f' AND c.confrelid = 'documents'::regclass AND c.conrelid <> 'documents'::regclass AND c.confdeltype = 'c'`,
    );
    for (const { name } of tables) await remove(name, 'document_id = ANY ($1::uuid[])', ids);
    await remove('jobs', 'subject_id = ANY ($1::uuid[])', ids);
    counts['idempotency_keys'] = await this.eraseAnswers(tx, ids);
    await remove('documents', 'id = ANY ($1::uuid[])', ids);
    await remove(
      'readings r',
      `id = ANY ($1::uuid[])
         AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.tenant_id = r.tenant_id AND d.reading_id = r.id)`,
      readingIds,
    );
    counts['readings'] = counts['readings r'] ?? 0;
    delete counts['readings r'];
    const { rows: files } = await tx.query<{ sha256: string }>(
      `DELETE FROM stored_files f WHERE sha256 = ANY ($1::text[])
           AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.tenant_id = f.tenant_id AND d.sha256 = f.sha256) RETURNING sha256`,
      [contents],
    );
    counts['stored_files'] = files.length;
    return {
      rows: counts,
      files: files.map(({ sha256 }) => sha256),
      documentIds: ids,
      promptHashes: hashes.map(({ hash }) => hash),
    };
  }

  /** Answers to earlier requests that were about the documents: they are whole documents, with what was read in them. */
  private async eraseAnswers(tx: Transaction, ids: readonly string[]): Promise<number> {
    const { count } = await tx.query(
      `DELETE FROM idempotency_keys k WHERE k.resource_id = ANY ($1::uuid[])
           OR k.named && $2::text[]
           OR EXISTS (SELECT 1 FROM unnest($2::text[]) AS d(id)
                       WHERE k.route LIKE '%' || d.id || '%' OR strpos(k.response_body::text, d.id) > 0)`,
      [ids, ids.map((id) => publicId('document', id))],
    );
    return count;
  }
}
