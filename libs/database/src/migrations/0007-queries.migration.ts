import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const queriesMigration: Migration = {
  id: '0007-queries',
  sql: `
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE TABLE chunks (
  tenant_id    uuid NOT NULL,
  id           uuid NOT NULL,
  document_id  uuid NOT NULL,
  ordinal      int NOT NULL,
  page         int NOT NULL,
  span_start   int NOT NULL,
  span_end     int NOT NULL,
  text         text NOT NULL,
  language     text NOT NULL,
  terms        tsvector NOT NULL,
  length       int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, document_id, ordinal),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX chunks_terms ON chunks USING gin (tenant_id, terms);
${tenantTable('chunks', { app: 'SELECT, INSERT, DELETE' })}

CREATE TABLE queries (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  id          uuid NOT NULL,
  user_id     uuid,
  question    text NOT NULL,
  filter      jsonb NOT NULL DEFAULT '{}',
  answered    boolean NOT NULL,
  answer      text,
  citations   jsonb NOT NULL DEFAULT '[]',
  origin      jsonb NOT NULL DEFAULT '{}',
  duration_ms int NOT NULL DEFAULT 0,
  helpful     boolean,
  comment     text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
${tenantTable('queries', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
