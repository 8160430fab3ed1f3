import { SystemDatabase, TenantDatabase, type Transaction } from '@app/database';
import { publicId } from '@app/kernel';
import { type UsageEntry, UsageRecorder } from '@app/llm';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { AdminUsageGroup, Period, UsageRow } from '../domain/usage.js';

interface Row {
  readonly key: string | null;
  readonly documents: number;
  readonly pages: number;
  readonly calls: number;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly cost: string;
  readonly cache_hits: number;
  readonly p50: number;
  readonly p95: number;
}

const KEYS: Readonly<Record<AdminUsageGroup, string>> = {
  day: `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
  type: 'document_type',
  engine: 'engine',
  model: 'model',
  user: 'user_id::text',
  tenant: 'tenant_id::text',
};

const ID_KINDS = { user: 'user', tenant: 'tenant' } as const;

const sums = (group: AdminUsageGroup): string => `
  SELECT ${KEYS[group]} AS key, count(DISTINCT document_id)::int AS documents, sum(pages)::int AS pages, count(*)::int AS calls,
         sum(tokens_in)::float AS tokens_in, sum(tokens_out)::float AS tokens_out, sum(cost)::text AS cost,
         (count(*) FILTER (WHERE cache_hit))::int AS cache_hits,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_ms) AS p50,
         percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms) AS p95
    FROM usage_ledger WHERE created_at >= $1 AND created_at < $2 GROUP BY 1 ORDER BY 1 NULLS LAST LIMIT 10000`;

const usageRow =
  (group: AdminUsageGroup) =>
  (row: Row): UsageRow => ({
    key:
      row.key === null
        ? 'none'
        : group in ID_KINDS
          ? publicId(ID_KINDS[group as keyof typeof ID_KINDS], row.key)
          : row.key,
    documents: row.documents,
    pages: row.pages,
    calls: row.calls,
    tokensIn: row.tokens_in,
    tokensOut: row.tokens_out,
    cost: row.cost,
    cacheHits: row.cache_hits,
    durationMsP50: Math.round(row.p50),
    durationMsP95: Math.round(row.p95),
  });

/** The ledger: written with the work that it tells of, read as sums. */
@Injectable()
export class UsageRepository extends UsageRecorder {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {
    super();
  }

  override async record(tx: Transaction, entry: UsageEntry): Promise<void> {
    await tx.query(
      `INSERT INTO usage_ledger (tenant_id, id, document_id, user_id, purpose, document_type, engine, provider, model, pages,
                                 tokens_in, tokens_out, cost, cache_hit, duration_ms)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
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
      ],
    );
  }

  async ofTenant({ from, to }: Period, group: AdminUsageGroup): Promise<UsageRow[]> {
    const { rows } = await this.database.query<Row>(sums(group), [from, to]);
    return rows.map(usageRow(group));
  }

  /** Sums over all tenants; for platform administrators. */
  async ofAll({ from, to }: Period, group: AdminUsageGroup): Promise<UsageRow[]> {
    const { rows } = await this.system.query<Row>(sums(group), [from, to]);
    return rows.map(usageRow(group));
  }
}
