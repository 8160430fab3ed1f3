import { TenantDatabase, type Transaction } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/needs.js';
import type { JudgedItem, NewReviewItem, Place, ReadItem, ReviewItem } from '../domain/review-item.js';

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

interface ReadRow {
  readonly document_id: string;
  readonly needed: boolean;
  readonly split: string | null;
  readonly priority: number;
  readonly traceparent: string;
  readonly run_id: string;
  readonly result: unknown;
  readonly type_run_id: string | null;
  readonly type_result: unknown;
}

const confidenceOf = (result: { readonly confidence?: number | null } | null): number | null =>
  result?.confidence ?? null;

/** The number of the lock under which results are judged; no other lock of the service has it. */
const JUDGING = 46;

/** The queue: a row for each document that was read and that nobody has looked at. */
@Injectable()
export class ReviewItemsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classified: ClassifiedColumns,
  ) {}

  /** 0..1: how sure the type of a document is by the run that named it; null without one. */
  async typeConfidence(tx: Transaction, classifyRunId: string | null): Promise<number | null> {
    if (classifyRunId === null) return null;
    const row = await tx.one<{ result: unknown }>(`SELECT result FROM runs WHERE tenant_id = $1 AND id = $2`, [
      tenantContext().tenantId,
      classifyRunId,
    ]);
    if (!row) return null;
    const seals = await this.classified.of('runs');
    return confidenceOf(seals.openJson('result', classifyRunId, row.result));
  }

  /** Held to the end of a transaction that judges a result: the settings it has read are known to be in use. */
  async startJudging(tx: Transaction): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, $2))', [
      tenantContext().tenantId,
      JUDGING,
    ]);
  }

  /** Waits until all who judge results have committed; whoever begins after that sees the settings that stand now. */
  async awaitJudging(): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [tenantContext().tenantId, JUDGING]),
    );
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

  /** Documents in the queue in the order of their ids, after one in it. Nobody else changes them until the transaction ends. */
  async lockNext(tx: Transaction, after: string | null, limit: number): Promise<string[]> {
    const { rows } = await tx.query<{ document_id: string }>(
      `SELECT document_id FROM review_items WHERE tenant_id = $1 AND ($2::uuid IS NULL OR document_id > $2)
        ORDER BY document_id LIMIT $3 FOR UPDATE`,
      [tenantContext().tenantId, after, limit],
    );
    return rows.map(({ document_id }) => document_id);
  }

  /** Whether a document is in the queue. If so, nobody else changes that until the transaction ends. */
  async lock(tx: Transaction, documentId: string): Promise<boolean> {
    const row = await tx.one('SELECT 1 FROM review_items WHERE tenant_id = $1 AND document_id = $2 FOR UPDATE', [
      tenantContext().tenantId,
      documentId,
    ]);
    return row !== null;
  }

  /** What is known of documents in the queue. */
  async read(tx: Transaction, documentIds: readonly string[]): Promise<ReadItem[]> {
    const { rows } = await tx.query<ReadRow>(
      `SELECT i.document_id, i.needed, d.split, d.priority, d.traceparent,
              c.id AS type_run_id, c.result AS type_result, r.id AS run_id, r.result
         FROM review_items i
         JOIN documents d ON d.tenant_id = i.tenant_id AND d.id = i.document_id
         JOIN runs r ON r.tenant_id = i.tenant_id AND r.id = i.run_id
         LEFT JOIN runs c ON c.tenant_id = i.tenant_id AND c.id = d.classify_run
        WHERE i.tenant_id = $1 AND i.document_id = ANY ($2::uuid[])`,
      [tenantContext().tenantId, documentIds as string[]],
    );
    const seals = await this.classified.of('runs');
    return rows.map((row) => ({
      documentId: row.document_id,
      needed: row.needed,
      split: row.split,
      priority: row.priority,
      traceparent: row.traceparent,
      typeConfidence:
        row.type_run_id === null ? null : confidenceOf(seals.openJson('result', row.type_run_id, row.type_result)),
      answer: seals.openJson<ReadItem['answer']>('result', row.run_id, row.result),
    }));
  }

  /** Writes down what was judged of documents that are in the queue. */
  async judge(tx: Transaction, items: readonly JudgedItem[]): Promise<void> {
    await tx.query(
      `UPDATE review_items i SET needed = v.reasons <> '[]', urgency = v.urgency, reasons = v.reasons::jsonb
         FROM unnest($2::uuid[], $3::int[], $4::text[]) AS v (document_id, urgency, reasons)
        WHERE i.tenant_id = $1 AND i.document_id = v.document_id`,
      [
        tenantContext().tenantId,
        items.map(({ documentId }) => documentId),
        items.map(({ urgency }) => urgency),
        items.map(({ reasons }) => JSON.stringify(reasons)),
      ],
    );
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
