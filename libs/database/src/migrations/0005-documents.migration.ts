import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const documentsMigration: Migration = {
  id: '0005-documents',
  sql: `
CREATE TABLE stored_files (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes  bigint NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, sha256)
);
${tenantTable('stored_files', { app: 'SELECT, INSERT, DELETE' })}

CREATE TABLE readings (
  tenant_id       uuid NOT NULL,
  id              uuid NOT NULL,
  sha256          text NOT NULL,
  reader_version  int NOT NULL,
  text            text NOT NULL,
  model           bytea NOT NULL,
  has_children    boolean NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX readings_content ON readings (tenant_id, sha256);
${tenantTable('readings', { app: 'SELECT, INSERT, DELETE' })}

CREATE TABLE documents (
  tenant_id       uuid NOT NULL REFERENCES tenants (id),
  id              uuid NOT NULL,
  parent_id       uuid,
  role            text CHECK (role IN ('attachment', 'member', 'embedded')),
  depth           int NOT NULL DEFAULT 0,
  filename        text NOT NULL,
  media_type      text NOT NULL,
  size_bytes      bigint NOT NULL,
  sha256          text NOT NULL,
  duplicate_of    uuid,
  pipeline        text NOT NULL CHECK (pipeline IN ('full', 'read', 'classify', 'index')),
  options         jsonb NOT NULL DEFAULT '{}',
  options_hash    text NOT NULL,
  priority        smallint NOT NULL DEFAULT 5,
  metadata        jsonb NOT NULL DEFAULT '{}',
  status          text NOT NULL DEFAULT 'queued'
                  CHECK (status IN ('queued', 'processing', 'succeeded', 'partial', 'failed', 'cancelled')),
  stage           text NOT NULL DEFAULT 'received'
                  CHECK (stage IN ('received', 'read', 'classified', 'understood', 'indexed')),
  error           jsonb,
  receipt         jsonb,
  language        jsonb,
  email           jsonb,
  industry        text,
  type            text,
  reading_id      uuid,
  classify_run    uuid,
  extract_run     uuid,
  triage_run      uuid,
  event_seq       int NOT NULL DEFAULT 0,
  traceparent     text NOT NULL DEFAULT '',
  created_by      uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  completed_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, sha256) REFERENCES stored_files (tenant_id, sha256),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, duplicate_of) REFERENCES documents (tenant_id, id) ON DELETE SET NULL (duplicate_of),
  FOREIGN KEY (tenant_id, reading_id) REFERENCES readings (tenant_id, id)
) WITH (fillfactor = 80);
CREATE INDEX documents_content ON documents (tenant_id, sha256, options_hash);
CREATE INDEX documents_parent ON documents (tenant_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX documents_reading ON documents (tenant_id, reading_id) WHERE reading_id IS NOT NULL;
CREATE INDEX documents_duplicate ON documents (tenant_id, duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX documents_metadata ON documents USING gin (metadata jsonb_path_ops);
${tenantTable('documents', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE document_events (
  tenant_id    uuid NOT NULL,
  document_id  uuid NOT NULL,
  seq          int NOT NULL,
  status       text NOT NULL,
  stage        text NOT NULL,
  progress     real NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, document_id, seq),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
${tenantTable('document_events', { app: 'SELECT, INSERT, DELETE' })}

CREATE TABLE runs (
  tenant_id       uuid NOT NULL,
  id              uuid NOT NULL,
  document_id     uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('read', 'classify', 'extract', 'triage')),
  engine          text NOT NULL,
  engine_version  text NOT NULL,
  model           text,
  schema_id       text,
  schema_version  int,
  prompt_hash     text,
  tokens_in       int NOT NULL DEFAULT 0,
  tokens_out      int NOT NULL DEFAULT 0,
  cost            numeric(18, 9) NOT NULL DEFAULT 0,
  cache_hit       boolean NOT NULL DEFAULT false,
  duration_ms     int NOT NULL,
  result          jsonb NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX runs_document ON runs (tenant_id, document_id, id);
${tenantTable('runs', { app: 'SELECT, INSERT, DELETE' })}
`,
};
