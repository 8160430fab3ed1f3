import { TenantDatabase } from '@app/database';
import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DeletionsRepository } from './data/deletions.repository.js';
import { LifecycleAudit } from './lifecycle-audit.js';
import { LifecycleMetrics } from './lifecycle.metrics.js';
import { TENANTS, Tombstones } from './tombstones.service.js';

/** What is written down at the end of a tenant. */
@Injectable()
export class TenantEndings {
  constructor(
    private readonly database: TenantDatabase,
    private readonly deletions: DeletionsRepository,
    private readonly tombstones: Tombstones,
    private readonly trail: LifecycleAudit,
    private readonly metrics: LifecycleMetrics,
  ) {}

  /** In the database and outside of it. */
  async bury(tenantId: string): Promise<void> {
    await this.database.transaction((tx) => this.tombstones.buryRows(tx, TENANTS, [{ id: tenantId }]));
    await this.tombstones.log();
  }

  async complete(tenantId: string): Promise<void> {
    const ended = await this.deletions.find(tenantId);
    const { rows = {}, files = 0 } = ended?.receipt ?? {};
    await this.trail.record({
      action: 'tenants.erase',
      resourceType: 'tenants',
      resourceId: publicId('tenant', tenantId),
      outcome: 'succeeded',
      detail: { rows, files },
    });
    await this.deletions.asSystem((tx) => this.deletions.complete(tx, tenantId));
    this.metrics.erased('tenant', rows['documents'] ?? 0);
  }
}
