import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const cacheMigration: Migration = {
  id: '0004-cache',
  sql: `
CREATE TABLE cache_entries (
  tenant_id   uuid NOT NULL,
  key         text NOT NULL,
  value       text NOT NULL,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX cache_entries_expiry ON cache_entries (expires_at);
${tenantTable('cache_entries', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, DELETE' })}

CREATE TABLE idempotency_keys (
  tenant_id        uuid NOT NULL,
  key              text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  route            text NOT NULL,
  fingerprint      text NOT NULL,
  state            text NOT NULL CHECK (state IN ('running', 'done')),
  lease_until      timestamptz NOT NULL,
  response_status  int,
  response_body    jsonb,
  resource_id      uuid,
  created_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, route, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
${tenantTable('idempotency_keys', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, DELETE' })}
`,
};
