import { newUuid } from '@app/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnalyticsHarness, analyticsHarness } from './analytics-harness.js';
import { rollUp, step, World } from './ledger-world.js';
import { type WorkLine, writeWork } from './ledger-writer.js';
import { ALL_GROUPS, differencesOf, plainCount } from './plain-count.js';

const DAY_MS = 86_400_000;
/** The long form of this test is `ANALYTICS_HISTORIES=200`. */
const HISTORIES = Number(process.env['ANALYTICS_HISTORIES'] ?? 6);
const midnight = Math.floor(Date.now() / DAY_MS) * DAY_MS;
/** From nine days ago to tomorrow; and a part of it. */
const PERIODS = [
  [new Date(midnight - 9 * DAY_MS), new Date(midnight + DAY_MS)],
  [new Date(midnight - 2 * DAY_MS), new Date(midnight)],
] as const;

let test: AnalyticsHarness;
beforeAll(async () => {
  test = await analyticsHarness();
});
afterAll(() => test?.close());

/** What is wrong with the figures of these tenants, and of all together. */
async function wrongOf(tenants: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const [from, to] of PERIODS)
    for (const group of ALL_GROUPS)
      for (const tenant of [...tenants, null]) {
        const counted = await plainCount(test.owner, group, [from, to], tenant);
        const told =
          tenant === null
            ? await test.figures.ofAll({ from, to }, group)
            : await test.as(tenant, () => test.figures.ofTenant({ from, to }, group));
        wrong.push(...differencesOf(told, counted).map((text) => `${tenant ?? 'all'} by ${group}: ${text}`));
      }
  return wrong;
}

/** How many changes of the ledgers are not in the roll-ups. */
const missing = async (): Promise<number> => {
  const { rows } = await test.owner.query<{ n: number }>(
    `SELECT (SELECT count(*) FROM usage_entries, usage_rollup_state WHERE change > rolled_to)::int AS n`,
  );
  return rows[0]!.n;
};

/**
 * Rolls up until nothing is missing. Transactions of other suites in the same cluster hold the job back for a while: it waits for
 * all that began before a change was committed.
 */
const catchUp = (): Promise<void> =>
  expect
    .poll(
      async () => {
        await Promise.all([rollUp(test, 0), rollUp(test, 1)]);
        return missing();
      },
      { timeout: 20_000 },
    )
    .toBe(0);

describe('figures of analytics', () => {
  it('equal a plain count of the ledgers, whatever commits, closes and expires when', async () => {
    const spare = await Promise.all(Array.from({ length: 3 }, () => test.connect()));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const world = new World(test, [await test.newTenant(), await test.newTenant()], spare);
        const wrong: string[] = [];
        try {
          for (const next of steps)
            if (next.kind === 'look') wrong.push(...(await wrongOf(world.tenants)));
            else await world.do(next);
          expect([...wrong, ...(await wrongOf(world.tenants))]).toEqual([]);
        } finally {
          await world.settle();
        }
        expect(await wrongOf(world.tenants)).toEqual([]);
        await catchUp();
        expect(await wrongOf(world.tenants)).toEqual([]);
      }),
      // Smaller examples are looked for by hand: each one takes seconds.
      { numRuns: HISTORIES, endOnFailure: true },
    );
  }, 120_000);

  const aLine = (tenant: string): WorkLine => ({
    tenant,
    daysAgo: 0,
    document: newUuid(),
    user: null,
    purpose: 'read',
    type: null,
    engine: 'local',
    model: null,
    pages: 2,
    ms: 10,
    fill: null,
    reused: false,
  });

  it('wait for a transaction that took its number early and commits late', async () => {
    const tenant = await test.newTenant();
    const late = await test.connect();
    await late.query('BEGIN');
    await writeWork(late, aLine(tenant));
    await writeWork(test.owner, aLine(tenant));
    for (let n = 0; n < 3; n++) await rollUp(test, 0);
    expect(await missing()).toBe(1);
    await late.query('COMMIT');
    expect(await wrongOf([tenant])).toEqual([]);
    await catchUp();
    expect(await wrongOf([tenant])).toEqual([]);
  });

  it('are rolled up after a restore into a cluster whose transactions have lower numbers', async () => {
    const tenant = await test.newTenant();
    await writeWork(test.owner, aLine(tenant));
    await rollUp(test, 0);
    await test.owner.query(`UPDATE usage_rollup_state SET next_xid = '9000000000000000'`);
    await writeWork(test.owner, aLine(tenant));
    await catchUp();
    expect(await wrongOf([tenant])).toEqual([]);
  });

  it('count each change once where two instances roll up a thousand lines in small steps at once', async () => {
    const tenants = [await test.newTenant(), await test.newTenant()];
    await rollUp(test, 0);
    await test.owner.query(
      `INSERT INTO usage_ledger (tenant_id, id, document_id, purpose, document_type, engine, pages, duration_ms)
       SELECT t, gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((n % 300)::text, 12, '0'))::uuid,
              (ARRAY['read', 'classify', 'triage'])[1 + n % 3], 'invoice', 'local', 1, n
         FROM unnest($1::uuid[]) t, generate_series(1, 500) n`,
      [tenants],
    );
    for (let n = 0; n < 3; n++)
      await Promise.all([rollUp(test, 0, 20), rollUp(test, 1, 20), rollUp(test, 0, 20), rollUp(test, 1, 20)]);
    await catchUp();
    expect(await wrongOf(tenants)).toEqual([]);
  });

  it('forget after a week which documents were counted, and keep the counts', async () => {
    const tenant = await test.newTenant();
    await writeWork(test.owner, { ...aLine(tenant), daysAgo: 8 });
    await catchUp();
    const { rowCount } = await test.owner.query('SELECT 1 FROM usage_document_days WHERE tenant_id = $1', [tenant]);
    expect(rowCount).toBe(0);
    expect(await wrongOf([tenant])).toEqual([]);
  });

  it('count a document once though the job did not run for longer than that in the middle of its day', async () => {
    const tenant = await test.newTenant();
    const line = { ...aLine(tenant), daysAgo: 9 };
    await catchUp();
    await writeWork(test.owner, line);
    await rollUp(test, 0);
    await test.owner.query(`UPDATE usage_rollup_state SET noted_at = now() - interval '9 days'`);
    await writeWork(test.owner, { ...line, purpose: 'classify' });
    await catchUp();
    expect(await wrongOf([tenant])).toEqual([]);
  });

  it('know the type that the document of a call had when it was made', async () => {
    const tenant = await test.newTenant();
    const document = newUuid();
    const sha256 = 'a'.repeat(64);
    await test.owner.query('INSERT INTO stored_files (tenant_id, sha256, size_bytes) VALUES ($1, $2, 1)', [
      tenant,
      sha256,
    ]);
    await test.owner.query(
      `INSERT INTO documents (tenant_id, id, filename, media_type, size_bytes, sha256, pipeline, options_hash, type)
       VALUES ($1, $2, 'a', 'text/plain', 1, $3, 'full', '', 'invoice')`,
      [tenant, document, sha256],
    );
    const { rows } = await test.owner.query<{ document_type: string }>(
      `INSERT INTO llm_calls (tenant_id, id, document_id, state, purpose, provider, model, attempt, prompt_hash, expires_at)
       VALUES ($1, $2, $3, 'open', 'extract', 'p', 'p/m', 1, 'h', 'tomorrow') RETURNING document_type`,
      [tenant, newUuid(), document],
    );
    expect(rows[0]?.document_type).toBe('invoice');
  });
});
