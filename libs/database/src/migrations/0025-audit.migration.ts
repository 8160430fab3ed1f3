import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * Rows of `audit_entries`, `audit_links` and `audit_heads` are only ever added: neither role of the service may change them or take
 * them away. The application role writes none of them; it reads what is its tenant's. `audit_intents` (changes that have begun and
 * not ended) and `audit_unchained` (entries without a link) are work to be done, and are emptied by doing it.
 */
export const auditMigration: Migration = {
  id: '0025-audit',
  sql: `
CREATE TABLE audit_entries (
  tenant_id      uuid NOT NULL REFERENCES tenants (id),
  id             uuid NOT NULL,
  occurred_at    timestamptz(3) NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('change', 'read', 'sign-in')),
  action         text NOT NULL,
  actor          text,
  actor_role     text,
  resource_type  text,
  resource_id    text,
  outcome        text NOT NULL CHECK (outcome IN ('succeeded', 'refused', 'failed', 'unknown')),
  status         int,
  request_id     text,
  source         text,
  detail         text,
  key_id         text NOT NULL,
  mac            bytea NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entries_resource ON audit_entries (tenant_id, resource_id, id) WHERE resource_id IS NOT NULL;
CREATE INDEX audit_entries_actor ON audit_entries (tenant_id, actor, id);
${tenantTable('audit_entries', { app: 'SELECT', system: 'SELECT, INSERT' })}

CREATE TABLE audit_intents (LIKE audit_entries INCLUDING CONSTRAINTS, PRIMARY KEY (tenant_id, id));
CREATE INDEX audit_intents_time ON audit_intents (occurred_at);
${tenantTable('audit_intents', { app: 'SELECT', system: 'SELECT, INSERT, DELETE' })}

CREATE TABLE audit_unchained (
  tenant_id  uuid NOT NULL,
  entry_id   uuid NOT NULL,
  PRIMARY KEY (tenant_id, entry_id)
);
${tenantTable('audit_unchained', { app: 'SELECT', system: 'SELECT, INSERT, DELETE' })}

CREATE TABLE audit_links (
  tenant_id  uuid NOT NULL,
  seq        bigint NOT NULL,
  entry_id   uuid NOT NULL,
  prev_hash  bytea NOT NULL,
  hash       bytea NOT NULL,
  PRIMARY KEY (tenant_id, seq),
  UNIQUE (tenant_id, entry_id),
  FOREIGN KEY (tenant_id, entry_id) REFERENCES audit_entries (tenant_id, id)
);
${tenantTable('audit_links', { app: 'SELECT', system: 'SELECT, INSERT' })}

CREATE TABLE audit_heads (
  tenant_id  uuid NOT NULL,
  number     bigint NOT NULL,
  seq        bigint NOT NULL,
  hash       bytea NOT NULL,
  signed_at  timestamptz(3) NOT NULL,
  key_id     text NOT NULL,
  signature  bytea NOT NULL,
  PRIMARY KEY (tenant_id, number),
  UNIQUE (tenant_id, seq)
);
${tenantTable('audit_heads', { app: 'SELECT', system: 'SELECT, INSERT' })}
`,
};
