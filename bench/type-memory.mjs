#!/usr/bin/env node
// node bench/type-memory.mjs [--sizes 1000,10000,100000]: the look-up of remembered document types by how many one tenant has
// confirmed, on a Postgres of its own, through the repository and its row-level security; and the plan at the largest size.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/prepare.mjs';
import { underProjectNode } from './lib/project-node.mjs';

underProjectNode(import.meta.url);
const { Module } = await import('@nestjs/common');
const { NestFactory } = await import('@nestjs/core');
const { default: pg } = await import('pg');
const { startOwnPostgres } = await import('./lib/database.mjs');
const built = (path) => import(join(root, 'dist', path));
const { ConfigModule } = await built('libs/config/src/index.js');
const { databaseConfig, DatabaseModule, migrate, TenantDatabase } = await built('libs/database/src/index.js');
const { newUuid } = await built('libs/kernel/src/index.js');
const { runAsTenant, systemContext } = await built('libs/tenancy/src/index.js');
const { TypeMemoriesRepository } = await built('apps/api/src/classification/data/type-memories.repository.js');

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' } } });
const KEYS = 24;
const LOOKUPS = 400;
const say = (line = '') => process.stdout.write(`${line}\n`);
const { folder, postgres } = await startOwnPostgres('bench-type-memory');
const { DATABASE_OWNER_URL, ...urls } = postgres.urls;
await migrate({ owner: DATABASE_OWNER_URL, app: urls.DATABASE_URL, system: urls.DATABASE_SYSTEM_URL });
const owner = new pg.Client({ connectionString: DATABASE_OWNER_URL });
await owner.connect();
class World {}
Module({ imports: [ConfigModule.forRoot([databaseConfig], urls), DatabaseModule] })(World);
const app = await NestFactory.createApplicationContext(World, { logger: false });
const repository = new TypeMemoriesRepository(app.get(TenantDatabase));
const [tenantId, other] = [newUuid(), newUuid()];
for (const id of [tenantId, other])
  await owner.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [id, `t-${id}`]);

/** Memories of forms that are used by ten documents each, and one form of which half of all are; keys are numbered by form. */
async function fill(tenant, from, to) {
  await owner.query(
    `INSERT INTO type_memories (tenant_id, id, type, source, local_type, words, template, heads, version)
     SELECT $1, lpad(to_hex(n), 32, '0')::uuid, 'type_' || n % 20, 'example', 'generic', array_fill(n, ARRAY[48]), array_fill(n, ARRAY[80]), '{}', 1
       FROM generate_series($2::int, $3::int) n`,
    [tenant, from + 1, to],
  );
  await owner.query(
    `INSERT INTO type_memory_keys (tenant_id, key, memory_id)
     SELECT $1, (CASE WHEN n % 2 = 0 THEN 0 ELSE n / 10 * 10 END) * ${KEYS} + k, lpad(to_hex(n), 32, '0')::uuid
       FROM generate_series($2::int, $3::int) n, generate_series(0, ${KEYS - 1}) k`,
    [tenant, from + 1, to],
  );
}

const keysOf = (form) => Array.from({ length: KEYS }, (_, k) => form * 10 * KEYS + k);
const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)].toFixed(2);

async function measure(size) {
  const times = [];
  for (let n = 0; n < LOOKUPS; n++) {
    // One of four asks for the form of half of all memories.
    const form = n % 4 === 0 ? 0 : 1 + ((n * 7919) % Math.floor(size / 10 - 1));
    const started = performance.now();
    await runAsTenant(systemContext(tenantId), () => repository.alike(keysOf(form)));
    if (n >= LOOKUPS / 4) times.push(performance.now() - started);
  }
  return `${String(size).padStart(9)}   ${quantile(times, 0.5).padStart(7)}   ${quantile(times, 0.95).padStart(7)}`;
}

try {
  let filled = 0;
  say(' memories    p50 ms    p95 ms');
  for (const size of values.sizes.split(',').map(Number)) {
    await fill(tenantId, filled, size);
    await fill(other, filled, size);
    filled = size;
    await owner.query('ANALYZE type_memories; ANALYZE type_memory_keys');
    say(await measure(size));
  }
  const appRole = new pg.Client({ connectionString: urls.DATABASE_URL });
  await appRole.connect();
  await appRole.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenantId]);
  const { rows } = await appRole.query(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF)
     SELECT found.memory_id FROM unnest($2::int[]) AS wanted (key)
      CROSS JOIN LATERAL (SELECT k.memory_id FROM type_memory_keys k
                           WHERE k.tenant_id = $1 AND k.key = wanted.key ORDER BY k.memory_id DESC LIMIT 12) AS found`,
    [tenantId, keysOf(0)],
  );
  await appRole.end();
  say(rows.map((row) => row['QUERY PLAN']).join('\n'));
} finally {
  await app.close();
  await owner.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
