import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What stands behind a tenant's pseudonyms. The token is made of the value by a key of the tenant, the value is sealed. */
export const pseudonymsMigration: Migration = {
  id: '0031-pseudonyms',
  sql: `
CREATE TABLE pseudonyms (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  token       text NOT NULL,
  value       text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  -- When the value was last replaced by its token: from then on the tenant's retention runs.
  used_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token)
);
CREATE INDEX pseudonyms_used ON pseudonyms (tenant_id, used_at);
${tenantTable('pseudonyms', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
