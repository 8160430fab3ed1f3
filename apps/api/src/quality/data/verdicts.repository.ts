import { bulkInsert, TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Verdict } from '../domain/calibrator.js';
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
  async stamp(): Promise<string> {
    const row = await this.database.one<{ stamp: string }>(
      `SELECT count(*) || ':' || coalesce(extract(epoch FROM max(created_at)), 0) AS stamp
         FROM verdicts WHERE tenant_id = $1 AND withdrawn_at IS NULL`,
      [tenantContext().tenantId],
    );
    return row?.stamp ?? '';
  }

  /** The newest verdicts of a kind on what had a value. */
  async newest(kind: VerdictKind, limit: number): Promise<Verdict[]> {
    const { rows } = await this.database.query<VerdictRow>(
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

interface VerdictRow {
  readonly document_id: string;
  readonly engine: string;
  readonly schema_id: string | null;
  readonly document_type: string | null;
  readonly field: string | null;
  readonly raw_confidence: number;
  readonly was_right: boolean;
}
