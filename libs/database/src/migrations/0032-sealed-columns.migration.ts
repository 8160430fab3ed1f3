import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * What classified columns need once their content is sealed. Content that never changes may be sealed again, and nothing else of its
 * row may change. What was found by looking into content is found by columns of its own.
 */
export const sealedColumnsMigration: Migration = {
  id: '0032-sealed-columns',
  sql: `
-- Words as numbers that only the tenant's key makes; null where the words are not sealed yet.
ALTER TABLE chunks ADD COLUMN term_keys bigint[];
DROP INDEX chunks_terms;
CREATE INDEX chunks_plain_terms ON chunks USING gin (tenant_id, terms) WHERE term_keys IS NULL;
CREATE INDEX chunks_term_keys ON chunks USING gin (tenant_id, term_keys) WHERE term_keys IS NOT NULL;

-- Public ids that an answer names. An answer is taken away with what it is about.
ALTER TABLE idempotency_keys ADD COLUMN named text[] NOT NULL DEFAULT '{}';

GRANT UPDATE (text, model) ON readings TO dossier_app;
GRANT UPDATE (result) ON runs TO dossier_app;
GRANT UPDATE (text, terms, term_keys) ON chunks TO dossier_app;
GRANT UPDATE (answer, quote) ON query_citations TO dossier_app;
GRANT UPDATE (scores, baseline) ON golden_outcomes TO dossier_app;

-- How far a table was gone through for values that are plain or sealed with an older key.
CREATE TABLE sealing_progress (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  table_name  text NOT NULL,
  -- The version of the data key that its values are brought to.
  version     int NOT NULL,
  -- Key of the last row that was looked at; null at the beginning.
  after       jsonb,
  resealed    bigint NOT NULL DEFAULT 0,
  failed      bigint NOT NULL DEFAULT 0,
  passes      int NOT NULL DEFAULT 0,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  done_at     timestamptz,
  PRIMARY KEY (tenant_id, table_name)
);
${tenantTable('sealing_progress', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT' })}

-- A key that was destroyed stays known: what it has sealed must not be taken for damaged.
ALTER TABLE tenant_data_keys ADD COLUMN destroyed_at timestamptz;
`,
};
