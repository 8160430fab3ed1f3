import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const tenantsMigration: Migration = {
  id: '0001-tenants',
  sql: `
CREATE TABLE tenants (
  id          uuid PRIMARY KEY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  region      text NOT NULL DEFAULT 'default',
  plan        text NOT NULL DEFAULT 'standard',
  status      text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'deleted')),
  settings    jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now()
);
${tenantTable('tenants', { app: 'SELECT, UPDATE', system: 'SELECT, INSERT, UPDATE', column: 'id' })}
`,
};
