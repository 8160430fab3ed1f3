import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns, type TableSeals } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { ExtractedField } from '../../fields/index.js';
import type { NewReview, Review } from '../domain/review.js';

interface Row {
  readonly id: string;
  readonly document_id: string;
  readonly schema_id: string | null;
  readonly run_id: string | null;
  readonly parent_run_id: string | null;
  readonly type_run_id: string | null;
  readonly parent_type_run_id: string | null;
  /** Sealed. */
  readonly changes: unknown;
  readonly type: Review['type'];
  readonly done: boolean;
  readonly reviewed_by: string | null;
  readonly created_at: Date;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_by: string | null;
}

const reviewOf = (row: Row, seals: TableSeals<'reviews'>): Review => ({
  id: row.id,
  documentId: row.document_id,
  schemaId: row.schema_id,
  runId: row.run_id,
  parentRunId: row.parent_run_id,
  typeRunId: row.type_run_id,
  parentTypeRunId: row.parent_type_run_id,
  changes: seals.openJson<Review['changes']>('changes', row.id, row.changes),
  type: row.type,
  done: row.done,
  reviewedBy: row.reviewed_by,
  createdAt: row.created_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnBy: row.withdrawn_by,
});

/** Who has said what of which result, with the values before and after. */
@Injectable()
export class ReviewsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  async insert(tx: Transaction, review: NewReview): Promise<void> {
    const { tenantId, userId } = tenantContext();
    const seals = await this.classified.of('reviews');
    await tx.query(
      `INSERT INTO reviews (tenant_id, id, document_id, schema_id, run_id, parent_run_id, type_run_id, parent_type_run_id, changes, type, done, reviewed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12)`,
      [
        tenantId,
        review.id,
        review.documentId,
        review.schemaId,
        review.runId,
        review.parentRunId,
        review.typeRunId,
        review.parentTypeRunId,
        seals.json('changes', review.id, review.changes),
        review.type && JSON.stringify(review.type),
        review.done,
        userId,
      ],
    );
  }

  async find(id: string, tx?: Transaction): Promise<Review | null> {
    const row = await (tx ?? this.database).one<Row>('SELECT * FROM reviews WHERE tenant_id = $1 AND id = $2', [
      tenantContext().tenantId,
      id,
    ]);
    return row && reviewOf(row, await this.classified.of('reviews'));
  }

  /** Reviews of a document, newest first, before one in that order. */
  async ofDocument(documentId: string, limit: number, before: string | null): Promise<Review[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT * FROM reviews WHERE tenant_id = $1 AND document_id = $2 AND ($3::uuid IS NULL OR id < $3)
        ORDER BY id DESC LIMIT $4`,
      [tenantContext().tenantId, documentId, before, limit],
    );
    const seals = await this.classified.of('reviews');
    return rows.map((row) => reviewOf(row, seals));
  }

  /** Reviews of a document that were not taken back, oldest first. */
  async standing(documentId: string, tx?: Transaction): Promise<Review[]> {
    const { rows } = await (tx ?? this.database).query<Row>(
      'SELECT * FROM reviews WHERE tenant_id = $1 AND document_id = $2 AND withdrawn_at IS NULL ORDER BY id',
      [tenantContext().tenantId, documentId],
    );
    const seals = await this.classified.of('reviews');
    return rows.map((row) => reviewOf(row, seals));
  }

  /** The fields that a review has left; none where its run is gone. */
  async fieldsLeft({ runId }: Pick<Review, 'runId'>, tx?: Transaction): Promise<readonly ExtractedField[]> {
    if (runId === null) return [];
    const row = await (tx ?? this.database).one<{ result: unknown }>(
      `SELECT result FROM runs WHERE tenant_id = $1 AND id = $2`,
      [tenantContext().tenantId, runId],
    );
    if (!row) return [];
    const seals = await this.classified.of('runs');
    return seals.openJson<{ fields?: readonly ExtractedField[] }>('result', runId, row.result).fields ?? [];
  }

  async withdraw(tx: Transaction, id: string): Promise<void> {
    const { tenantId, userId } = tenantContext();
    await tx.query(
      'UPDATE reviews SET withdrawn_at = clock_timestamp(), withdrawn_by = $3 WHERE tenant_id = $1 AND id = $2',
      [tenantId, id, userId],
    );
  }
}
