import type { Migration } from './migration.js';

/** The platform changes settings of other tenants, and what follows from them is an event of those tenants. */
export const settingsEventsMigration: Migration = {
  id: '0024-settings-events',
  sql: `GRANT INSERT ON outbox_events TO dossier_system;`,
};
