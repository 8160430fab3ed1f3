import { TenantDatabase, type Transaction } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { ChildRole, DocumentRecord } from '../domain/document.js';

export interface Erased {
  /** Rows removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Contents that no other document uses any more: their bytes may go. */
  readonly files: readonly string[];
  readonly documentIds: readonly string[];
}

type Erasable = Pick<DocumentRecord, 'id' | 'parentId' | 'role'>;

interface ErasableRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly role: ChildRole | null;
}

/** Removes a document with all that hangs on it. Tables of other rooms are found by their foreign key to documents. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** `afterwards` runs in the same transaction, with what was asked to go. */
  erase(
    documentId: string,
    afterwards: (tx: Transaction, document: Erasable) => Promise<void>,
  ): Promise<Erased | null> {
    return this.database.transaction(async (tx) => {
      const { rows } = await tx.query<ErasableRow>('SELECT id, parent_id, role FROM documents WHERE id = $1', [
        documentId,
      ]);
      const erased = await this.eraseIn(tx, [documentId]);
      for (const { id, parent_id: parentId, role } of rows) await afterwards(tx, { id, parentId, role });
      return erased;
    });
  }

  /** Null where none of them is there. */
  async eraseIn(tx: Transaction, documentIds: readonly string[]): Promise<Erased | null> {
    const { rows: family } = await tx.query<{ id: string; sha256: string; reading_id: string | null }>(
      `WITH RECURSIVE family AS (
           SELECT id, sha256, reading_id FROM documents WHERE id = ANY ($1::uuid[])
           UNION ALL SELECT d.id, d.sha256, d.reading_id FROM documents d JOIN family f ON d.parent_id = f.id)
         SELECT * FROM family`,
      [documentIds],
    );
    if (family.length === 0) return null;
    const ids = family.map((row) => row.id);
    const counts: Record<string, number> = {};
    const { rows: tables } = await tx.query<{ name: string }>(
      `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c
          WHERE c.contype = 'f' AND c.confrelid = 'documents'::regclass AND c.conrelid <> 'documents'::regclass AND c.confdeltype = 'c'`,
    );
    for (const { name } of tables) {
      const removed = await tx.query(`DELETE FROM ${name} WHERE document_id = ANY ($1::uuid[])`, [ids]);
      counts[name] = removed.count;
    }
    counts['jobs'] = (await tx.query('DELETE FROM jobs WHERE subject_id = ANY ($1::uuid[])', [ids])).count;
    counts['documents'] = (await tx.query('DELETE FROM documents WHERE id = ANY ($1::uuid[])', [ids])).count;
    const readings = family.map((row) => row.reading_id).filter((id) => id !== null);
    counts['readings'] = (
      await tx.query(
        `DELETE FROM readings r WHERE id = ANY ($1::uuid[])
             AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.tenant_id = r.tenant_id AND d.reading_id = r.id)`,
        [readings],
      )
    ).count;
    const { rows: files } = await tx.query<{ sha256: string }>(
      `DELETE FROM stored_files f WHERE sha256 = ANY ($1::text[])
           AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.tenant_id = f.tenant_id AND d.sha256 = f.sha256) RETURNING sha256`,
      [family.map((row) => row.sha256)],
    );
    counts['stored_files'] = files.length;
    return { rows: counts, files: files.map((row) => row.sha256), documentIds: ids };
  }
}
