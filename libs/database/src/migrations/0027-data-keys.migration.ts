import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** Data keys of tenants, wrapped by a master key that is not in this database. A version seals from `active_from` on. */
export const dataKeysMigration: Migration = {
  id: '0027-data-keys',
  sql: `
CREATE TABLE tenant_data_keys (
  tenant_id      uuid NOT NULL REFERENCES tenants (id),
  version        int NOT NULL CHECK (version > 0),
  master_key_id  text NOT NULL,
  wrapped        bytea NOT NULL,
  active_from    timestamptz NOT NULL DEFAULT now(),
  created_at     timestamptz NOT NULL DEFAULT now(),
  rewrapped_at   timestamptz,
  PRIMARY KEY (tenant_id, version)
);
${tenantTable('tenant_data_keys', { app: 'SELECT', system: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
