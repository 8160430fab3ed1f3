import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly applicationName: string;
}

/**
 * A connected DataSource. A checked-out client without an `error` listener would end the process when Postgres dies,
 * so every client gets one; the query that was running fails and says so.
 */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: settings.connectTimeoutMs,
    extra: {
      statement_timeout: settings.statementTimeoutMs,
      idle_in_transaction_session_timeout: settings.statementTimeoutMs * 2,
      keepAlive: true,
      // Statements here are short; compiling one costs more than it can save.
      options: '-c jit=off',
    },
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined,
  });
  await source.initialize();
  const pool = (source.driver as unknown as { master: Pool }).master;
  pool.on('connect', (client: PoolClient) => client.on('error', () => undefined));
  return source;
}
