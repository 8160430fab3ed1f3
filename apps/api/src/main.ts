import 'reflect-metadata';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadConfig, runtimeConfig } from '@app/config';
import { databaseConfig, migrate, migrationConfig } from '@app/database';
import { AppError, isAppError } from '@app/kernel';
import { Log, startTracing } from '@app/observability';
import { announceReady } from './announce.js';
import { appConfig } from './app.config.js';
import { endAtCrash } from './crash.js';
import { requireProductionSecrets } from './production-check.js';

async function runMigrations(): Promise<void> {
  requireProductionSecrets([appConfig, runtimeConfig, databaseConfig, migrationConfig]);
  const { ownerUrl } = loadConfig(migrationConfig);
  const { url, systemUrl } = loadConfig(databaseConfig);
  if (ownerUrl === undefined)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: 'DATABASE_OWNER_URL has to be set for migrations.',
    });
  const applied = await migrate({ owner: ownerUrl, app: url, system: systemUrl });
  if (applied.length > 0)
    process.stdout.write(`Applied ${applied.length} migrations, the last is ${applied.at(-1)}.\n`);
}

/** Beside the built code, which is as trusted and as old. Where nothing can be written there, code is compiled at each start. */
const COMPILED_CODE = fileURLToPath(new URL('../../../.compiled', import.meta.url));

async function main(): Promise<void> {
  // Compiling what has not changed is a quarter of the work of a start.
  enableCompileCache(COMPILED_CODE);
  const { role, tracing, startedAt, logLevel } = loadConfig(appConfig);
  endAtCrash(new Log({ level: logLevel, pretty: false }));
  if (role === 'migrate') return runMigrations();
  await startTracing(tracing);
  // Loaded only now, so that tracing can hook into what the service loads.
  const { startApp } = await import('./bootstrap.js');
  const { url } = await startApp(role);
  // Now, since a process that is killed would leave nothing for the next one.
  flushCompileCache();
  announceReady({ role, url, startedAt });
}

main().catch((error: unknown) => {
  const detail = isAppError(error) ? error.detail : undefined;
  const rest = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Dossier cannot start: ${detail ?? rest}\n`);
  process.exit(1);
});
