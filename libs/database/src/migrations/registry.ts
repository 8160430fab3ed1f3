import { AppError } from '@app/kernel';
import type { Migration } from './migration.js';
import { tenantsMigration } from './0001-tenants.migration.js';
import { authMigration } from './0002-auth.migration.js';
import { queueMigration } from './0003-queue.migration.js';
import { cacheMigration } from './0004-cache.migration.js';
import { documentsMigration } from './0005-documents.migration.js';
import { analyticsMigration } from './0006-analytics.migration.js';
import { queriesMigration } from './0007-queries.migration.js';
import { modelsMigration } from './0008-models.migration.js';
import { analyticsRollupsMigration } from './0009-analytics.migration.js';
import { modelBatchesMigration } from './0010-model-batches.migration.js';
import { callBatchesMigration } from './0011-call-batches.migration.js';
import { budgetsMigration } from './0012-budgets.migration.js';
import { usageTimesMigration } from './0013-usage-times.migration.js';
import { schemasMigration } from './0014-schemas.migration.js';
import { classifiersMigration } from './0015-classifiers.migration.js';
import { lessonsMigration } from './0016-lessons.migration.js';
import { verdictsMigration } from './0017-verdicts.migration.js';
import { replayedHeadersMigration } from './0018-replayed-headers.migration.js';
import { mailPartsMigration } from './0019-mail-parts.migration.js';
import { goldenMigration } from './0020-golden.migration.js';
import { reviewsMigration } from './0021-reviews.migration.js';
import { partsMigration } from './0022-parts.migration.js';
import { ownTypesMigration } from './0023-own-types.migration.js';
import { settingsEventsMigration } from './0024-settings-events.migration.js';
import { auditMigration } from './0025-audit.migration.js';
import { conversationsMigration } from './0026-conversations.migration.js';
import { dataKeysMigration } from './0027-data-keys.migration.js';
import { replyTemplatesMigration } from './0028-reply-templates.migration.js';
import { dispatchMigration } from './0029-dispatch.migration.js';
import { lifecycleMigration } from './0030-lifecycle.migration.js';
import { pseudonymsMigration } from './0031-pseudonyms.migration.js';
import { sealedColumnsMigration } from './0032-sealed-columns.migration.js';
import { subjectExportsMigration } from './0033-subject-exports.migration.js';
import { monthPartitionsMigration } from './0034-month-partitions.migration.js';
import { endsOfKeysAndTrailsMigration } from './0035-ends-of-keys-and-trails.migration.js';
import { jobsInOrderMigration } from './0037-jobs-in-order.migration.js';
import { mailKeysMigration } from './0038-mail-keys.migration.js';

const ordered: readonly Migration[] = [
  tenantsMigration,
  authMigration,
  queueMigration,
  cacheMigration,
  documentsMigration,
  analyticsMigration,
  queriesMigration,
  modelsMigration,
  analyticsRollupsMigration,
  modelBatchesMigration,
  callBatchesMigration,
  budgetsMigration,
  usageTimesMigration,
  schemasMigration,
  classifiersMigration,
  lessonsMigration,
  verdictsMigration,
  replayedHeadersMigration,
  mailPartsMigration,
  goldenMigration,
  reviewsMigration,
  partsMigration,
  ownTypesMigration,
  settingsEventsMigration,
  auditMigration,
  conversationsMigration,
  dataKeysMigration,
  replyTemplatesMigration,
  dispatchMigration,
  lifecycleMigration,
  pseudonymsMigration,
  sealedColumnsMigration,
  subjectExportsMigration,
  monthPartitionsMigration,
  endsOfKeysAndTrailsMigration,
  jobsInOrderMigration,
  mailKeysMigration,
];

for (const [index, { id }] of ordered.entries()) {
  const before = ordered[index - 1]?.id ?? '';
  if (id <= before)
    throw new AppError('migration_order', 'bug', { detail: `Migration ${id} must come after ${before}.` });
}

export const migrations: readonly Migration[] = ordered;
