// A database of a bench's own, in a folder under .data.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/prepare.mjs';
import { startPostgres } from '../../scripts/services/postgres.mjs';

/** Starts an empty Postgres. The folder is the caller's to remove, after `postgres.stop()`. */
export async function startOwnPostgres(name) {
  const folder = join(root, '.data', `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    ownerPassword: 'owner',
    appPassword: 'app',
    systemPassword: 'system',
  });
  return { folder, postgres };
}
