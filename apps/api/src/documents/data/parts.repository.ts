import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { Injectable } from '@nestjs/common';
import type { DocumentRecord } from '../domain/document.js';
import { type DocumentRow, documentOf } from './document.row.js';

/**
 * What came with an e-mail: its attachments, where one is an archive its members, and where one was split its documents; what
 * lies in a forwarded e-mail belongs to that one. Pictures of the body, and data inside a PDF, are no parts: who shows them has read them.
 */
const PARTS = `WITH RECURSIVE parts AS (
  SELECT d.* FROM documents d WHERE d.parent_id = $1 AND d.role <> 'embedded'
  UNION ALL
  SELECT d.* FROM documents d JOIN parts p ON d.tenant_id = p.tenant_id AND d.parent_id = p.id
   WHERE d.role IN ('member', 'part') AND p.email IS NULL AND coalesce((p.receipt #>> '{children,found}')::int, 0) > 0)`;

/** More parts than this are not looked at; an e-mail has so many only where somebody tests its limits. */
const MOST_PARTS = 1_000;

/** Reads which documents came with which e-mail. */
@Injectable()
export class PartsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** In the order in which they stand in the e-mail. */
  async of(mailId: string, tx?: Transaction): Promise<DocumentRecord[]> {
    const { rows } = await (tx ?? this.database).query<DocumentRow>(
      `${PARTS} SELECT * FROM parts ORDER BY depth, id LIMIT ${MOST_PARTS}`,
      [mailId],
    );
    const seals = await this.classified.of('documents');
    return rows.map((row) => documentOf(row, seals));
  }

  /** Whether some part of an e-mail is still being read or understood. */
  async areUnderWay(tx: Transaction, mailId: string): Promise<boolean> {
    const direct = await tx.one(
      `SELECT 1 FROM documents WHERE parent_id = $1 AND status IN ('queued', 'processing') AND role <> 'embedded' LIMIT 1`,
      [mailId],
    );
    if (direct) return true;
    return (
      (await tx.one(`${PARTS} SELECT 1 FROM parts WHERE status IN ('queued', 'processing') LIMIT 1`, [mailId])) !== null
    );
  }

  /** The e-mail that a document is a part of; null where it is none. */
  async mailOf(tx: Transaction, document: Pick<DocumentRecord, 'id' | 'parentId' | 'role'>): Promise<string | null> {
    if (document.parentId === null || document.role === 'embedded') return null;
    const row = await tx.one<{ id: string }>(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id, tenant_id, role, email IS NOT NULL AS mail FROM documents WHERE id = $1
         UNION ALL
         SELECT d.id, d.parent_id, d.tenant_id, d.role, d.email IS NOT NULL
           FROM documents d JOIN above a ON d.tenant_id = a.tenant_id AND d.id = a.parent_id
          WHERE NOT a.mail AND a.role <> 'embedded')
       SELECT id FROM above WHERE mail`,
      [document.parentId],
    );
    return row?.id ?? null;
  }

  /** Held until the end of the transaction: of those who end a part, and of the e-mail itself, one looks at a time. */
  async lock(tx: Transaction, mailId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 45))', [mailId]);
  }
}
