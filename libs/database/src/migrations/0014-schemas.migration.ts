import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** Schemas that tenants make. A version is never changed: the service may not even. */
export const schemasMigration: Migration = {
  id: '0014-schemas',
  sql: `
CREATE TABLE schemas (
  tenant_id       uuid NOT NULL REFERENCES tenants (id),
  id              uuid NOT NULL,
  key             text NOT NULL,
  -- Of the latest version, as all but the key.
  document_type   text,
  latest_version  int NOT NULL DEFAULT 1,
  published_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  archived_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key)
);
CREATE INDEX schemas_type ON schemas (tenant_id, document_type) WHERE document_type IS NOT NULL;
${tenantTable('schemas', { app: 'SELECT, INSERT, UPDATE' })}

CREATE TABLE schema_versions (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  schema_id   uuid NOT NULL,
  version     int NOT NULL,
  definition  jsonb NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by  uuid,
  PRIMARY KEY (tenant_id, schema_id, version),
  FOREIGN KEY (tenant_id, schema_id) REFERENCES schemas (tenant_id, id)
);
${tenantTable('schema_versions', { app: 'SELECT, INSERT' })}
`,
};
