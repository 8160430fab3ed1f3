import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface Services {
  readonly DATABASE_URL: string;
  readonly DATABASE_SYSTEM_URL: string;
  readonly DATABASE_OWNER_URL: string;
  readonly REDIS_URL: string;
  readonly DATA_DIR: string;
}

/** Several files run at once on few processors, and each thread loads all that it computes with: a second of work. */
const ONE_THREAD = { THREADS_MAX: '1' };

/** A migrated database of its own, and a data folder and queue prefix to go with it: nothing is shared with other files. */
export async function ownServices(): Promise<Services & typeof ONE_THREAD & { readonly QUEUE_PREFIX: string }> {
  const services = inject('services');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: services.DATABASE_OWNER_URL });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE dossier_template`);
  } finally {
    await client.end();
  }
  const moved = (url: string): string => url.replace(/\/dossier$/, `/${name}`);
  return {
    DATABASE_URL: moved(services.DATABASE_URL),
    DATABASE_SYSTEM_URL: moved(services.DATABASE_SYSTEM_URL),
    DATABASE_OWNER_URL: moved(services.DATABASE_OWNER_URL),
    REDIS_URL: services.REDIS_URL,
    DATA_DIR: `${services.DATA_DIR}/${name}`,
    QUEUE_PREFIX: name,
    ...ONE_THREAD,
  };
}
