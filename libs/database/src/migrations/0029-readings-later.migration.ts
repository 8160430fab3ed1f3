import type { Migration } from './migration.js';

/**
 * A document may name its reading before that is written, as long as both are there at the end: so what reading has found of a
 * document is written at once, and not its place first and its reading later.
 */
export const readingsLaterMigration: Migration = {
  id: '0029-readings-later',
  sql: `ALTER TABLE documents ALTER CONSTRAINT documents_tenant_id_reading_id_fkey DEFERRABLE INITIALLY DEFERRED;`,
};
