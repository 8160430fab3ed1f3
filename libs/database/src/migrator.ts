import { createHash } from 'node:crypto';
import { AppError } from '@app/kernel';
import pg from 'pg';
import { migrations } from './migrations/registry.js';

/** Any number, the same in every version: two migrations at once wait for each other. */
const LOCK = 7_043_112_009;

const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/** Name and password of a role, out of the URL that the service will use for it. */
const credentials = (url: string): { name: string; password: string } => {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/** The roles are fixed names, because policies and grants name them; only their passwords differ. */
async function ensureRole(client: pg.Client, role: string, url: string): Promise<void> {
  const { name, password } = credentials(url);
  if (name !== role)
    throw new AppError('invalid_configuration', 'invalid', {
      detail: `The user of this database URL has to be ${role}, not ${name}.`,
    });
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const secret = client.escapeLiteral(password);
  // An owner that is no superuser may change a password, but not mention what only superusers may grant.
  await client.query(
    rowCount
      ? `ALTER ROLE ${role} LOGIN PASSWORD ${secret}`
      : `CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${secret}`,
  );
}

export interface MigrationUrls {
  readonly owner: string;
  readonly app: string;
  readonly system: string;
}

/**
 * Brings the database up to date under an advisory lock, each migration in a transaction of its own. Answers the ids
 * that were applied. A migration whose text changed after it was applied is an error.
 */
export async function migrate(urls: MigrationUrls): Promise<string[]> {
  const client = new pg.Client({ connectionString: urls.owner, application_name: 'dossier-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await ensureRole(client, 'dossier_app', urls.app);
    await ensureRole(client, 'dossier_system', urls.system);
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations
      (id text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    await client.query('GRANT SELECT ON schema_migrations TO dossier_app, dossier_system');
    return await applyPending(client);
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string; checksum: string }>('SELECT id, checksum FROM schema_migrations');
  const done = new Map(rows.map((row) => [row.id, row.checksum]));
  const applied: string[] = [];
  for (const { id, sql } of migrations) {
    const known = done.get(id);
    if (known === checksum(sql)) continue;
    if (known !== undefined)
      throw new AppError('migration_changed', 'bug', {
        detail: `Migration ${id} was changed after it had been applied.`,
      });
    await client.query('BEGIN');
    try {
      await client.query(sql);
      await client.query('INSERT INTO schema_migrations (id, checksum) VALUES ($1, $2)', [id, checksum(sql)]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    applied.push(id);
  }
  return applied;
}
