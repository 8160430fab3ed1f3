import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What people have said of results: the truth that confidences are held against. */
export const verdictsMigration: Migration = {
  id: '0017-verdicts',
  sql: `
CREATE TABLE verdicts (
  tenant_id       uuid NOT NULL REFERENCES tenants (id),
  id              uuid NOT NULL,
  document_id     uuid NOT NULL,
  run_id          uuid NOT NULL,
  review_id       uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('field', 'type', 'document')),
  schema_id       text,
  document_type   text,
  field           text CHECK ((kind = 'field') = (field IS NOT NULL)),
  engine          text NOT NULL,
  -- As the engine had it, and as it was told; null where no value was given.
  raw_confidence  double precision CHECK (raw_confidence BETWEEN 0 AND 1),
  confidence      double precision CHECK (confidence BETWEEN 0 AND 1),
  verdict         text NOT NULL CHECK (verdict IN ('accepted', 'corrected', 'rejected')),
  was_right       boolean NOT NULL,
  reviewed_by     uuid,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Set where the review was taken back: such a verdict says nothing any more.
  withdrawn_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX verdicts_document ON verdicts (tenant_id, document_id);
CREATE INDEX verdicts_review ON verdicts (tenant_id, review_id);
CREATE INDEX verdicts_newest ON verdicts (tenant_id, kind, created_at) WHERE withdrawn_at IS NULL;
${tenantTable('verdicts', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
