import type { Migration } from './migration.js';

/** E-mails are read together with what came with them: whose fields follow those of their parts. */
export const mailPartsMigration: Migration = {
  id: '0019-mail-parts',
  sql: `
-- True from the triage of an e-mail on: its fields are found when all its parts have ended, and again when one changes.
ALTER TABLE documents ADD COLUMN gathers boolean NOT NULL DEFAULT false;
-- Which files inside a document are still under way, however many have ended.
CREATE INDEX documents_parts_under_way ON documents (tenant_id, parent_id)
  WHERE parent_id IS NOT NULL AND status IN ('queued', 'processing');
`,
};
