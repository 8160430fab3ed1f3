import { bulkInsert, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { VerdictDraft } from '../domain/verdict.js';

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
}
