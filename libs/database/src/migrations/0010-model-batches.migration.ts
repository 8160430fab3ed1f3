import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** Requests to models that can wait for a batch, and batches that providers have. What is sent is kept until it is sent. */
export const modelBatchesMigration: Migration = {
  id: '0010-model-batches',
  sql: `
CREATE TABLE llm_batches (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  id          uuid NOT NULL,
  provider    text NOT NULL,
  model       text NOT NULL,
  key_id      text,
  -- As the provider calls it; null until it has taken the batch.
  remote_id   text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  poll_at     timestamptz NOT NULL DEFAULT now(),
  ended_at    timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX llm_batches_due ON llm_batches (poll_at) WHERE ended_at IS NULL;
${tenantTable('llm_batches', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE, DELETE' })}

CREATE TABLE llm_batch_requests (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  id           uuid NOT NULL,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'ended')),
  provider     text NOT NULL,
  model        text NOT NULL,
  purpose      text NOT NULL,
  document_id  uuid,
  user_id      uuid,
  prompt_hash  text NOT NULL,
  cache_id     text NOT NULL,
  body         jsonb,
  batch_id     uuid,
  call_id      uuid,
  tries        int NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, cache_id),
  FOREIGN KEY (tenant_id, batch_id) REFERENCES llm_batches (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX llm_batch_requests_waiting ON llm_batch_requests (tenant_id, provider, model, created_at) WHERE state = 'waiting';
CREATE INDEX llm_batch_requests_batch ON llm_batch_requests (tenant_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX llm_batch_requests_document ON llm_batch_requests (tenant_id, document_id) WHERE document_id IS NOT NULL;
${tenantTable('llm_batch_requests', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, UPDATE, DELETE' })}
`,
};
