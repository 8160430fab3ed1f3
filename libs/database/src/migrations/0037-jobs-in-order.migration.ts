import type { Migration } from './migration.js';

/** Workers take the most urgent job of a queue that is due, the oldest first. */
export const jobsInOrderMigration: Migration = {
  id: '0037-jobs-in-order',
  sql: `
DROP INDEX jobs_ready;
CREATE INDEX jobs_due ON jobs (queue, priority, run_at) WHERE state = 'ready';
`,
};
