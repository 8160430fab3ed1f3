import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** Which conversation an e-mail belongs to, which say the same, and how the day's mail is ordered. */
export const conversationsMigration: Migration = {
  id: '0026-conversations',
  sql: `
CREATE TABLE mails (
  tenant_id        uuid NOT NULL REFERENCES tenants (id),
  document_id      uuid NOT NULL,
  thread_id        uuid NOT NULL,
  -- The thread that its first result names: a thread that was joined to another is found by it.
  first_thread_id  uuid NOT NULL,
  sender           text,
  sent_at          timestamptz NOT NULL,
  received_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  stems            int[] NOT NULL DEFAULT '{}',
  questions        jsonb NOT NULL DEFAULT '[]',
  sketch           bytea,
  duplicate_of     uuid,
  duplicate_kind   text CHECK (duplicate_kind IN ('exact', 'same-text', 'near')),
  similarity       double precision,
  -- Out of its result, which is found again by these.
  category         text NOT NULL DEFAULT 'general',
  type             text NOT NULL DEFAULT 'information',
  level            text NOT NULL DEFAULT 'normal',
  score            double precision NOT NULL DEFAULT 0,
  target           text,
  due_at           timestamptz,
  needs_reply      boolean NOT NULL DEFAULT false,
  -- Written by no person: it answers nothing and waits for nothing.
  automatic        boolean NOT NULL DEFAULT false,
  answered         boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES documents (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, duplicate_of) REFERENCES documents (tenant_id, id) ON DELETE SET NULL (duplicate_of)
);
CREATE INDEX mails_thread ON mails (tenant_id, thread_id, sent_at);
CREATE INDEX mails_first_thread ON mails (tenant_id, first_thread_id);
CREATE INDEX mails_duplicate ON mails (tenant_id, duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX mails_by_date ON mails (tenant_id, sent_at DESC, thread_id DESC);
CREATE INDEX mails_by_priority ON mails (tenant_id, score DESC, document_id DESC);
CREATE INDEX mails_by_due ON mails (tenant_id, due_at, document_id) WHERE due_at IS NOT NULL;
CREATE INDEX mails_by_arrival ON mails (tenant_id, received_at DESC, document_id DESC);
${tenantTable('mails', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

-- Hashes by which e-mails find each other: of ids in their headers, of subjects and correspondents, of words.
CREATE TABLE mail_keys (
  tenant_id    uuid NOT NULL REFERENCES tenants (id),
  key          bigint NOT NULL,
  document_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, key, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES mails (tenant_id, document_id) ON DELETE CASCADE
);
CREATE INDEX mail_keys_document ON mail_keys (tenant_id, document_id);
${tenantTable('mail_keys', { app: 'SELECT, INSERT, DELETE' })}
`,
};
