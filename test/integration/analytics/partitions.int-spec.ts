import { createHash } from 'node:crypto';
import { migrate, migrations } from '@app/database';
import { newUuid } from '@app/kernel';
import { Log } from '@app/observability';
import pg from 'pg';
import { Counter } from 'prom-client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { PartitionMetrics } from '../../../apps/api/src/analytics/analytics.metrics.js';
import { PartitionsRepository } from '../../../apps/api/src/analytics/data/partitions.repository.js';
import { figuresSql } from '../../../apps/api/src/analytics/data/rollups-sql.js';
import { LedgerPartitions } from '../../../apps/api/src/analytics/ledger-partitions.service.js';
import { type AnalyticsHarness, analyticsHarness } from './analytics-harness.js';
import { rollUp } from './ledger-world.js';

const now = new Date();
/** First instant of the month so many months from now, UTC. */
const monthAt = (offset: number): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset));
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const partitionOf = (table: string, offset: number): string =>
  `${table}_${dayOf(monthAt(offset)).slice(0, 7).replace('-', '_')}`;

const PERMISSION_DENIED = '42501';
const INVALID_PARAMETER = '22023';

const LINE = `INSERT INTO usage_ledger (tenant_id, id, created_at, document_id, purpose, engine, pages)
              VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'read', 'local', 1)`;
const CALL = `INSERT INTO llm_calls (tenant_id, id, created_at, state, purpose, provider, model, attempt, prompt_hash, expires_at)
              VALUES ($1, gen_random_uuid(), $2, $3, 'extract', 'p', 'p/m', 1, 'h', 'tomorrow')`;

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

/** Relations that a plan has really looked into. */
const readBy = (node: PlanNode): string[] => [
  ...(node['Actual Loops'] > 0 && node['Relation Name'] !== undefined ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(readBy),
];

describe('ledgers in partitions by month', () => {
  let test: AnalyticsHarness;
  let tenant: string;
  const counter = (name: string, labelNames: string[]) => new Counter({ name, help: name, labelNames, registers: [] });
  const metrics = new PartitionMetrics(
    counter('partitions', ['table', 'action']),
    counter('misplaced', ['table']),
    counter('failures', ['table']),
  );
  const counted = async (of: Counter): Promise<number> =>
    (await of.get()).values.reduce((sum, { value }) => sum + value, 0);

  /** The job in one of two instances. */
  const job = (instance: 0 | 1, ledgerMonths = 0): LedgerPartitions =>
    new LedgerPartitions(
      new PartitionsRepository(test.systems[instance]),
      { now: () => Date.now(), date: () => new Date() },
      metrics,
      new Log({ level: 'silent', pretty: false }),
      { ledgerMonths },
    );
  const both = (ledgerMonths = 0): Promise<boolean[]> =>
    Promise.all([job(0, ledgerMonths).turn(), job(1, ledgerMonths).turn()]);

  const write = (at: Date | string, of = tenant) => test.owner.query(LINE, [of, at]);
  /** How many rows of the tenant are in which partition. */
  const placesOf = async (table: string, of = tenant): Promise<Record<string, number>> => {
    const { rows } = await test.owner.query<{ place: string; n: number }>(
      `SELECT tableoid::regclass::text AS place, count(*)::int AS n FROM ${table} WHERE tenant_id = $1 GROUP BY 1`,
      [of],
    );
    return Object.fromEntries(rows.map(({ place, n }) => [place, n]));
  };
  const partitions = async (table: string): Promise<string[]> => {
    const { rows } = await test.owner.query<{ name: string }>('SELECT name FROM month_partitions($1) ORDER BY starts', [
      table,
    ]);
    return rows.map(({ name }) => name);
  };
  const pages = async (offset: number): Promise<number> => {
    const period = { from: monthAt(offset), to: monthAt(offset + 1) };
    const sums = await test.as(tenant, () => test.figures.ofTenant(period, 'engine'));
    return sums.find(({ key }) => key === 'local')?.pages ?? 0;
  };

  beforeAll(async () => {
    test = await analyticsHarness();
    tenant = await test.newTenant();
  });
  afterAll(() => test?.close());

  it('are made for this month and two more with the database, and reach from month to month of UTC', async () => {
    expect(await partitions('usage_ledger')).toEqual([0, 1, 2].map((n) => partitionOf('usage_ledger', n)));
    const abroad = await test.connect();
    await abroad.query(`SET timezone = 'Pacific/Auckland'`);
    for (const offset of [1, 2, 3]) {
      await abroad.query(LINE, [tenant, new Date(monthAt(offset).getTime() - 1)]);
      if (offset < 3) await abroad.query(LINE, [tenant, monthAt(offset)]);
    }
    expect(await placesOf('usage_ledger')).toEqual({
      [partitionOf('usage_ledger', 0)]: 1,
      [partitionOf('usage_ledger', 1)]: 2,
      [partitionOf('usage_ledger', 2)]: 2,
    });
  });

  it('take every line, and what came without a partition into its own as soon as it is made, by two instances at once', async () => {
    for (const offset of [3, -4]) {
      await write(monthAt(offset));
      await test.owner.query(CALL, [tenant, monthAt(offset), 'closed']);
    }
    await write(new Date(monthAt(-3).getTime() - 1));
    expect((await placesOf('usage_ledger'))['usage_ledger_default']).toBe(3);
    const before = await test.owner.query('SELECT * FROM usage_ledger ORDER BY id');
    const told = await pages(-4);

    expect(await both()).toEqual([true, true]);
    expect(await placesOf('usage_ledger')).toMatchObject({
      [partitionOf('usage_ledger', -4)]: 2,
      [partitionOf('usage_ledger', 3)]: 1,
    });
    for (const table of ['usage_ledger', 'llm_calls'])
      expect((await test.owner.query(`SELECT FROM ${table}_default`)).rowCount).toBe(0);
    expect((await test.owner.query('SELECT * FROM usage_ledger ORDER BY id')).rows).toEqual(before.rows);
    expect(await counted(metrics.partitions)).toBe(4);
    expect(await counted(metrics.misplaced)).toBe(5);
    expect([told, await pages(-4)]).toEqual([2, 2]);
    await rollUp(test, 0);
    expect(await pages(-4)).toBe(2);
    expect((await placesOf('llm_calls'))[partitionOf('llm_calls', 3)]).toBe(1);
  });

  it('are looked into for the months that a question is about', async () => {
    await test.owner.query(`UPDATE usage_rollup_state SET rolled_to = 0`);
    const client = await test.connect();
    await client.query(`SET ROLE dossier_app; SELECT set_config('app.tenant_id', '${tenant}', false)`);
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      await client.query(`SET plan_cache_mode = ${mode}; PREPARE figures AS ${figuresSql('day')}`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE figures ('${dayOf(monthAt(1))}', '${dayOf(monthAt(2))}', 10)`,
      );
      const read = new Set(
        readBy(rows[0]!['QUERY PLAN'][0].Plan).filter((name) => /^(usage_ledger|llm_calls)/.test(name)),
      );
      expect(read).toEqual(new Set([partitionOf('usage_ledger', 1), partitionOf('llm_calls', 1)]));
      await client.query('DEALLOCATE figures');
    }
  });

  it('show a tenant its own lines, and nobody any by way of a partition', async () => {
    const other = await test.newTenant();
    await write(monthAt(0), other);
    const client = await test.connect();
    await client.query(`SET ROLE dossier_app; SELECT set_config('app.tenant_id', '${tenant}', false)`);
    const { rows } = await client.query('SELECT DISTINCT tenant_id AS id FROM usage_ledger');
    expect(rows).toEqual([{ id: tenant }]);
    const names = [...(await partitions('usage_ledger')), ...(await partitions('llm_calls')), 'llm_calls_default'];
    for (const role of ['dossier_app', 'dossier_system'])
      for (const name of names)
        for (const sql of [`SELECT 1 FROM ${name}`, `DELETE FROM ${name}`, `DROP TABLE ${name}`]) {
          await client.query(`SET ROLE ${role}`);
          await expect(client.query(sql), `${role}: ${sql}`).rejects.toMatchObject({ code: PERMISSION_DENIED });
        }
    // Even where somebody has granted it by mistake.
    await test.owner.query(`GRANT SELECT ON ${partitionOf('usage_ledger', 0)} TO dossier_app`);
    await client.query('SET ROLE dossier_app');
    expect((await client.query(`SELECT 1 FROM ${partitionOf('usage_ledger', 0)}`)).rowCount).toBe(0);
    await test.owner.query(`REVOKE ALL ON ${partitionOf('usage_ledger', 0)} FROM dossier_app`);
  });

  it.each([
    ['another table', `make_month_partition('documents', '2026-01-01')`, INVALID_PARAMETER],
    [
      'a name with SQL in it',
      `make_month_partition('usage_ledger; DROP TABLE tenants', '2026-01-01')`,
      INVALID_PARAMETER,
    ],
    ['part of a month', `make_month_partition('usage_ledger', '2026-01-02')`, INVALID_PARAMETER],
    ['no month', `make_month_partition('usage_ledger', 'infinity')`, INVALID_PARAMETER],
    ['nothing', `make_month_partition('usage_ledger', NULL)`, INVALID_PARAMETER],
    ['the months of another table', `due_month_partitions('documents', 2)`, INVALID_PARAMETER],
    ['dropping another table', `drop_month_partition('documents', '2020-01-01')`, INVALID_PARAMETER],
    [
      'dropping what is younger than a year',
      `drop_month_partition('usage_ledger', '${dayOf(monthAt(-11))}')`,
      INVALID_PARAMETER,
    ],
  ])('are not made or dropped for %s', async (_, call, code) => {
    await expect(test.systems[0].query(`SELECT ${call}`)).rejects.toMatchObject({ code });
  });

  it('are made by the system role alone', async () => {
    for (const call of [
      `make_month_partition('usage_ledger', '2026-01-01')`,
      `drop_month_partition('llm_calls', '2020-01-01')`,
    ])
      await expect(test.as(tenant, () => test.tenants.query(`SELECT ${call}`))).rejects.toMatchObject({
        code: PERMISSION_DENIED,
      });
  });

  it('go when they are older than what is kept and rolled up, and not before; their sums stay', async () => {
    for (const offset of [-14, -13, -12]) {
      await write(monthAt(offset));
      await test.owner.query(CALL, [tenant, monthAt(offset), offset === -14 ? 'open' : 'closed']);
    }
    expect(await both()).toEqual([true, true]);
    const all = await partitions('usage_ledger');
    expect(await both(12)).toEqual([true, true]);
    expect(await partitions('usage_ledger'), 'not rolled up').toEqual(all);

    await expect.poll(async () => (await rollUp(test, 0), pending(test)), { timeout: 20_000 }).toBe(0);
    expect(await both()).toEqual([true, true]);
    expect(await partitions('usage_ledger'), 'nothing is said of how long').toEqual(all);
    expect(await both(12)).toEqual([true, true]);
    expect(await partitions('usage_ledger')).toEqual(all.slice(2));
    expect(await partitions('llm_calls'), 'a call is still open').toContain(partitionOf('llm_calls', -14));
    expect([await pages(-14), await pages(-13), await pages(-12)]).toEqual([1, 1, 1]);

    await test.owner.query(`UPDATE llm_calls SET state = 'closed' WHERE state = 'open'`);
    await expect.poll(async () => (await rollUp(test, 0), pending(test)), { timeout: 20_000 }).toBe(0);
    expect(await both(12)).toEqual([true, true]);
    expect((await partitions('llm_calls'))[0]).toBe(partitionOf('llm_calls', -12));
  });

  it('give way to whoever is reading, and are made when he is done', async () => {
    const reader = await test.connect();
    await reader.query('BEGIN; SELECT count(*) FROM usage_ledger');
    await write(monthAt(4));
    const failed = await counted(metrics.failures);
    expect(await job(0).turn()).toBe(false);
    expect(await counted(metrics.failures)).toBe(failed + 1);
    await reader.query('COMMIT');
    expect(await job(0).turn()).toBe(true);
    expect((await placesOf('usage_ledger'))[partitionOf('usage_ledger', 4)]).toBe(1);
  });
});

/** Changes that are not in the roll-ups. */
async function pending(test: AnalyticsHarness): Promise<number> {
  const { rows } = await test.owner.query<{ n: number }>(
    'SELECT (SELECT count(*) FROM usage_entries, usage_rollup_state WHERE change > rolled_to)::int AS n',
  );
  return rows[0]!.n;
}

describe('the migration to partitions', () => {
  const BEFORE = '0034';
  const services = inject('services');
  const name = `migrated_${newUuid().replaceAll('-', '')}`;
  const inDatabase = (url: string) => url.replace(/\/dossier$/, `/${name}`);
  const admin = new pg.Client({ connectionString: services.DATABASE_OWNER_URL });
  const owner = new pg.Client({ connectionString: inDatabase(services.DATABASE_OWNER_URL) });

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await owner.connect();
    await owner.query(
      'CREATE TABLE schema_migrations (id text PRIMARY KEY, checksum text, applied_at timestamptz DEFAULT now())',
    );
    for (const { id, sql } of migrations.filter((migration) => migration.id < BEFORE)) {
      await owner.query(sql);
      await owner.query('INSERT INTO schema_migrations VALUES ($1, $2)', [
        id,
        createHash('sha256').update(sql).digest('hex'),
      ]);
    }
  });
  afterAll(async () => {
    await owner.end();
    await admin.end();
  });

  it('keeps every row, in the partition of the past, and goes on by month', async () => {
    const tenant = newUuid();
    await owner.query(`INSERT INTO tenants (id, name, slug) VALUES ($1, 'T', 't')`, [tenant]);
    for (const at of [new Date(0), monthAt(-13), monthAt(0), now]) {
      await owner.query(LINE, [tenant, at]);
      await owner.query(CALL, [tenant, at, 'open']);
    }
    await owner.query(`UPDATE llm_calls SET state = 'expired' WHERE created_at < now() - interval '1 year'`);
    const all = async () =>
      (
        await owner.query(
          'SELECT (SELECT json_agg(u ORDER BY id) FROM usage_ledger u) AS work, (SELECT json_agg(c ORDER BY id) FROM llm_calls c) AS calls',
        )
      ).rows;
    const entries = async () =>
      (
        await owner.query(
          'SELECT tenant_id, change, day, source, key, runs, calls FROM usage_group_entries ORDER BY 2, 5, dimension',
        )
      ).rows;
    const [before, told] = [await all(), await entries()];

    await migrate({
      owner: inDatabase(services.DATABASE_OWNER_URL),
      app: inDatabase(services.DATABASE_URL),
      system: inDatabase(services.DATABASE_SYSTEM_URL),
    });
    expect(await all()).toEqual(before);
    expect(await entries()).toEqual(told);
    for (const table of ['usage_ledger', 'llm_calls']) {
      const { rows } = await owner.query('SELECT name FROM month_partitions($1) ORDER BY ends', [table]);
      expect(rows.map((row: { name: string }) => row.name)).toEqual([
        `${table}_past`,
        partitionOf(table, 1),
        partitionOf(table, 2),
      ]);
    }
    const { rows: views } = await owner.query(
      `SELECT relname AS name, reloptions AS options, has_table_privilege('dossier_app', oid, 'SELECT') AS app,
              has_table_privilege('dossier_system', oid, 'SELECT') AS system
         FROM pg_class WHERE relname IN ('usage_entries', 'usage_group_entries') ORDER BY 1`,
    );
    expect(views).toEqual(
      ['usage_entries', 'usage_group_entries'].map((view) => ({
        name: view,
        options: ['security_invoker=true'],
        app: true,
        system: true,
      })),
    );
    // A call that was open is closed where it is.
    const { rows: open } = await owner.query<{ id: string }>(`SELECT id FROM llm_calls WHERE state = 'open' LIMIT 1`);
    const result = {
      id: open[0]!.id,
      outcome: 'answered',
      tokensIn: 1,
      tokensCached: 0,
      tokensOut: 1,
      cost: 1,
      latencyMs: 1,
    };
    await owner.query('SELECT close_llm_calls($1::jsonb)', [JSON.stringify([result])]);
    expect(
      (await owner.query('SELECT state, tableoid::regclass::text AS place FROM llm_calls WHERE id = $1', [result.id]))
        .rows,
    ).toEqual([{ state: 'closed', place: 'llm_calls_past' }]);
  });
});
