import { Clock, newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type LifecycleAct, LifecycleAudit } from '../lifecycle/index.js';
import { AuditLog } from './audit-log.service.js';
import type { AuditEntry } from './domain/audit-entry.js';

/** Brings what the service erases and hands out by itself into the trail of the tenant. */
@Injectable()
export class LifecycleTrail extends LifecycleAudit {
  constructor(
    private readonly log: AuditLog,
    private readonly clock: Clock,
  ) {
    super();
  }

  async record({ action, resourceType, resourceId, outcome, detail }: LifecycleAct): Promise<void> {
    const now = this.clock.now();
    const entry: AuditEntry = {
      tenantId: tenantContext().tenantId,
      id: newUuid(now),
      occurredAt: new Date(now),
      kind: 'change',
      action,
      actor: null,
      actorRole: null,
      resourceType,
      resourceId,
      outcome,
      status: null,
      requestId: null,
      source: null,
      detail: JSON.stringify(detail),
    };
    await this.log.begin([entry]);
    await this.log.end([entry]);
  }
}
