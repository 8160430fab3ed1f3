import type { Migration } from './migration.js';

/** A key's mail has its tenant already: looking at both for each of some twenty keys of a mail proved nothing more. */
export const mailKeysMigration: Migration = {
  id: '0038-mail-keys',
  sql: 'ALTER TABLE mail_keys DROP CONSTRAINT mail_keys_tenant_id_fkey;',
};
