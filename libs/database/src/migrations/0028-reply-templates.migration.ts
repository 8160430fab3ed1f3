import type { Migration } from './migration.js';
import { tenantTable } from './tenant-table.js';

/** What tenants answer e-mails with. */
export const replyTemplatesMigration: Migration = {
  id: '0028-reply-templates',
  sql: `
CREATE TABLE reply_templates (
  tenant_id   uuid NOT NULL REFERENCES tenants (id),
  id          uuid NOT NULL,
  name        text NOT NULL,
  language    text NOT NULL,
  -- Of the mails that it answers; empty for all.
  categories  jsonb NOT NULL DEFAULT '[]',
  types       jsonb NOT NULL DEFAULT '[]',
  text        text NOT NULL,
  created_by  uuid,
  created_at  timestamptz NOT NULL DEFAULT now(),
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, name)
);
${tenantTable('reply_templates', { app: 'SELECT, INSERT, UPDATE, DELETE' })}
`,
};
