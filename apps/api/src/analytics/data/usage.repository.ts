import type { Transaction } from '@app/database';
import { type UsageEntry, UsageRecorder } from '@app/llm';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';

/** The ledger of work: written with the work that it tells of. */
@Injectable()
export class UsageRepository extends UsageRecorder {
  override async record(tx: Transaction, entry: UsageEntry): Promise<void> {
    await tx.query(
      `INSERT INTO usage_ledger (tenant_id, id, document_id, user_id, purpose, document_type, engine, provider, model, pages,
                                 tokens_in, tokens_out, cost, cache_hit, duration_ms, fill_permille)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        tenantContext().tenantId,
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
      ],
    );
  }
}
