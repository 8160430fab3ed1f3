import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const databaseConfig = defineConfig('database', {
  url: setting(
    'DATABASE_URL',
    value.text(),
    'Postgres URL of the application role, which owns nothing and cannot bypass row security',
    { secret: true },
  ),
  systemUrl: setting(
    'DATABASE_SYSTEM_URL',
    value.text(),
    'Postgres URL of the system role, for queue machinery, sign-in and platform administration',
    { secret: true },
  ),
  poolSize: setting(
    'DATABASE_POOL_SIZE',
    value.integer(12, 2, 200),
    'Connections of the application role in one process',
  ),
  systemPoolSize: setting(
    'DATABASE_SYSTEM_POOL_SIZE',
    value.integer(6, 2, 100),
    'Connections of the system role in one process',
  ),
  statementTimeoutMs: setting(
    'DATABASE_STATEMENT_TIMEOUT_MS',
    value.integer(30_000, 100),
    'Longest time of one statement, milliseconds',
  ),
  connectTimeoutMs: setting(
    'DATABASE_CONNECT_TIMEOUT_MS',
    value.integer(5_000, 100),
    'Longest wait for a connection, milliseconds',
  ),
});
export type DatabaseConfig = ConfigOf<typeof databaseConfig>;

/** Only the `migrate` role has these: the service itself must not hold the owner's password. */
export const migrationConfig = defineConfig('migration', {
  ownerUrl: setting(
    'DATABASE_OWNER_URL',
    value.optionalText(),
    'Postgres URL of the role that owns the tables; for migrations only',
    { secret: true },
  ),
});
