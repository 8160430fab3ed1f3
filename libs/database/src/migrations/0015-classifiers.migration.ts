import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/**
 * Text classifiers that tenants train. An example is known by the hash of its text, so that a text has one label; `vector` is what
 * the sentence encoder made of it. A version is written once and never changed. Models are dense numbers: compressing them at each
 * reading would cost time and save nothing.
 */
export const classifiersMigration: Migration = {
  id: '0015-classifiers',
  sql: `
CREATE TABLE classifiers (
  tenant_id       uuid NOT NULL REFERENCES tenants (id),
  id              uuid NOT NULL,
  name            text NOT NULL,
  description     text,
  labels          jsonb NOT NULL,
  knows_unknown   boolean NOT NULL,
  -- Null where nothing is being trained.
  training        text CHECK (training IN ('running', 'again')),
  error_code      text,
  active_version  int,
  latest_version  int NOT NULL DEFAULT 0,
  created_by      uuid,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id)
);
${tenantTable('classifiers', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE classifier_examples (
  tenant_id      uuid NOT NULL,
  classifier_id  uuid NOT NULL,
  text_hash      bytea NOT NULL,
  text           text NOT NULL,
  label          int NOT NULL,
  vector         bytea,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, classifier_id, text_hash),
  FOREIGN KEY (tenant_id, classifier_id) REFERENCES classifiers (tenant_id, id) ON DELETE CASCADE
);
${tenantTable('classifier_examples', { app: 'SELECT, INSERT, UPDATE, DELETE' })}

CREATE TABLE classifier_versions (
  tenant_id      uuid NOT NULL,
  classifier_id  uuid NOT NULL,
  version        int NOT NULL,
  model          bytea NOT NULL,
  metrics        jsonb NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, classifier_id, version),
  FOREIGN KEY (tenant_id, classifier_id) REFERENCES classifiers (tenant_id, id) ON DELETE CASCADE
);
ALTER TABLE classifier_versions ALTER COLUMN model SET STORAGE EXTERNAL;
${tenantTable('classifier_versions', { app: 'SELECT, INSERT, DELETE' })}
`,
};
