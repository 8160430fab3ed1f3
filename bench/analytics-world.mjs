// What bench/analytics.mjs measures: the service in role api on a Postgres of its own, with ledgers as they are after a quarter.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../scripts/prepare.mjs';
import { startPostgres } from '../scripts/services/postgres.mjs';
import { startRedis } from '../scripts/services/redis.mjs';

const built = (path) => import(join(root, 'dist', path));
const ADMIN = { email: 'bench@localhost', password: 'correct horse battery staple' };
const OTHERS = 19;
export const DAYS = 90;

/** Starts all of it, with ledgers that are empty. `roll` runs the job once, `insert` adds rows. */
export async function startAnalyticsWorld() {
  const folder = join(root, '.data', `bench-analytics-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const passwords = { ownerPassword: 'owner', appPassword: 'app', systemPassword: 'system' };
  const [postgres, redis] = await Promise.all([
    startPostgres({ folder: join(folder, 'postgres'), ...passwords }),
    startRedis({ folder: join(folder, 'redis'), password: 'redis' }),
  ]);
  const { DATABASE_OWNER_URL, ...urls } = postgres.urls;
  const { migrate, SystemDatabase } = await built('libs/database/src/index.js');
  await migrate({ owner: DATABASE_OWNER_URL, app: urls.DATABASE_URL, system: urls.DATABASE_SYSTEM_URL });
  Object.assign(process.env, urls, {
    REDIS_URL: redis.url,
    DATA_DIR: join(folder, 'data'),
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PORT: '0',
    PROCESS_ROLE: 'api',
    INIT_ADMIN_EMAIL: ADMIN.email,
    INIT_ADMIN_PASSWORD: ADMIN.password,
    TENANTS_REQUESTS_PER_MINUTE: '1000000',
    TENANTS_BURST: '10000',
  });
  const { startApp } = await built('apps/api/src/bootstrap.js');
  const { RollUpsRepository } = await built('apps/api/src/analytics/data/rollups.repository.js');
  const { app, url } = await startApp('api');
  const rollUps = new RollUpsRepository(app.get(SystemDatabase));
  const owner = new pg.Client({ connectionString: DATABASE_OWNER_URL });
  await owner.connect();
  const { rows } = await owner.query('SELECT id FROM tenants');
  await owner.query(
    `INSERT INTO tenants (id, name, slug) SELECT gen_random_uuid(), 'Tenant ' || n, 'tenant-' || n FROM generate_series(1, $1) n`,
    [OTHERS],
  );
  return {
    owner,
    tenantId: rows[0].id,
    get: await signedIn(url),
    insert: (count, days) => insert(owner, rows[0].id, count, days),
    /** As the service does: in shares, until no more can be rolled up at once. */
    async roll() {
      while (await rollUps.rollUp(50_000));
    },
    async close() {
      await owner.end();
      await app.close();
      await Promise.allSettled([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first administrator is one of a tenant and of the platform. */
async function signedIn(url) {
  const response = await fetch(`${url}/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const { accessToken } = await response.json();
  return async (path) => {
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${accessToken}` } });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return body;
  };
}

/** Half of all rows are of one tenant. */
const TENANT = `CASE WHEN d % 2 = 0 THEN $1::uuid ELSE o.ids[1 + d / 2 % array_length(o.ids, 1)] END`;
const COMMON = `
  SELECT d, ${TENANT} AS tenant, now() - make_interval(secs => 86400 * $4::float8 * (1 - d * 5.0 / $3)) AS at,
         ('00000000-0000-7000-8000-' || lpad(to_hex($2::bigint + d), 12, '0'))::uuid AS document,
         ('00000000-0000-7000-9000-' || lpad(to_hex(d / 2 % 50), 12, '0'))::uuid AS person,
         (ARRAY['invoice', 'receipt', 'contract', 'letter', 'bank-statement', 'email', 'form', 'report'])[1 + d / 3 % 8] AS type,
         exp(6.7 + sqrt(-2 * ln(random() + 1e-12)) * cos(2 * pi() * random()) * 0.6)::int AS ms
    FROM generate_series(1, $3::int / 5) d, (SELECT array_agg(id ORDER BY id) AS ids FROM tenants WHERE id <> $1) o`;

/** Each document has three lines of work and two calls to models: five rows, in the order of time as they come. */
async function insert(owner, tenantId, count, days) {
  const { rows } = await owner.query('SELECT (count(*) / 3)::int AS documents FROM usage_ledger');
  const parameters = [tenantId, rows[0].documents, count, days];
  await owner.query(
    `INSERT INTO usage_ledger (tenant_id, id, created_at, document_id, user_id, purpose, document_type, engine, pages, duration_ms,
                               fill_permille, cache_hit)
     SELECT tenant, gen_random_uuid(), at, document, person, purpose, CASE WHEN purpose <> 'read' THEN type END,
            CASE WHEN d % 11 = 0 THEN 'embedded-data' ELSE 'local' END, CASE WHEN purpose IN ('read', 'classify') THEN 1 + d % 9 ELSE 0 END,
            ms / 10, CASE WHEN purpose = 'extract' THEN d % 1001 END, d % 13 = 0
       FROM (${COMMON}) c,
            LATERAL unnest(ARRAY['read', 'classify', CASE WHEN type = 'email' THEN 'triage' ELSE 'extract' END]) AS purpose`,
    parameters,
  );
  await owner.query(
    `INSERT INTO llm_calls (tenant_id, id, created_at, user_id, document_type, state, purpose, provider, model, attempt, prompt_hash,
                            outcome, reserved_cost, tokens_in, tokens_cached, tokens_out, cost, saved_cost, latency_ms, expires_at)
     SELECT tenant, gen_random_uuid(), at, person, type, 'closed', purpose, provider, provider || '/m' || d % 2,
            CASE WHEN is_hit THEN 0 ELSE 1 + (d % 7 = 0)::int END, 'h',
            CASE WHEN is_hit THEN 'cache-hit' WHEN d % 17 = 0 THEN 'timeout' ELSE 'answered' END,
            900000, CASE WHEN is_hit THEN 0 ELSE 1500 END, CASE WHEN is_hit THEN 0 ELSE 300 END, CASE WHEN is_hit THEN 0 ELSE 120 END,
            CASE WHEN is_hit THEN 0 ELSE 400000 + d END, CASE WHEN is_hit THEN 400000 + d ELSE 0 END, CASE WHEN is_hit THEN 0 ELSE ms END, now()
       FROM (SELECT *, (ARRAY['openai', 'anthropic', 'local'])[1 + d / 5 % 3] AS provider, d % 4 = 0 AS is_hit FROM (${COMMON}) c) p,
            LATERAL unnest(ARRAY['classify', 'extract']) AS purpose`,
    parameters,
  );
}
