import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '@app/database';
import pg from 'pg';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
// Plain scripts that `npm start` uses too: the tests run on the very servers that the service runs on.
import { startPostgres } from '../../scripts/services/postgres.mjs';
import { startRedis } from '../../scripts/services/redis.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    services: {
      DATABASE_URL: string;
      DATABASE_SYSTEM_URL: string;
      DATABASE_OWNER_URL: string;
      REDIS_URL: string;
      DATA_DIR: string;
    };
  }
}

interface Shared {
  readonly started: ReturnType<typeof start>;
  users: number;
}

/** Vitest calls this once a project; all that run together stand on the same servers, which end with the last. */
const holder = globalThis as { testServices?: Shared | undefined };

/** A Postgres and a Redis of our own, on free ports, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (holder.testServices ??= { started: start(), users: 0 });
  shared.users++;
  const { provided, stop } = await shared.started;
  project.provide('services', provided);
  return async () => {
    if (--shared.users > 0) return;
    holder.testServices = undefined;
    await stop();
  };
}

async function start(): Promise<{ readonly provided: ProvidedContext['services']; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'));
  chmodSync(folder, 0o755);
  const compiled = compileService();
  const [postgres, redis] = await Promise.all([
    startPostgres({
      folder: join(folder, 'postgres'),
      ownerPassword: 'owner',
      appPassword: 'app',
      systemPassword: 'system',
      durable: false,
    }),
    startRedis({ folder: join(folder, 'redis'), password: 'redis', durable: false }),
  ]);
  await migrate({
    owner: postgres.urls.DATABASE_OWNER_URL,
    app: postgres.urls.DATABASE_URL,
    system: postgres.urls.DATABASE_SYSTEM_URL,
  });
  await makeTemplate(postgres.urls.DATABASE_OWNER_URL);
  await compiled;
  return {
    provided: { ...postgres.urls, REDIS_URL: redis.url, DATA_DIR: join(folder, 'data') },
    async stop() {
      await Promise.allSettled([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Says that all of the service is compiled; a new build has none. */
const COMPILED = 'dist/.compiled/service';

/** Once for the run: else each of the first processes of the service would compile all of it, and write down what it has compiled. */
async function compileService(): Promise<void> {
  if (existsSync(COMPILED) || !existsSync('dist/apps/api/src/bootstrap.js')) return;
  const program = `import { enableCompileCache, flushCompileCache } from 'node:module';
    enableCompileCache('dist/.compiled');
    await import('./dist/apps/api/src/bootstrap.js');
    flushCompileCache();
    process.exit(0);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  writeFileSync(COMPILED, '');
}

/** Copying a migrated database takes a tenth of a second; migrating a new one takes longer for each file. */
async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/dossier$/, '/postgres') });
  await client.connect();
  await client.query('CREATE DATABASE dossier_template TEMPLATE dossier');
  await client.end();
}
