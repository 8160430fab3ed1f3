import { TenantDatabase, type Transaction } from '@app/database';
import { type JsonObject, newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Hold, HoldTarget } from '../domain/hold.js';

interface HoldRow {
  readonly id: string;
  readonly reason: string;
  readonly document_id: string | null;
  readonly subject: string | null;
  readonly subject_hash: string | null;
  readonly type: string | null;
  readonly metadata: JsonObject | null;
  readonly created_at: Date;
  readonly released_at: Date | null;
}

const COLUMNS = 'id, reason, document_id, subject, subject_hash, type, metadata, created_at, released_at';

const holdOf = (row: HoldRow): Hold => ({
  id: row.id,
  reason: row.reason,
  documentId: row.document_id,
  subject: row.subject,
  subjectHash: row.subject_hash,
  type: row.type,
  metadata: row.metadata,
  createdAt: row.created_at,
  releasedAt: row.released_at,
});

/** A document with all that it lies in and all that lies in it: what is on one of them is on all. */
const TREES = `
WITH RECURSIVE above AS (
  SELECT id AS start, id, parent_id FROM documents WHERE id = ANY ($1::uuid[])
  UNION SELECT a.start, d.id, d.parent_id FROM documents d JOIN above a ON d.id = a.parent_id
), below AS (
  SELECT id AS start, id FROM documents WHERE id = ANY ($1::uuid[])
  UNION SELECT b.start, d.id FROM documents d JOIN below b ON d.parent_id = b.id
), tree AS (SELECT start, id FROM above UNION SELECT start, id FROM below)`;

@Injectable()
export class HoldsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(tx: Transaction, id: string, reason: string, target: HoldTarget): Promise<Hold> {
    const { tenantId, userId } = tenantContext();
    const row = await tx.one<HoldRow>(
      `INSERT INTO legal_holds (tenant_id, id, reason, document_id, subject, subject_hash, type, metadata, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9) RETURNING ${COLUMNS}`,
      [
        tenantId,
        id,
        reason,
        target.documentId,
        target.subject,
        target.subjectHash,
        target.type,
        target.metadata && JSON.stringify(target.metadata),
        userId,
      ],
    );
    if (!row) throw new TypeError('No hold was written.');
    return holdOf(row);
  }

  newId(): string {
    return newUuid();
  }

  async find(id: string): Promise<Hold | null> {
    const row = await this.database.one<HoldRow>(`SELECT ${COLUMNS} FROM legal_holds WHERE id = $1`, [id]);
    return row && holdOf(row);
  }

  async list(limit: number, before: string | null): Promise<Hold[]> {
    const { rows } = await this.database.query<HoldRow>(
      `SELECT ${COLUMNS} FROM legal_holds WHERE ($1::uuid IS NULL OR id < $1) ORDER BY id DESC LIMIT $2`,
      [before, limit],
    );
    return rows.map(holdOf);
  }

  /** False where it does not stand. */
  async release(id: string): Promise<boolean> {
    const { count } = await this.database.query(
      `UPDATE legal_holds SET released_at = clock_timestamp(), released_by = $2, subject = NULL
        WHERE id = $1 AND released_at IS NULL`,
      [id, tenantContext().userId],
    );
    return count === 1;
  }

  async isDocument(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.one('SELECT 1 FROM documents WHERE id = $1', [id])) !== null;
  }

  /** Standing holds on subjects. */
  async ofSubjects(tx: Transaction): Promise<Hold[]> {
    const { rows } = await tx.query<HoldRow>(
      `SELECT ${COLUMNS} FROM legal_holds WHERE released_at IS NULL AND subject IS NOT NULL ORDER BY id`,
    );
    return rows.map(holdOf);
  }

  async anyStanding(tx: Transaction): Promise<boolean> {
    return (await tx.one('SELECT 1 FROM legal_holds WHERE released_at IS NULL LIMIT 1')) !== null;
  }

  /** The documents of these on which, or in whose tree, a hold stands by id, type or metadata. Answers the hold. */
  async held(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await tx.query<{ document: string; hold: string }>(
      `${TREES} SELECT DISTINCT ON (t.start) t.start AS document, h.id AS hold
         FROM tree t JOIN documents d ON d.id = t.id
         JOIN legal_holds h ON h.released_at IS NULL
          AND (h.document_id = d.id OR h.type = d.type OR d.metadata @> h.metadata)
        ORDER BY t.start, h.id`,
      [ids],
    );
    return new Map(rows.map(({ document, hold }) => [document, hold]));
  }

  /** For each of the documents all that are in its tree. */
  async trees(tx: Transaction, ids: readonly string[]): Promise<{ start: string; id: string }[]> {
    return (await tx.query<{ start: string; id: string }>(`${TREES} SELECT start, id FROM tree`, [ids])).rows;
  }
}
