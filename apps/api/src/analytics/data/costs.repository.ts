import { SystemDatabase, TenantDatabase } from '@app/database';
import { publicId } from '@app/kernel';
import { toDollars } from '@app/llm';
import { Injectable } from '@nestjs/common';
import type { AdminCostGroup, CostRow } from '../domain/costs.js';
import type { Period } from '../domain/usage.js';

interface Row {
  readonly key: string | null;
  readonly calls: number;
  readonly answered: number;
  readonly cache_hits: number;
  readonly retries: number;
  readonly tokens_in: number;
  readonly tokens_cached: number;
  readonly tokens_out: number;
  readonly cost: number;
  readonly saved_cost: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

const KEYS: Readonly<Record<AdminCostGroup, string>> = {
  day: `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
  purpose: 'purpose',
  provider: 'provider',
  model: 'model',
  user: 'user_id::text',
  tenant: 'tenant_id::text',
};

const ID_KINDS = { user: 'user', tenant: 'tenant' } as const;

const sums = (group: AdminCostGroup): string => `
  SELECT ${KEYS[group]} AS key, (count(*) FILTER (WHERE attempt > 0))::int AS calls,
         (count(*) FILTER (WHERE outcome = 'answered'))::int AS answered,
         (count(*) FILTER (WHERE outcome = 'cache-hit'))::int AS cache_hits,
         (count(*) FILTER (WHERE attempt > 1))::int AS retries,
         sum(tokens_in)::float8 AS tokens_in, sum(tokens_cached)::float8 AS tokens_cached, sum(tokens_out)::float8 AS tokens_out,
         sum(cost)::float8 AS cost, sum(saved_cost)::float8 AS saved_cost,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE attempt > 0) AS p50,
         percentile_cont(0.95) WITHIN GROUP (ORDER BY latency_ms) FILTER (WHERE attempt > 0) AS p95
    FROM llm_calls WHERE created_at >= $1 AND created_at < $2 GROUP BY 1 ORDER BY 1 NULLS LAST LIMIT 10000`;

const keyOf = (group: AdminCostGroup, key: string | null): string =>
  key === null ? 'none' : group in ID_KINDS ? publicId(ID_KINDS[group as keyof typeof ID_KINDS], key) : key;

const costRow =
  (group: AdminCostGroup) =>
  (row: Row): CostRow => ({
    key: keyOf(group, row.key),
    calls: row.calls,
    answered: row.answered,
    cacheHits: row.cache_hits,
    retries: row.retries,
    tokensIn: row.tokens_in,
    tokensCached: row.tokens_cached,
    tokensOut: row.tokens_out,
    cost: toDollars(row.cost),
    savedCost: toDollars(row.saved_cost),
    latencyMsP50: Math.round(row.p50 ?? 0),
    latencyMsP95: Math.round(row.p95 ?? 0),
  });

/** Sums over the ledger of calls to models. */
@Injectable()
export class CostsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  async ofTenant({ from, to }: Period, group: AdminCostGroup): Promise<CostRow[]> {
    return (await this.database.query<Row>(sums(group), [from, to])).rows.map(costRow(group));
  }

  /** Over all tenants; for platform administrators. */
  async ofAll({ from, to }: Period, group: AdminCostGroup): Promise<CostRow[]> {
    return (await this.system.query<Row>(sums(group), [from, to])).rows.map(costRow(group));
  }

  /** Nano dollars of the tenant since a time. */
  async spentSince(from: Date): Promise<number> {
    const row = await this.database.one<{ cost: number }>(
      'SELECT COALESCE(sum(cost), 0)::float8 AS cost FROM llm_calls WHERE created_at >= $1',
      [from],
    );
    return row?.cost ?? 0;
  }
}
