// What the lanes of bench/gateway.mjs stand on: a provider, Postgres, Redis, tenants. Each in a process of its own.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { root } from '../scripts/prepare.mjs';
import { startPostgres } from '../scripts/services/postgres.mjs';
import { startRedis } from '../scripts/services/redis.mjs';

const PROVIDER = fileURLToPath(new URL('./gateway-provider.mjs', import.meta.url));
/** Billionths of a dollar: far above what the calls here cost, so that the budget is kept and never reached. */
const HARD_LIMIT = 10n ** 15n;

/** Starts all of it. `environment` is that of a service; `postgresPid` and `redisPid` are whose processor time is told apart. */
export async function startWorld(latency) {
  const folder = join(root, '.data', `bench-gateway-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const [postgres, redis, provider] = await Promise.all([
    startPostgres({
      folder: join(folder, 'postgres'),
      ownerPassword: 'owner',
      appPassword: 'app',
      systemPassword: 'system',
    }),
    startRedis({ folder: join(folder, 'redis'), password: 'redis' }),
    startProvider(latency),
  ]);
  const { DATABASE_OWNER_URL: owner, ...urls } = postgres.urls;
  const { migrate } = await import(join(root, 'dist/libs/database/src/index.js'));
  await migrate({ owner, app: urls.DATABASE_URL, system: urls.DATABASE_SYSTEM_URL });
  const tenants = await makeTenants(owner);
  const catalogue = join(folder, 'models.json');
  const key = join(folder, 'key');
  writeFileSync(key, 'key');
  writeFileSync(catalogue, JSON.stringify(catalogueOf(provider.url, key)));
  return {
    latencyMs: latency.medianMs,
    providerUrl: provider.url,
    tenants,
    owner,
    postgresPid: Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    redisPid: redis.child.pid,
    environment: {
      ...urls,
      REDIS_URL: redis.url,
      DATA_DIR: join(folder, 'data'),
      LLM_CONFIG_FILE: catalogue,
    },
    requests: async () => {
      provider.child.send({});
      return (await once(provider.child, 'message'))[0].requests;
    },
    async close() {
      provider.child.disconnect();
      await Promise.allSettled([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startProvider(latency) {
  const child = fork(PROVIDER, [JSON.stringify({ latency, seed: 1 })], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ url }] = await once(child, 'message');
  return { child, url };
}

const catalogueOf = (url, key) => ({
  providers: [
    {
      id: 'simulated',
      baseUrl: `${url}/v1`,
      keys: [{ file: key }],
      concurrency: 1_000,
      models: [
        {
          name: 'small',
          structure: 'strict',
          contextTokens: 128_000,
          price: { input: 0.15, output: 0.6 },
          limits: { requestsPerMinute: 10_000_000, tokensPerMinute: 10_000_000_000 },
        },
      ],
    },
  ],
  routes: { default: ['simulated/small'] },
});

/** A tenant for each policy at the exit, each with a budget. */
async function makeTenants(owner) {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  const tenants = {};
  for (const modelInput of ['plain', 'pseudonymized']) {
    const id = randomUUID();
    tenants[modelInput] = id;
    await client.query('INSERT INTO tenants (id, name, slug, settings) VALUES ($1, $2, $2, $3)', [
      id,
      modelInput,
      { piiPolicy: { modelInput, types: [] } },
    ]);
    await client.query(
      `INSERT INTO budgets (tenant_id, id, scope, period, hard_cost) VALUES ($1, $2, 'tenant', 'month', $3)`,
      [id, randomUUID(), HARD_LIMIT],
    );
  }
  await client.end();
  return tenants;
}
