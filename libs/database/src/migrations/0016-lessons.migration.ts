import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What tenants teach: the right values of documents, and what of the documents shows them. */
export const lessonsMigration: Migration = {
  id: '0016-lessons',
  sql: `
CREATE TABLE lessons (
  tenant_id         uuid NOT NULL REFERENCES tenants (id),
  -- Of a built-in schema or of the tenant's own, as the API has it.
  schema_id         text NOT NULL,
  field             text NOT NULL,
  document_id       uuid NOT NULL,
  source            text NOT NULL,
  value             text NOT NULL,
  -- Hashed features of the document's stretches, the right ones marked; null where the value does not stand in its text.
  features          bytea,
  features_version  int NOT NULL,
  -- Whether the local engine had found the value by itself.
  local_right       boolean NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by        uuid,
  PRIMARY KEY (tenant_id, schema_id, field, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX lessons_document ON lessons (tenant_id, document_id);
${tenantTable('lessons', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
