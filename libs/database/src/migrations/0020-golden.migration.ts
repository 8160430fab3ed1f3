import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * Documents whose right values are known, and how well schemas read them. Whatever holds values of a document goes with it; what
 * an evaluation keeps for ever are counts.
 */
export const goldenMigration: Migration = {
  id: '0020-golden',
  sql: `
CREATE TABLE golden_sets (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  id           uuid NOT NULL,
  name         text NOT NULL,
  description  text NOT NULL,
  created_by   uuid,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, id)
);
${tenantTable('golden_sets', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE golden_documents (
  tenant_id    uuid NOT NULL,
  set_id       uuid NOT NULL,
  document_id  uuid NOT NULL,
  type         text,
  fields       jsonb NOT NULL,
  created_by   uuid,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (tenant_id, set_id, document_id),
  FOREIGN KEY (tenant_id, set_id) REFERENCES golden_sets (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX golden_documents_document ON golden_documents (tenant_id, document_id);
${tenantTable('golden_documents', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE golden_evaluations (
  tenant_id     uuid NOT NULL,
  id            uuid NOT NULL,
  set_id        uuid NOT NULL,
  schema_key    text NOT NULL,
  -- What is evaluated, against what, and what follows from it.
  plan          jsonb NOT NULL,
  status        text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
  error_code    text,
  result        jsonb,
  created_by    uuid,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, set_id) REFERENCES golden_sets (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX golden_evaluations_set ON golden_evaluations (tenant_id, set_id, id);
${tenantTable('golden_evaluations', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE golden_outcomes (
  tenant_id      uuid NOT NULL,
  evaluation_id  uuid NOT NULL,
  document_id    uuid NOT NULL,
  scores         jsonb NOT NULL,
  -- Of what it is held against; null where there is nothing.
  baseline       jsonb,
  regressed      text[] NOT NULL,
  improved       text[] NOT NULL,
  tokens_in      int NOT NULL,
  tokens_out     int NOT NULL,
  cost           numeric(18, 9) NOT NULL,
  PRIMARY KEY (tenant_id, evaluation_id, document_id),
  FOREIGN KEY (tenant_id, evaluation_id) REFERENCES golden_evaluations (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX golden_outcomes_document ON golden_outcomes (tenant_id, document_id);
${tenantTable('golden_outcomes', { app: 'SELECT, INSERT, DELETE' })}
`,
};
