import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What tenants say of their mail: rules and promises by version, corrections, and what is learned from them. */
export const dispatchMigration: Migration = {
  id: '0029-dispatch',
  sql: `
CREATE TABLE triage_policies (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  version     int NOT NULL,
  definition  jsonb NOT NULL,
  created_by  uuid,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, version)
);
${tenantTable('triage_policies', { app: 'SELECT, INSERT' })}

CREATE TABLE triage_corrections (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  before        jsonb NOT NULL,
  after         jsonb NOT NULL,
  -- What the mail had when it was corrected, words as hashes; null where it teaches nothing, or not any more.
  lesson        jsonb,
  corrected_by  uuid,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX triage_corrections_document ON triage_corrections (tenant_id, document_id, id);
CREATE INDEX triage_corrections_lessons ON triage_corrections (tenant_id, id DESC) WHERE lesson IS NOT NULL;
${tenantTable('triage_corrections', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE triage_lessons (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  version      int NOT NULL,
  weights      jsonb NOT NULL,
  corrections  int NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, version)
);
${tenantTable('triage_lessons', { app: 'SELECT, INSERT' })}
`,
};
