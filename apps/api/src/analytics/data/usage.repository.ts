import { bulkInsert, type Transaction } from '@app/database';
import { type UsageEntry, UsageRecorder } from '@app/llm';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

const COLUMNS = {
  tenant_id: 'uuid',
  id: 'uuid',
  document_id: 'uuid',
  user_id: 'uuid',
  purpose: 'text',
  document_type: 'text',
  engine: 'text',
  provider: 'text',
  model: 'text',
  pages: 'int',
  tokens_in: 'int',
  tokens_out: 'int',
  cost: 'numeric',
  cache_hit: 'boolean',
  duration_ms: 'int',
  fill_permille: 'smallint',
};

/** The ledger of work: written with the work that it tells of. */
@Injectable()
export class UsageRepository extends UsageRecorder {
  override async record(tx: Transaction, entries: readonly UsageEntry[]): Promise<void> {
    const { tenantId } = tenantContext();
    const rows = entries.map((entry) => [
      tenantId,
      entry.id,
      entry.documentId,
      entry.userId,
      entry.purpose,
      entry.documentType,
      entry.engine,
      entry.provider,
      entry.model,
      entry.pages,
      entry.tokensIn,
      entry.tokensOut,
      entry.cost,
      entry.cacheHit,
      entry.durationMs,
      entry.fillRate === null ? null : Math.round(entry.fillRate * 1000),
    ]);
    await bulkInsert(tx, 'usage_ledger', COLUMNS, rows);
  }
}
