import { setImmediate } from 'node:timers/promises';
import { newUuid } from '@app/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Owned, startTenantApp, type TenantApp } from './tenant-app.js';

const POOL = 5;
const CLIENTS = 40;
const TRANSACTIONS = 15;

const PERMISSION_DENIED = '42501';
const DIVISION_BY_ZERO = '22012';
const GENERATED_ALWAYS = '428C9';
const FOREIGN_KEY = '23503';

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

describe('rows of other tenants', () => {
  let test: TenantApp;
  let tenants: Owned[];
  let own: Owned;
  let foreign: Owned;
  /** Each table of tenants, and the column that says whose a row is. */
  let tables: [table: string, column: string][];

  beforeAll(async () => {
    test = await startTenantApp(POOL);
    tenants = [];
    for (let n = 0; n < 8; n++) tenants.push(await test.newTenant());
    [own, foreign] = [tenants[0]!, tenants[1]!];
    const { rows } = await test.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
          AND NOT relispartition AND relrowsecurity ORDER BY 1`,
    );
    tables = rows.map(({ name }) => [name, name === 'tenants' ? 'id' : 'tenant_id']);
  });
  afterAll(() => test.close());

  /** How many rows each tenant has in each table. */
  const census = async (): Promise<Record<string, unknown[]>> => {
    const counts: Record<string, unknown[]> = {};
    for (const [table, column] of tables) {
      const { rows } = await test.owner.query(
        `SELECT ${column} AS tenant, count(*)::int AS n FROM ${table} GROUP BY 1 ORDER BY 1`,
      );
      counts[table] = rows;
    }
    return counts;
  };

  it('are there to be seen, in most tables', async () => {
    const filled = Object.values(await census()).filter((rows) => rows.length >= tenants.length);
    expect(filled.length).toBeGreaterThanOrEqual(17);
  });

  /** Statements that a mistake, or an injection, could make. Each answers in `tenant` whose the rows are. */
  const SHAPES: readonly ((a: [string, string], b: [string, string]) => string)[] = [
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t}`,
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t} WHERE ${c} <> $1`,
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t} WHERE ${c} = $2 OR ${c} = $1`,
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t} WHERE false OR 1 = 1 ORDER BY random() LIMIT 50`,
    ([t, c]) => `SELECT unnest(array_agg(${c})) AS tenant FROM ${t}`,
    ([t, c], [u, d]) => `SELECT ${c} AS tenant FROM ${t} UNION ALL SELECT ${d} FROM ${u}`,
    ([t, c], [u, d]) => `SELECT coalesce(a.${c}, b.${d}) AS tenant FROM ${t} a LEFT JOIN ${u} b ON a.${c} <> b.${d}`,
    ([t, c], [u, d]) =>
      `SELECT b.${d} AS tenant FROM ${t} a CROSS JOIN LATERAL (SELECT * FROM ${u} LIMIT 9) b WHERE a.${c} IS NOT NULL`,
    ([t, c], [u, d]) =>
      `WITH x AS MATERIALIZED (SELECT * FROM ${t}) SELECT ${c} AS tenant FROM x WHERE EXISTS (SELECT 1 FROM ${u} WHERE ${d} = $2)`,
    ([t, c], [u, d]) =>
      `SELECT (SELECT ${d} FROM ${u} ORDER BY ${d} DESC LIMIT 1) AS tenant FROM ${t} WHERE ${c} IS NOT NULL`,
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t} WHERE ${c} = $2 FOR UPDATE`,
    ([t, c]) => `UPDATE ${t} SET ${c} = ${c} WHERE ${c} = $2 RETURNING ${c} AS tenant`,
    ([t, c]) => `DELETE FROM ${t} WHERE ${c} <> $1 RETURNING ${c} AS tenant`,
    ([t, c]) => `INSERT INTO ${t} SELECT * FROM ${t} WHERE ${c} = $2 RETURNING ${c} AS tenant`,
    ([t, c]) => `SELECT ${c} AS tenant FROM ${t} WHERE 1 / (CASE WHEN ${c} = $2 THEN 0 ELSE 1 END) = 1`,
    () => `SELECT $1::uuid AS tenant WHERE 1 / 0 = 1`,
  ];

  it(`are not seen by ${CLIENTS} clients at once with random statements over ${POOL} connections`, async () => {
    const before = await census();
    const index = fc.nat();
    const plans = fc.sample(fc.tuple(index, index, index, index), {
      numRuns: CLIENTS * TRANSACTIONS * 3,
      seed: 20_261_121,
    });
    const [seen, foreignRows, refused]: [number[], string[], Set<unknown>] = [[], [], new Set()];

    const statement = async (tenantId: string, plan: number[], query: TenantApp['database']['query']) => {
      const [shape, a, b, other] = plan as [number, number, number, number];
      const sql = SHAPES[shape % SHAPES.length]!(tables[a % tables.length]!, tables[b % tables.length]!);
      const strangers = tenants.filter((tenant) => tenant.tenantId !== tenantId);
      const parameters = [tenantId, strangers[other % strangers.length]!.tenantId];
      const used = parameters.slice(0, sql.includes('$2') ? 2 : sql.includes('$1') ? 1 : 0);
      const named = sql.includes('$2') && !sql.includes('$1') ? sql.replaceAll('$2', '$1') : sql;
      const { rows } = await query<{ tenant: string }>(named, named === sql ? used : parameters.slice(1));
      seen.push(rows.length);
      for (const { tenant } of rows) if (tenant !== tenantId) foreignRows.push(`${sql}: ${tenant}`);
      await setImmediate();
    };

    // What Postgres refuses depends on the table: each of them is written to at least once.
    const insert = SHAPES.findIndex((shape) => shape(['t', 'c'], ['u', 'd']).startsWith('INSERT'));
    const transactions: number[][][] = [
      ...tables.map((_, table) => [[insert, table, table, 0]]),
      ...Array.from({ length: CLIENTS * TRANSACTIONS }, (_, n) => plans.slice(3 * n, 3 * n + 3)),
    ];
    const client = async (number: number) => {
      const { tenantId } = tenants[number % tenants.length]!;
      for (const mine of transactions.filter((_, n) => n % CLIENTS === number)) {
        await test
          .as(tenantId, () =>
            test.database.transaction(async (tx) => {
              for (const plan of mine) await statement(tenantId, plan, tx.query.bind(tx) as never);
            }),
          )
          .catch((error: unknown) => refused.add(codeOf(error)));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));

    expect(foreignRows).toEqual([]);
    expect(seen.filter((rows) => rows > 0).length).toBeGreaterThan(300);
    // Divisions by zero that were asked for, numbers that only Postgres gives, and what the role was never granted.
    expect(refused).toEqual(new Set([DIVISION_BY_ZERO, GENERATED_ALWAYS, PERMISSION_DENIED]));
    expect(await census()).toEqual(before);
  });

  it.each([
    ['INSERT', `INSERT INTO cache_entries (tenant_id, key, value, expires_at) VALUES ($1, 'new', 'v', now())`],
    ['INSERT … SELECT', `INSERT INTO cache_entries SELECT $1, key || '2', value, expires_at FROM cache_entries`],
    ['UPDATE of the owner', `UPDATE cache_entries SET tenant_id = $1`],
    [
      'upsert onto a row of the other',
      `INSERT INTO cache_entries (tenant_id, key, value, expires_at) VALUES ($1, 'k', 'stolen', now())
         ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value`,
    ],
    [
      'an own row that is moved by an upsert',
      `INSERT INTO cache_entries (tenant_id, key, value, expires_at)
         VALUES (current_setting('app.tenant_id')::uuid, 'k', 'v', now())
         ON CONFLICT (tenant_id, key) DO UPDATE SET tenant_id = $1`,
    ],
    ['an event for the other', `INSERT INTO outbox_events (tenant_id, event, subject_id) VALUES ($1, 'x.y', $1)`],
    [
      'a job for the other',
      `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts) VALUES ($1, $1, 'a.b', $1, 3)`,
    ],
    ['a usage of the other', `INSERT INTO usage_ledger (tenant_id, id, purpose, engine) VALUES ($1, $1, 'read', 'e')`],
  ])('are not written: %s', async (_, sql) => {
    const before = await census();
    await expect(test.as(own.tenantId, () => test.database.query(sql, [foreign.tenantId]))).rejects.toMatchObject({
      code: PERMISSION_DENIED,
      message: expect.stringContaining('row-level security'),
    });
    expect(await census()).toEqual(before);
  });

  it('cannot be tied to own rows by any foreign key', async () => {
    const { rows: keys } = await test.owner.query<{
      name: string;
      child: string;
      parent: string;
      columns: string[];
      targets: string[];
    }>(
      `SELECT c.conname AS name, c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent,
              array_agg(a.attname::text ORDER BY k.n) AS columns, array_agg(f.attname::text ORDER BY k.n) AS targets
         FROM pg_constraint c JOIN unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (child, parent, n) ON true
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.child
         JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = k.parent
        WHERE c.contype = 'f' AND c.confrelid <> 'tenants'::regclass GROUP BY 1, 2, 3 ORDER BY 1`,
    );
    const refused: string[] = [];
    for (const { name, child, parent, columns, targets } of keys) {
      const pairs = columns
        .map((column, n) => [column, targets[n]!] as const)
        .filter(([column]) => column !== 'tenant_id');
      const set = pairs.map(
        ([column, target]) => `${column} = (SELECT ${target} FROM ${parent} WHERE tenant_id = $2 LIMIT 1)`,
      );
      // As the owner, whom no policy holds back: here the key alone has to refuse.
      await test.owner
        .query(`UPDATE ${child} SET ${set.join()} WHERE tenant_id = $1`, [own.tenantId, foreign.tenantId])
        .then(
          ({ rowCount }) => expect.soft(rowCount, name).toBe(0),
          (error: unknown) => (expect.soft(codeOf(error), name).toBe(FOREIGN_KEY), refused.push(name)),
        );
    }
    expect(refused.length).toBeGreaterThanOrEqual(11);
  });

  describe('without a tenant', () => {
    it.each([
      ['a query', () => test.database.query('SELECT 1')],
      ['one row', () => test.database.one('SELECT 1')],
      ['a transaction', () => test.database.transaction(async () => 'done')],
    ])('%s is not run at all', async (_, work) => {
      await expect((async () => work())()).rejects.toMatchObject({ code: 'no_tenant_context', kind: 'bug' });
    });

    it.each(['', 'not-a-uuid', `${newUuid()}'; SELECT 1; --`])('%o is no tenant', async (tenantId) => {
      await expect((async () => test.as(tenantId, () => test.database.query('SELECT 1')))()).rejects.toMatchObject({
        code: 'invalid_tenant',
      });
    });

    it('a connection that goes round the tenant transaction sees nothing and writes nothing', async () => {
      const { source } = test.database;
      for (const [table] of tables) {
        const [row] = (await source.query(`SELECT count(*)::int AS n FROM ${table}`)) as { n: number }[];
        expect(row, table).toEqual({ n: 0 });
      }
      await expect(
        source.query(`INSERT INTO cache_entries VALUES ($1, 'k2', 'v', now())`, [own.tenantId]),
      ).rejects.toMatchObject({ code: PERMISSION_DENIED });
    });
  });

  describe('a tenant transaction', () => {
    const tenantOf = `SELECT current_setting('app.tenant_id', true) AS tenant`;

    it('leaves no tenant on its connection, however it ends', async () => {
      const ends = [async () => 'commit', () => Promise.reject(new Error('rollback'))];
      for (const end of ends) await test.as(own.tenantId, () => test.database.transaction(end)).catch(() => undefined);
      const left = await Promise.all(Array.from({ length: 4 * POOL }, () => test.database.source.query(tenantOf)));
      expect(new Set(left.flat().map((row: { tenant: string | null }) => row.tenant || null))).toEqual(new Set([null]));
    });

    it('is bound anew where somebody left a tenant on the session', async () => {
      await test.as(foreign.tenantId, () =>
        test.database.query(`SELECT set_config('app.tenant_id', $1, false)`, [foreign.tenantId]),
      );
      const seen = await Promise.all(
        Array.from({ length: 4 * POOL }, () =>
          test.as(own.tenantId, () =>
            test.database.query<{ tenant: string }>('SELECT tenant_id AS tenant FROM documents'),
          ),
        ),
      );
      expect(new Set(seen.flatMap(({ rows }) => rows.map(({ tenant }) => tenant)))).toEqual(new Set([own.tenantId]));
      for (let n = 0; n < POOL; n++) await test.database.source.query(`RESET app.tenant_id`);
    });

    it('takes no statement after its end, when its connection may be another tenant’s', async () => {
      const [first] = await test.as(own.tenantId, () => test.database.transaction(async (tx) => [tx]));
      await expect(first!.query('SELECT 1')).rejects.toMatchObject({ code: 'transaction_ended' });
      let failed: typeof first;
      await test
        .as(own.tenantId, () =>
          test.database.transaction(async (tx) => {
            failed = tx;
            throw new Error('failed');
          }),
        )
        .catch(() => undefined);
      await expect(failed!.one('SELECT 1')).rejects.toMatchObject({ code: 'transaction_ended' });
    });

    it('is not taken for done where it swallowed an error of Postgres', async () => {
      let told = false;
      const work = test.as(own.tenantId, () =>
        test.database.transaction(async (tx) => {
          tx.afterCommit(() => (told = true));
          await tx.query(`INSERT INTO cache_entries VALUES ($1, 'swallowed', 'v', now())`, [own.tenantId]);
          await tx.query('SELECT 1 / 0').catch(() => undefined);
          return 'done';
        }),
      );
      await expect(work).rejects.toMatchObject({ code: 'transaction_aborted' });
      expect(told).toBe(false);
      expect((await test.owner.query(`SELECT 1 FROM cache_entries WHERE key = 'swallowed'`)).rowCount).toBe(0);
    });

    it.each([
      ['a text', 'SELECT $1::text', 'a\u0000b'],
      ['JSON', 'SELECT $1::jsonb', '{"a":"\\u0000"}'],
    ])('takes %s with U+0000 for a mistake of who sent it', async (_, sql, value) => {
      await expect(test.as(own.tenantId, () => test.database.query(sql, [value]))).rejects.toMatchObject({
        code: 'unstorable_text',
        kind: 'invalid',
      });
    });

    it('goes on after an error that a savepoint has caught', async () => {
      const work = test.as(own.tenantId, () =>
        test.database.transaction(async (tx) => {
          await tx.query('SAVEPOINT before');
          await tx.query('SELECT 1 / 0').catch(() => tx.query('ROLLBACK TO before'));
          return 'done';
        }),
      );
      await expect(work).resolves.toBe('done');
    });

    it('tells of its commit only after it', async () => {
      const told: string[] = [];
      const run = (end: () => Promise<void>) =>
        test.as(own.tenantId, () =>
          test.database.transaction(async (tx) => {
            tx.afterCommit(() => told.push('committed'));
            expect(told).toEqual([]);
            await end();
          }),
        );
      await expect(run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(told).toEqual([]);
      await run(async () => {});
      expect(told).toEqual(['committed']);
    });
  });
});
