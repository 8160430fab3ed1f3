import { TenantDatabase, type Transaction } from '@app/database';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/needs.js';
import type { NewReviewItem, Place, ReviewItem } from '../domain/review-item.js';

interface Row {
  readonly document_id: string;
  readonly run_id: string;
  readonly filename: string;
  readonly type: string | null;
  readonly confidence: number;
  readonly urgency: number;
  readonly reasons: readonly Reason[];
  readonly created_at: Date;
}

/** The queue: a row for each document that was read and that nobody has looked at. */
@Injectable()
export class ReviewItemsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** 0..1: how sure the type of a document is by the run that named it; null without one. */
  async typeConfidence(tx: Transaction, classifyRunId: string | null): Promise<number | null> {
    if (classifyRunId === null) return null;
    const row = await tx.one<{ confidence: number | null }>(
      `SELECT (result ->> 'confidence')::float8 AS confidence FROM runs WHERE tenant_id = $1 AND id = $2`,
      [tenantContext().tenantId, classifyRunId],
    );
    return row?.confidence ?? null;
  }

  async put(tx: Transaction, { documentId, runId, confidence, urgency, reasons }: NewReviewItem): Promise<void> {
    await tx.query(
      `INSERT INTO review_items (tenant_id, document_id, run_id, needed, confidence, urgency, reasons)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)
       ON CONFLICT (tenant_id, document_id) DO UPDATE
         SET run_id = excluded.run_id, needed = excluded.needed, confidence = excluded.confidence, urgency = excluded.urgency,
             reasons = excluded.reasons`,
      [tenantContext().tenantId, documentId, runId, reasons.length > 0, confidence, urgency, JSON.stringify(reasons)],
    );
  }

  async remove(tx: Transaction, documentId: string): Promise<void> {
    await tx.query('DELETE FROM review_items WHERE tenant_id = $1 AND document_id = $2', [
      tenantContext().tenantId,
      documentId,
    ]);
  }

  /** Most urgent first: those that wait for a person, or, with a bound, all below it. */
  async list(maxConfidence: number | null, limit: number, after: Place | null): Promise<ReviewItem[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT i.*, d.filename, d.type FROM review_items i
         JOIN documents d ON d.tenant_id = i.tenant_id AND d.id = i.document_id
        WHERE i.tenant_id = $1 AND ${maxConfidence === null ? 'i.needed AND $2::float8 IS NULL' : 'i.confidence <= $2'}
          AND ($3::int IS NULL OR (i.urgency <= $3 AND (i.urgency < $3 OR i.document_id > $4)))
        ORDER BY i.urgency DESC, i.document_id LIMIT $5`,
      [tenantContext().tenantId, maxConfidence, after?.urgency ?? null, after?.documentId ?? null, limit],
    );
    return rows.map((row) => ({
      documentId: row.document_id,
      runId: row.run_id,
      filename: row.filename,
      documentType: row.type,
      confidence: row.confidence,
      urgency: row.urgency,
      reasons: row.reasons,
      createdAt: row.created_at,
    }));
  }
}
