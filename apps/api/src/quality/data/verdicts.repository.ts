import { bulkInsert, TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Verdict } from '../domain/calibrator.js';
import type { Question, QualityGroup, Sums } from '../domain/report.js';
import { BANDS } from '../domain/reliability.js';
import type { VerdictDraft, VerdictKind } from '../domain/verdict.js';

/** Columns of a verdict that is written, with their types. */
const COLUMNS = {
  tenant_id: 'uuid',
  id: 'uuid',
  document_id: 'uuid',
  run_id: 'uuid',
  review_id: 'uuid',
  kind: 'text',
  schema_id: 'text',
  document_type: 'text',
  field: 'text',
  engine: 'text',
  raw_confidence: 'double precision',
  confidence: 'double precision',
  verdict: 'text',
  was_right: 'boolean',
  reviewed_by: 'uuid',
} as const;

/** What people have said of results. */
@Injectable()
export class VerdictsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(tx: Transaction, drafts: readonly VerdictDraft[]): Promise<void> {
    const { tenantId } = tenantContext();
    const rows = drafts.map((draft) => [
      tenantId,
      newUuid(),
      draft.documentId,
      draft.runId,
      draft.reviewId,
      draft.kind,
      draft.schemaId,
      draft.documentType,
      draft.field,
      draft.engine,
      draft.rawConfidence,
      draft.confidence,
      draft.verdict,
      draft.wasRight,
      draft.reviewedBy,
    ]);
    await bulkInsert(tx, 'verdicts', COLUMNS, rows);
  }

  async withdraw(tx: Transaction, reviewId: string): Promise<number> {
    const { count } = await tx.query(
      'UPDATE verdicts SET withdrawn_at = clock_timestamp() WHERE tenant_id = $1 AND review_id = $2 AND withdrawn_at IS NULL',
      [tenantContext().tenantId, reviewId],
    );
    return count;
  }

  /** Differs as soon as a verdict came or went. */
  async stamp(tx?: Transaction): Promise<string> {
    const row = await (tx ?? this.database).one<{ stamp: string }>(
      `SELECT count(*) || ':' || coalesce(extract(epoch FROM max(created_at)), 0) AS stamp
         FROM verdicts WHERE tenant_id = $1 AND withdrawn_at IS NULL`,
      [tenantContext().tenantId],
    );
    return row?.stamp ?? '';
  }

  /** Counts and sums of a period, by group and band of the confidence that was told; band null for what had no value. */
  async sums({ from, to, kind, groupBy }: Question): Promise<Sums[]> {
    const { rows } = await this.database.query<Sums>(
      `SELECT ${GROUPS[groupBy]} AS key, floor(confidence * ${BANDS})::int - (confidence = 1)::int AS band, count(*)::int AS verdicts,
              coalesce(sum(confidence), 0) AS confidence, count(*) FILTER (WHERE was_right)::int AS "right",
              count(*) FILTER (WHERE verdict = 'accepted')::int AS accepted,
              count(*) FILTER (WHERE verdict = 'corrected')::int AS corrected,
              count(*) FILTER (WHERE verdict = 'rejected')::int AS rejected
         FROM verdicts
        WHERE tenant_id = $1 AND kind = $2 AND created_at >= $3 AND created_at < $4 AND withdrawn_at IS NULL
        GROUP BY 1, 2 ORDER BY 1, 2`,
      [tenantContext().tenantId, kind, from, to],
    );
    return rows;
  }

  /** Documents that people have looked at in a period, and those of them that something was wrong with. */
  async documents({ from, to }: Pick<Question, 'from' | 'to'>): Promise<ReviewedDocuments> {
    const row = await this.database.one<ReviewedDocuments>(
      `SELECT count(*)::int AS reviewed, count(*) FILTER (WHERE NOT is_right)::int AS corrected FROM (
         SELECT bool_and(was_right) AS is_right FROM verdicts
          WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND withdrawn_at IS NULL GROUP BY document_id) one`,
      [tenantContext().tenantId, from, to],
    );
    return row ?? { reviewed: 0, corrected: 0 };
  }

  /** The newest verdicts of a kind on what had a value. */
  async newest(kind: VerdictKind, limit: number, tx?: Transaction): Promise<Verdict[]> {
    const { rows } = await (tx ?? this.database).query<VerdictRow>(
      `SELECT document_id, engine, schema_id, document_type, field, raw_confidence, was_right
         FROM verdicts WHERE tenant_id = $1 AND kind = $2 AND withdrawn_at IS NULL AND raw_confidence IS NOT NULL
        ORDER BY created_at DESC LIMIT $3`,
      [tenantContext().tenantId, kind, limit],
    );
    return rows.map((row) => ({
      kind,
      engine: kind === 'document' ? null : row.engine,
      group: kind === 'type' ? row.document_type : row.schema_id,
      field: row.field,
      subject: row.document_id,
      confidence: row.raw_confidence,
      right: row.was_right,
    }));
  }
}

export interface ReviewedDocuments {
  readonly reviewed: number;
  readonly corrected: number;
}

const GROUPS: Readonly<Record<QualityGroup, string>> = {
  total: `'total'`,
  engine: 'engine',
  type: `coalesce(document_type, 'none')`,
  schema: `coalesce(schema_id, 'none')`,
  field: `coalesce(field, 'none')`,
  day: `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
};

interface VerdictRow {
  readonly document_id: string;
  readonly engine: string;
  readonly schema_id: string | null;
  readonly document_type: string | null;
  readonly field: string | null;
  readonly raw_confidence: number;
  readonly was_right: boolean;
}
