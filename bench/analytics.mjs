#!/usr/bin/env node
// npm run bench:analytics [-- --rows 1000000 --rounds 60]: the analytics endpoints on many rows of the ledgers, and whether they tell the truth.
import { parseArgs } from 'node:util';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { markdownTable, saveResults } = await import('./lib/report.mjs');
const { figure, percentile } = await import('./lib/statistics.mjs');
const { compare } = await import('./analytics-count.mjs');
const { DAYS, startAnalyticsWorld } = await import('./analytics-world.mjs');

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '60' } },
});
const say = (line = '') => process.stdout.write(`${line}\n`);
/** What comes between two turns of the job on a busy day: two hundred rows a second. */
const TAIL = 3_000;

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const QUARTER = { from: day(-DAYS - 1), to: day(1) };
const MONTH = { from: day(-30), to: day(1) };
const QUESTIONS = [
  ...['day', 'type', 'engine', 'model', 'user'].map((group) => ({ path: '/v1/analytics/usage', group, period: MONTH })),
  ...['day', 'user'].map((group) => ({ path: '/v1/analytics/usage', group, period: QUARTER })),
  ...['day', 'purpose', 'provider', 'model', 'user'].map((group) => ({
    path: '/v1/analytics/costs',
    group,
    period: MONTH,
  })),
  { path: '/v1/analytics/costs', group: 'user', period: QUARTER },
  ...['tenant', 'day', 'user'].map((group) => ({ path: '/v1/admin/analytics/usage', group, period: QUARTER })),
  { path: '/v1/admin/analytics/tenants', group: 'tenant', period: QUARTER },
  { path: '/v1/admin/analytics/providers', group: 'provider', period: QUARTER },
  { path: '/v1/admin/analytics/queues' },
];

const timed = async (work) => {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
};

async function ask(world, { path, group, period }) {
  const grouping = group && !path.endsWith('/tenants') ? `&groupBy=${group}` : '';
  const url = period ? `${path}?from=${period.from}&to=${period.to}${grouping}` : path;
  const times = [];
  let rows;
  for (let round = 0; round < Number(values.rounds) + 5; round++) {
    const { ms, result } = await timed(() => world.get(url));
    rows = result.rows;
    // The first ones find plans and buffers cold.
    if (round >= 5) times.push(ms);
  }
  const row = {
    endpoint: path,
    by: group ?? '',
    days: period === MONTH ? 31 : period ? DAYS + 2 : '',
    rows: rows.length,
  };
  const shown = { ...row, 'p50 ms': figure(percentile(times, 0.5)), 'p95 ms': figure(percentile(times, 0.95)) };
  if (!period) return { shown, times, compared: 0, differ: [] };
  const tenantId = path.includes('/admin/') ? null : world.tenantId;
  const hasWork = /usage|tenants/.test(path);
  const truth = await compare(world.owner, { group, ...period, tenantId, rows, hasWork });
  return {
    shown: { ...shown, 'plain SQL ms': figure(truth.ms) },
    times,
    compared: truth.compared,
    differ: truth.differ,
  };
}

async function rolledUp(world) {
  const before = await timed(() => world.insert(Number(values.rows), DAYS));
  await world.owner.query('ANALYZE');
  await world.roll();
  const first = await timed(() => world.roll());
  const turns = [];
  for (let turn = 0; turn < 5; turn++) {
    await world.insert(TAIL, 0.01);
    await world.roll();
    turns.push((await timed(() => world.roll())).ms);
  }
  await world.owner.query('VACUUM ANALYZE');
  const sizes = await world.owner.query(
    `SELECT (SELECT count(*) FROM usage_ledger)::int + (SELECT count(*) FROM llm_calls)::int AS ledgers,
            (SELECT count(*) FROM usage_rollups)::int AS rollups, (SELECT sum(pg_total_relation_size(relid)) FROM unnest(ARRAY['usage_ledger', 'llm_calls']) t, pg_partition_tree(t::regclass)) AS "ledgerBytes",
            pg_total_relation_size('usage_rollups') + pg_total_relation_size('usage_document_days') AS "rollupBytes"`,
  );
  return { insertMs: before.ms, firstMs: first.ms, turns, ...sizes.rows[0] };
}

const world = await startAnalyticsWorld();
try {
  const job = await rolledUp(world);
  const mb = (bytes) => `${Math.round(Number(bytes) / 1e6)} MB`;
  say(
    `\n${job.ledgers.toLocaleString('en')} rows in the ledgers (${mb(job.ledgerBytes)}), ${job.rollups.toLocaleString('en')} roll-ups (${mb(job.rollupBytes)}).`,
  );
  say(
    `All rows rolled up for the first time: ${figure(job.firstMs / 1000)} s. A turn over ${TAIL.toLocaleString('en')} new rows: ${job.turns.map((ms) => figure(ms)).join(', ')} ms.`,
  );
  // As it is between two turns: some rows are in no roll-up yet.
  await world.insert(TAIL, 0.01);
  const answers = [];
  for (const question of QUESTIONS) answers.push(await ask(world, question));
  say(`\n${markdownTable(answers.map(({ shown }) => shown))}`);
  const differ = answers.flatMap((answer) => answer.differ);
  const compared = answers.reduce((sum, answer) => sum + answer.compared, 0);
  say(
    `\n${compared.toLocaleString('en')} figures held against plain SQL, ${TAIL.toLocaleString('en')} rows not rolled up yet: ${differ.length} differ.`,
  );
  for (const line of differ.slice(0, 20)) say(`  ${line}`);
  process.stderr.write(`\n${saveResults('analytics', { job, answers, compared, differ })}\n`);
  if (differ.length > 0 || compared === 0) process.exitCode = 1;
} finally {
  await world.close();
}
process.exit();
