import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const analyticsMigration: Migration = {
  id: '0006-analytics',
  sql: `
CREATE TABLE usage_ledger (
  tenant_id      uuid NOT NULL REFERENCES tenants (id),
  id             uuid NOT NULL,
  document_id    uuid,
  user_id        uuid,
  purpose        text NOT NULL,
  document_type  text,
  engine         text NOT NULL,
  provider       text,
  model          text,
  pages          int NOT NULL DEFAULT 0,
  tokens_in      int NOT NULL DEFAULT 0,
  tokens_out     int NOT NULL DEFAULT 0,
  cost           numeric(18, 9) NOT NULL DEFAULT 0,
  currency       text NOT NULL DEFAULT 'USD',
  cache_hit      boolean NOT NULL DEFAULT false,
  outcome        text NOT NULL DEFAULT 'succeeded',
  duration_ms    int NOT NULL DEFAULT 0,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX usage_ledger_time ON usage_ledger (tenant_id, created_at);
CREATE INDEX usage_ledger_all_time ON usage_ledger (created_at);
${tenantTable('usage_ledger', { app: 'SELECT, INSERT', system: 'SELECT' })}
`,
};
