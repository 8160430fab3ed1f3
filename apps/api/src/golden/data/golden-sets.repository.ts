import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { GoldenDocument, GoldenSet } from '../domain/golden-set.js';
import type { Truth } from '../domain/truth.js';

interface SetRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly documents: number;
  readonly created_at: Date;
}

interface DocumentRow {
  readonly document_id: string;
  readonly type: string | null;
  /** Sealed. */
  readonly fields: unknown;
  readonly created_at: Date;
}

const setOf = ({ created_at: createdAt, ...row }: SetRow): GoldenSet => ({ ...row, createdAt });

type Seals = TableSeals<'golden_documents'>;

const documentOf = (row: DocumentRow, setId: string, seals: Seals): GoldenDocument => ({
  documentId: row.document_id,
  truth: {
    type: row.type,
    fields: seals.openJson<Truth['fields']>('fields', [setId, row.document_id], row.fields),
  },
  createdAt: row.created_at,
});

const SETS = `SELECT s.id, s.name, s.description, s.created_at,
        (SELECT count(*)::int FROM golden_documents d WHERE d.tenant_id = s.tenant_id AND d.set_id = s.id) AS documents
   FROM golden_sets s`;

/** Sets, and the documents in them. */
@Injectable()
export class GoldenSetsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert({ name, description }: Pick<GoldenSet, 'name' | 'description'>): Promise<string> {
    const { tenantId, userId } = tenantContext();
    const id = newUuid();
    await this.database.query(
      'INSERT INTO golden_sets (tenant_id, id, name, description, created_by) VALUES ($1, $2, $3, $4, $5)',
      [tenantId, id, name, description, userId],
    );
    return id;
  }

  async find(id: string): Promise<GoldenSet | null> {
    const row = await this.database.one<SetRow>(`${SETS} WHERE s.id = $1`, [id]);
    return row && setOf(row);
  }

  /** The newest first. */
  async list(limit: number, before: string | null): Promise<GoldenSet[]> {
    const { rows } = await this.database.query<SetRow>(
      `${SETS} WHERE $2::uuid IS NULL OR s.id < $2 ORDER BY s.id DESC LIMIT $1`,
      [limit, before],
    );
    return rows.map(setOf);
  }

  async delete(id: string): Promise<boolean> {
    return (await this.database.query('DELETE FROM golden_sets WHERE id = $1', [id])).count > 0;
  }

  /** Nobody else adds documents to the set until the end of the transaction. False where there is no such set. */
  async lock(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.one('SELECT 1 FROM golden_sets WHERE id = $1 FOR UPDATE', [id])) !== null;
  }

  /** Adds a document, or replaces what was said of it. */
  async put(tx: Transaction, setId: string, documentId: string, { type, fields }: Truth): Promise<GoldenDocument> {
    const { tenantId, userId } = tenantContext();
    const seals = await this.classified.of('golden_documents');
    const row = await tx.one<DocumentRow>(
      `INSERT INTO golden_documents (tenant_id, set_id, document_id, type, fields, created_by)
       VALUES ($1, $2, $3, $4, $5::jsonb, $6)
       ON CONFLICT (tenant_id, set_id, document_id) DO UPDATE
         SET type = excluded.type, fields = excluded.fields, created_by = excluded.created_by, created_at = clock_timestamp()
       RETURNING document_id, type, fields, created_at`,
      [tenantId, setId, documentId, type, seals.json('fields', [setId, documentId], fields), userId],
    );
    return documentOf(row as DocumentRow, setId, seals);
  }

  async count(tx: Transaction, setId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'SELECT count(*)::int AS count FROM golden_documents WHERE set_id = $1',
      [setId],
    );
    return row?.count ?? 0;
  }

  /** In the order of the documents' ids. */
  async documents(setId: string, limit: number, after: string | null): Promise<GoldenDocument[]> {
    const { rows } = await this.database.query<DocumentRow>(
      `SELECT document_id, type, fields, created_at FROM golden_documents
        WHERE set_id = $1 AND ($3::uuid IS NULL OR document_id > $3) ORDER BY document_id LIMIT $2`,
      [setId, limit, after],
    );
    const seals = await this.classified.of('golden_documents');
    return rows.map((row) => documentOf(row, setId, seals));
  }

  async remove(setId: string, documentId: string): Promise<boolean> {
    const { count } = await this.database.query('DELETE FROM golden_documents WHERE set_id = $1 AND document_id = $2', [
      setId,
      documentId,
    ]);
    return count > 0;
  }
}
