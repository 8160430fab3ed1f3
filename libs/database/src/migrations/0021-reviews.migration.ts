import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What people say of results, and which documents wait for it. */
export const reviewsMigration: Migration = {
  id: '0021-reviews',
  sql: `
CREATE TABLE reviews (
  tenant_id           uuid NOT NULL REFERENCES tenants (id),
  id                  uuid NOT NULL,
  document_id         uuid NOT NULL,
  schema_id           text,
  -- Runs that the review made, and those that it looked at.
  run_id              uuid,
  parent_run_id       uuid,
  type_run_id         uuid,
  parent_type_run_id  uuid,
  -- By value: name, verdict, what was held before and after, and by what.
  changes             jsonb NOT NULL,
  type                jsonb,
  done                boolean NOT NULL,
  reviewed_by         uuid,
  created_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  withdrawn_at        timestamptz,
  withdrawn_by        uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX reviews_document ON reviews (tenant_id, document_id, id);
${tenantTable('reviews', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE review_items (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  document_id  uuid NOT NULL,
  run_id       uuid NOT NULL,
  -- Whether it waits for a person, by the settings of the tenant when it was read.
  needed       boolean NOT NULL,
  confidence   double precision NOT NULL,
  -- Thousandths of expected errors: the queue begins with the most.
  urgency      int NOT NULL,
  reasons      jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX review_items_waiting ON review_items (tenant_id, urgency DESC, document_id) WHERE needed;
CREATE INDEX review_items_all ON review_items (tenant_id, urgency DESC, document_id) INCLUDE (confidence);
${tenantTable('review_items', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
