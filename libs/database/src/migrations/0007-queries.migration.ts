import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * `terms` are the search terms in the order of the text, repeats included. `added_in` is the transaction that wrote the
 * row: who has seen all below a snapshot's xmin finds what is new without a lock or a sequence. What a query answered
 * is in its citations, so that erasing a document takes the words with it that were quoted from it.
 */
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
  terms        text[] NOT NULL,
  added_in     xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, document_id, ordinal),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX chunks_terms ON chunks USING gin (tenant_id, terms);
CREATE INDEX chunks_added ON chunks (tenant_id, added_in);
${tenantTable('chunks', { app: 'SELECT, INSERT, DELETE' })}

CREATE TABLE queries (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  id          uuid NOT NULL,
  user_id     uuid,
  question    text NOT NULL,
  filter      jsonb NOT NULL DEFAULT '{}',
  answered    boolean NOT NULL,
  origin      jsonb NOT NULL DEFAULT '{}',
  duration_ms int NOT NULL DEFAULT 0,
  helpful     boolean,
  comment     text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX queries_user ON queries (tenant_id, user_id, id);
${tenantTable('queries', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE query_citations (
  tenant_id    uuid NOT NULL,
  query_id     uuid NOT NULL,
  ordinal      int NOT NULL,
  document_id  uuid NOT NULL,
  page         int NOT NULL,
  answer       text NOT NULL,
  quote        text NOT NULL,
  span_start   int NOT NULL,
  span_end     int NOT NULL,
  box          jsonb,
  PRIMARY KEY (tenant_id, query_id, ordinal),
  FOREIGN KEY (tenant_id, query_id) REFERENCES queries (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX query_citations_document ON query_citations (tenant_id, document_id);
${tenantTable('query_citations', { app: 'SELECT, INSERT, DELETE' })}
`,
};
