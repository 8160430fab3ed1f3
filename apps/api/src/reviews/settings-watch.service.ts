import type { Transaction } from '@app/database';
import { traceparentOf } from '@app/observability';
import { Outbox } from '@app/queue';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { SettingsWatch } from '../tenants/index.js';

/** Behind all work that somebody waits for. */
export const JUDGING_PRIORITY = 8;
export const SETTINGS_CHANGED = 'tenant.review-settings-changed';

/** Has the queue of a tenant judged anew when its review settings change. */
@Injectable()
export class ReviewSettingsWatch extends SettingsWatch {
  constructor(private readonly outbox: Outbox) {
    super();
  }

  reviewChanged(tx: Transaction, tenantId: string): Promise<void> {
    // The platform changes settings of other tenants than its own.
    return runAsTenant(systemContext(tenantId), () =>
      this.outbox.append(tx, {
        event: SETTINGS_CHANGED,
        subjectId: tenantId,
        facts: { after: null },
        priority: JUDGING_PRIORITY,
        traceparent: traceparentOf(undefined),
      }),
    );
  }
}
