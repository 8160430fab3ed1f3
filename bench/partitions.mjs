#!/usr/bin/env node
// npm run bench:partitions [-- --rows 1000000 --rounds 200]: ledgers of twelve months in one table each and in partitions by month,
// side by side on one Postgres.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { root } = await import('../scripts/prepare.mjs');
const { startOwnPostgres } = await import('./lib/database.mjs');
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure, percentile } = await import('./lib/statistics.mjs');
const built = (path) => import(join(root, 'dist', path));
const { newUuid } = await built('libs/kernel/src/index.js');
const { migrate } = await built('libs/database/src/index.js');
const { migrations } = await built('libs/database/src/migrations/registry.js');
const { figuresSql } = await built('apps/api/src/analytics/data/rollups-sql.js');

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '200' } },
});
const [ROWS, ROUNDS] = [Number(values.rows), Number(values.rounds)];
const say = (line = '') => process.stdout.write(`${line}\n`);
const MONTHS = 12;
const TENANTS = Array.from({ length: 20 }, (_, n) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`);

const { folder, postgres } = await startOwnPostgres('bench-partitions');
const OPTIONS = '-c jit=off';
const connect = async (url, name) => {
  const client = new pg.Client({ connectionString: url.replace(/\/dossier$/, `/${name}`), options: OPTIONS });
  await client.connect();
  return client;
};

/** The schema as it was before the partitions. */
async function migrateToBefore(owner) {
  await owner.query(
    'CREATE TABLE schema_migrations (id text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz DEFAULT now())',
  );
  for (const { id, sql } of migrations.filter((migration) => migration.id < '0034')) {
    await owner.query(sql);
    await owner.query('INSERT INTO schema_migrations VALUES ($1, $2)', [
      id,
      createHash('sha256').update(sql).digest('hex'),
    ]);
  }
}

const AT = `date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(months => ${MONTHS - 1}) + ${MONTHS - 1} * interval '30.4 days' * n / $1::float8`;

async function fill(owner) {
  await owner.query(`INSERT INTO tenants (id, name, slug) SELECT id, 'T', id::text FROM unnest($1::uuid[]) id`, [
    TENANTS,
  ]);
  await owner.query(
    `INSERT INTO usage_ledger (tenant_id, id, created_at, document_id, purpose, document_type, engine, pages, duration_ms)
     SELECT ($2::uuid[])[1 + n % 20], gen_random_uuid(), ${AT}, gen_random_uuid(), (ARRAY['read', 'classify', 'extract'])[1 + n % 3],
            (ARRAY['invoice', 'letter', 'receipt'])[1 + n / 3 % 3], 'local', n % 5, n % 900
       FROM generate_series(1, $1::int) n`,
    [ROWS, TENANTS],
  );
  await owner.query(
    `INSERT INTO llm_calls (tenant_id, id, created_at, state, purpose, provider, model, document_type, attempt, prompt_hash, outcome,
                            tokens_in, tokens_out, cost, latency_ms, expires_at)
     SELECT ($2::uuid[])[1 + n % 20], gen_random_uuid(), ${AT}, 'closed', 'extract', 'p', 'p/m', 'invoice', 1, 'h', 'answered', 900, 90,
            400000, n % 900, now() FROM generate_series(1, $1::int) n`,
    [ROWS / 4, TENANTS],
  );
  await owner.query('UPDATE usage_rollup_state SET rolled_to = (SELECT last_value FROM ledger_changes)');
}

/** A database with all that is asked of it. `sqlOf` makes the figures' SQL fit the schema. */
async function world(name, migrateIt, sqlOf) {
  const admin = await connect(postgres.urls.DATABASE_OWNER_URL, 'postgres');
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const owner = await connect(postgres.urls.DATABASE_OWNER_URL, name);
  await migrateIt(owner);
  return { name, owner, sqlOf, app: await connect(postgres.urls.DATABASE_URL, name) };
}

const urlsOf = (name) =>
  Object.fromEntries(Object.entries(postgres.urls).map(([key, url]) => [key, url.replace(/\/dossier$/, `/${name}`)]));
const migrateAll = (name) => {
  const urls = urlsOf(name);
  return migrate({ owner: urls.DATABASE_OWNER_URL, app: urls.DATABASE_URL, system: urls.DATABASE_SYSTEM_URL });
};

const asTenant = async (app, work) => {
  await app.query('BEGIN');
  await app.query(`SELECT set_config('app.tenant_id', $1, true)`, [TENANTS[3]]);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  await app.query('COMMIT');
  return ms;
};
const named = (name, text, parameters) => ({ name, text, values: parameters });

const month = (back) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back));
};
const [FROM, TO] = [month(6), month(5)];
const DAYS = [FROM, TO].map((date) => date.toISOString().slice(0, 10));
const SUMS = `SELECT purpose, count(*), sum(pages), count(DISTINCT document_id) FROM usage_ledger WHERE created_at >= $1 AND created_at < $2 GROUP BY 1`;
const LINE = `INSERT INTO usage_ledger (tenant_id, id, purpose, engine, pages, duration_ms)
              SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[])`;
const lines = (count) => [
  TENANTS[3],
  Array.from({ length: count }, () => newUuid()),
  ...['read', 'local', 1, 9].map((value) => Array(count).fill(value)),
];

const TASKS = {
  'sums of a month out of the ledger, one tenant': ({ app }) =>
    asTenant(app, () => app.query(named('sums', SUMS, [FROM, TO]))),
  'sums of a month out of the ledger, all tenants': async ({ owner }) => {
    const started = performance.now();
    await owner.query(named('sums', SUMS, [FROM, TO]));
    return performance.now() - started;
  },
  'figures of a month by day (all rolled up)': ({ app, sqlOf }) =>
    asTenant(app, () => app.query(named('figures', sqlOf(figuresSql('day')), [...DAYS, 10_001]))),
  'one line of work written': ({ app }) => asTenant(app, () => app.query(named('line', LINE, lines(1)))),
  'a hundred lines of work written': ({ app }) => asTenant(app, () => app.query(named('line', LINE, lines(100)))),
  'a call opened': async (it) => {
    it.call = newUuid();
    const call = {
      id: it.call,
      purpose: 'extract',
      provider: 'p',
      model: 'p/m',
      attempt: 1,
      promptHash: 'h',
      cost: 9,
      tokens: 9,
      lifeSeconds: 60,
    };
    return asTenant(it.app, () =>
      it.app.query(named('open', 'SELECT * FROM open_llm_calls($1::jsonb)', [JSON.stringify([call])])),
    );
  },
  'a call closed': ({ app, call }) => {
    const result = { id: call, outcome: 'answered', tokensIn: 9, tokensCached: 0, tokensOut: 9, cost: 9, latencyMs: 9 };
    return asTenant(app, () =>
      app.query(named('close', 'SELECT * FROM close_llm_calls($1::jsonb)', [JSON.stringify([result])])),
    );
  },
};

try {
  await migrateAll('dossier');
  // Without the time, by which only the new view can be asked.
  const withoutTime = (sql) => sql.replace(/AND created_at >= .*?timestamptz AND .*?timestamptz/s, '');
  const before = await world('before', migrateToBefore, withoutTime);
  const after = await world(
    'after',
    async (owner) =>
      void (await migrateAll('after'),
      await owner.query(
        `SELECT make_month_partition(t, (date_trunc('month', now()) - make_interval(months => n))::date)
       FROM unnest(ARRAY['usage_ledger', 'llm_calls']) t, generate_series(1, ${MONTHS}) n`,
      )),
    (sql) => sql,
  );
  for (const { name, owner } of [before, after]) {
    const started = performance.now();
    await fill(owner);
    say(
      `${name}: ${ROWS.toLocaleString('en')} lines of work, ${(ROWS / 4).toLocaleString('en')} calls in ${figure((performance.now() - started) / 1000)} s`,
    );
    await owner.query('VACUUM ANALYZE usage_ledger, llm_calls');
  }
  const rows = [];
  for (const [task, run] of Object.entries(TASKS)) {
    const times = { before: [], after: [] };
    const rounds = task.startsWith('sums') ? Math.ceil(ROUNDS / 10) : ROUNDS;
    for (let round = 0; round < rounds + 5; round++)
      for (const it of round % 2 ? [before, after] : [after, before]) {
        // What is closed has to be opened, however often it is timed.
        if (task === 'a call closed') await TASKS['a call opened'](it);
        const ms = await run(it);
        if (round >= 5) times[it.name].push(ms);
      }
    const of = (name) => `${figure(percentile(times[name], 0.5))} / ${figure(percentile(times[name], 0.95))}`;
    rows.push({ task, 'before, p50 / p95 ms': of('before'), 'after, p50 / p95 ms': of('after') });
  }
  say(`\n${markdownTable(rows)}`);
  await before.app.end();
  const started = performance.now();
  await migrateAll('before');
  say(
    `\nThe migration of the ${ROWS.toLocaleString('en')} lines and ${(ROWS / 4).toLocaleString('en')} calls: ${figure((performance.now() - started) / 1000)} s.`,
  );
  const { rows: kept } = await before.owner.query(
    'SELECT (SELECT count(*) FROM usage_ledger)::int AS work, (SELECT count(*) FROM llm_calls)::int AS calls',
  );
  say(`After it there are ${kept[0].work.toLocaleString('en')} and ${kept[0].calls.toLocaleString('en')}.`);
  process.stderr.write(`\n${saveResults('partitions', { rows })}\n`);
  for (const { owner } of [before, after]) await owner.end();
  await after.app.end();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
