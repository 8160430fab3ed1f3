import { publicId } from '@app/kernel';
import type pg from 'pg';
import { type Group, type Sums } from '../../../apps/api/src/analytics/domain/figures.js';
import { quantile, type Times, TIMES_ERROR } from '../../../apps/api/src/analytics/domain/times.js';

const SHARES = [0.5, 0.95, 0.99] as const;

/** The figures of a group as one counts them by hand, on the ledgers alone. */
const KEYS: Readonly<Record<Group, { work?: string; calls?: string }>> = {
  day: {
    work: `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
    calls: `to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`,
  },
  tenant: { work: 'tenant_id::text', calls: 'tenant_id::text' },
  type: { work: 'document_type', calls: 'document_type' },
  engine: { work: 'engine', calls: `'llm'` },
  model: { work: 'model', calls: 'model' },
  user: { work: 'user_id::text', calls: 'user_id::text' },
  purpose: { calls: 'purpose' },
  provider: { calls: 'provider' },
};
export const ALL_GROUPS = Object.keys(KEYS) as Group[];

const workSql = (key: string, group: Group): string => `
  SELECT coalesce(${key}, '') AS key, count(*)::int AS runs, (count(*) FILTER (WHERE cache_hit))::int AS reused,
         count(DISTINCT ((created_at AT TIME ZONE 'UTC')::date, tenant_id, document_id)) FILTER (WHERE document_id IS NOT NULL)::int AS documents,
         count(DISTINCT ((created_at AT TIME ZONE 'UTC')::date, tenant_id, document_id)) FILTER (WHERE document_id IS NOT NULL AND purpose = 'triage')::int AS emails,
         coalesce(sum(pages) FILTER (WHERE purpose = '${group === 'type' ? 'classify' : 'read'}'), 0)::int AS pages,
         count(fill_permille)::int AS fill_rates, coalesce(sum(fill_permille), 0)::int AS fill_permille,
         percentile_disc(ARRAY[${SHARES.join()}]) WITHIN GROUP (ORDER BY duration_ms) AS work
    FROM usage_ledger WHERE created_at >= $1 AND created_at < $2 AND ($3::uuid IS NULL OR tenant_id = $3)
     ${group === 'type' ? `AND purpose <> 'read'` : ''} GROUP BY 1`;

const callsSql = (key: string): string => `
  SELECT coalesce(${key}, '') AS key, (count(*) FILTER (WHERE attempt > 0))::int AS calls,
         (count(*) FILTER (WHERE attempt = 1))::int AS first_calls, (count(*) FILTER (WHERE attempt > 1))::int AS retries,
         (count(*) FILTER (WHERE attempt > 0 AND outcome = 'answered'))::int AS answered,
         (count(*) FILTER (WHERE outcome = 'cache-hit'))::int AS cache_hits, sum(tokens_in)::int AS tokens_in,
         sum(tokens_cached)::int AS tokens_cached, sum(tokens_out)::int AS tokens_out, sum(cost)::float8 AS cost,
         sum(saved_cost)::float8 AS saved_cost,
         percentile_disc(ARRAY[${SHARES.join()}]) WITHIN GROUP (ORDER BY latency_ms)
           FILTER (WHERE attempt > 0 AND state = 'closed' AND latency_ms > 0) AS calls_took
    FROM llm_calls WHERE state <> 'open' AND created_at >= $1 AND created_at < $2 AND ($3::uuid IS NULL OR tenant_id = $3) GROUP BY 1`;

const NOTHING = {
  documents: 0,
  emails: 0,
  pages: 0,
  runs: 0,
  reused: 0,
  fill_rates: 0,
  fill_permille: 0,
  calls: 0,
  first_calls: 0,
  answered: 0,
  retries: 0,
  cache_hits: 0,
  tokens_in: 0,
  tokens_cached: 0,
  tokens_out: 0,
  cost: 0,
  saved_cost: 0,
  work: null as number[] | null,
  calls_took: null as number[] | null,
};
export type Counted = typeof NOTHING;

/** Figures by key, with exact percentiles. `tenantId` null: of all tenants. */
export async function plainCount(
  client: pg.Client,
  group: Group,
  [from, to]: readonly [Date, Date],
  tenantId: string | null,
): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  const { work, calls } = KEYS[group];
  for (const sql of [work && workSql(work, group), calls && callsSql(calls)]) {
    if (!sql) continue;
    const { rows } = await client.query<{ key: string } & Partial<Counted>>(sql, [from, to, tenantId]);
    for (const { key: name, ...row } of rows) {
      const ids = group === 'user' || group === 'tenant';
      const key = name === '' ? 'none' : ids ? publicId(group, name) : name;
      counted.set(key, { ...NOTHING, ...counted.get(key), ...row });
    }
  }
  return counted;
}

const differences = (times: Times, exact: readonly number[] | null): string[] =>
  SHARES.flatMap((share, n) => {
    const [told, true_] = [quantile(times, share), exact?.[n] ?? 0];
    return Math.abs(told - true_) <= true_ * TIMES_ERROR + 0.5 ? [] : [`p${share * 100}: ${told} for ${true_}`];
  });

/** Where figures are not what was counted; empty where all are. */
export function differencesOf(told: readonly Sums[], counted: ReadonlyMap<string, Counted>): string[] {
  const found: string[] = [];
  const keys = new Set([...told.map(({ key }) => key), ...counted.keys()]);
  for (const key of keys) {
    const sums = told.find((row) => row.key === key);
    const { work, calls_took: took, ...expected } = counted.get(key) ?? NOTHING;
    for (const [name, value] of Object.entries(expected)) {
      const own = sums?.[name as keyof typeof expected] ?? 0;
      if (own !== value) found.push(`${key}: ${name} is ${own}, not ${value}`);
    }
    found.push(...differences(sums?.workTimes ?? {}, work).map((text) => `${key}: work ${text}`));
    found.push(...differences(sums?.callTimes ?? {}, took).map((text) => `${key}: calls ${text}`));
  }
  return found;
}
