import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

export const queueMigration: Migration = {
  id: '0003-queue',
  sql: `
CREATE TABLE outbox_events (
  id           bigint GENERATED ALWAYS AS IDENTITY,
  tenant_id    uuid NOT NULL,
  event        text NOT NULL,
  subject_id   uuid NOT NULL,
  facts        jsonb NOT NULL DEFAULT '{}',
  priority     smallint NOT NULL DEFAULT 5,
  traceparent  text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_events_order ON outbox_events (id);
${tenantTable('outbox_events', { app: 'SELECT, INSERT', system: 'SELECT, UPDATE, DELETE' })}

CREATE TABLE jobs (
  tenant_id        uuid NOT NULL,
  id               uuid NOT NULL,
  queue            text NOT NULL,
  subject_id       uuid NOT NULL,
  facts            jsonb NOT NULL DEFAULT '{}',
  priority         smallint NOT NULL DEFAULT 5,
  traceparent      text NOT NULL DEFAULT '',
  state            text NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'running', 'dead')),
  generation       int NOT NULL DEFAULT 0,
  attempts         int NOT NULL DEFAULT 0,
  max_attempts     int NOT NULL,
  run_at           timestamptz NOT NULL DEFAULT now(),
  lease_until      timestamptz,
  woken_at         timestamptz NOT NULL DEFAULT now(),
  last_error_code  text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 70);
CREATE INDEX jobs_subject ON jobs (tenant_id, subject_id);
CREATE INDEX jobs_ready ON jobs (run_at) WHERE state = 'ready';
CREATE INDEX jobs_running ON jobs (lease_until) WHERE state = 'running';
CREATE INDEX jobs_dead ON jobs (tenant_id, created_at) WHERE state = 'dead';
${tenantTable('jobs', { app: 'SELECT, INSERT, UPDATE, DELETE', system: 'SELECT, INSERT, UPDATE' })}
`,
};
