import type { Migration } from './migration.js';

/** A repeated POST is answered with where the thing is that the first one made, not with its body alone. */
export const replayedHeadersMigration: Migration = {
  id: '0018-replayed-headers',
  sql: `ALTER TABLE idempotency_keys ADD COLUMN response_headers jsonb NOT NULL DEFAULT '{}';`,
};
