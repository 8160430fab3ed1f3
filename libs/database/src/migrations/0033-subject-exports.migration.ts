import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** Of a row: its tenant has ended. */
export const ENDED = `EXISTS (SELECT 1 FROM tenants e WHERE e.id = tenant_id AND e.status = 'deleted')`;

/** Tables that the system role takes rows from once their tenant has ended; of the ledgers the next migration says it. */
const OF_APPLICATION = ['schemas', 'schema_versions', 'own_type_changes', 'triage_policies', 'triage_lessons'];

/** Exports with their files, and the end of a tenant. */
export const subjectExportsMigration: Migration = {
  id: '0033-subject-exports',
  sql: `
ALTER TABLE subject_exports
  DROP CONSTRAINT subject_exports_state_check,
  ADD CONSTRAINT subject_exports_state_check
    CHECK (state IN ('queued', 'running', 'succeeded', 'failed', 'expired', 'withdrawn', 'deleted')),
  ADD COLUMN preview          boolean NOT NULL DEFAULT false,
  ADD COLUMN error_code       text,
  -- What it holds: it goes with any of them.
  ADD COLUMN document_ids     uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN file_removed_at  timestamptz;
DROP INDEX subject_exports_expiry;
CREATE INDEX subject_exports_files ON subject_exports (expires_at) WHERE sha256 IS NOT NULL AND file_removed_at IS NULL;
CREATE INDEX subject_exports_content ON subject_exports (tenant_id, sha256) WHERE file_removed_at IS NULL;

CREATE TABLE tenant_deletions (
  tenant_id     uuid NOT NULL REFERENCES tenants (id),
  state         text NOT NULL CHECK (state IN ('scheduled', 'running', 'succeeded', 'cancelled')),
  -- What it was called by, until nothing can bring it back.
  slug          text,
  -- The status that it had.
  status        text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  requested_by  uuid,
  due_at        timestamptz NOT NULL,
  receipt       jsonb NOT NULL DEFAULT '{}',
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  completed_at  timestamptz,
  PRIMARY KEY (tenant_id),
  CHECK (slug IS NULL OR state IN ('scheduled', 'cancelled'))
);
CREATE INDEX tenant_deletions_due ON tenant_deletions (due_at) WHERE state IN ('scheduled', 'running');
${tenantTable('tenant_deletions', { app: 'SELECT, UPDATE', system: 'SELECT, INSERT, UPDATE' })}

${OF_APPLICATION.map(
  (table) => `GRANT SELECT, DELETE ON ${table} TO dossier_system;
CREATE POLICY ${table}_ended ON ${table} TO dossier_system USING (${ENDED}) WITH CHECK (false);`,
).join('\n')}
`,
};
