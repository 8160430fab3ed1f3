import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * The life of personal data: what was erased and why, what was handed out, what must be kept, and what must stay erased. Who is
 * asked about stands in `subject` encrypted and only while it is worked on; what stays is a keyed hash.
 */
export const lifecycleMigration: Migration = {
  id: '0030-lifecycle',
  sql: `
CREATE TABLE erasures (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  cause         text NOT NULL CHECK (cause IN ('request', 'retention', 'document', 'tenant', 'restored-backup')),
  state         text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
  preview       boolean NOT NULL DEFAULT false,
  subject       text,
  subject_hash  text,
  requested_by  uuid,
  receipt       jsonb NOT NULL DEFAULT '{}',
  -- What of it is outside of the database and has to follow the commit: hashes.
  pending       jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (subject IS NULL OR state <> 'succeeded')
);
CREATE INDEX erasures_changed ON erasures (changed_at);
CREATE INDEX erasures_under_way ON erasures (changed_at) WHERE state = 'running';
CREATE INDEX erasures_cause ON erasures (tenant_id, cause, id);
${tenantTable('erasures', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })}

CREATE TABLE subject_exports (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'expired')),
  subject       text,
  subject_hash  text NOT NULL,
  requested_by  uuid,
  receipt       jsonb NOT NULL DEFAULT '{}',
  sha256        text,
  size_bytes    bigint,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at  timestamptz,
  expires_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (subject IS NULL OR state <> 'succeeded')
);
CREATE INDEX subject_exports_expiry ON subject_exports (expires_at) WHERE state = 'succeeded';
${tenantTable('subject_exports', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })}

CREATE TABLE legal_holds (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  id            uuid NOT NULL,
  reason        text NOT NULL,
  document_id   uuid,
  subject       text,
  subject_hash  text,
  type          text,
  metadata      jsonb,
  created_by    uuid,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  released_by   uuid,
  released_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  CHECK (num_nonnulls(document_id, subject_hash, type, metadata) = 1),
  CHECK (subject IS NULL OR released_at IS NULL)
);
CREATE INDEX legal_holds_standing ON legal_holds (tenant_id) WHERE released_at IS NULL;
${tenantTable('legal_holds', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })}

-- What was erased, so that a restored backup stays erased. The same stands in a file outside of the database.
CREATE TABLE tombstones (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  table_name  text NOT NULL,
  -- The id of the row, or a keyed hash where its key is made of what it holds.
  key         text NOT NULL,
  erased_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Null until it stands in the file.
  logged_at   timestamptz,
  PRIMARY KEY (tenant_id, table_name, key)
);
CREATE INDEX tombstones_unlogged ON tombstones (tenant_id) WHERE logged_at IS NULL;
${tenantTable('tombstones', { app: 'SELECT, INSERT, UPDATE', system: 'SELECT' })}

-- What is due is found by age: files inside files go with the file that they are in.
CREATE INDEX documents_age ON documents (tenant_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX queries_age ON queries (tenant_id, created_at);
`,
};
