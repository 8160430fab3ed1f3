import { type Transaction } from '@app/database';
import { Clock, notFound } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type EndedTenant, TenantDeletion, TenantEnd } from '../tenants/index.js';
import { lockErasing } from './data/catalogue.repository.js';
import { DeletionsRepository } from './data/deletions.repository.js';
import type { Deletion } from './domain/tenant-end.js';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { deletionBegun, legalHold } from './lifecycle.errors.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Has the data of deleted tenants go when their time of grace is over. */
@Injectable()
export class ScheduledEnd extends TenantEnd {
  private readonly graceMs: number;

  constructor(
    private readonly deletions: DeletionsRepository,
    private readonly clock: Clock,
    @Inject(lifecycleConfig.token) { tenantGraceDays }: LifecycleConfig,
  ) {
    super();
    this.graceMs = tenantGraceDays * DAY_MS;
  }

  async schedule(tx: Transaction, tenant: EndedTenant): Promise<void> {
    // A hold that is being set is waited for.
    await lockErasing(tx, tenant.id);
    const hold = await this.deletions.standingHold(tx, tenant.id);
    if (hold !== null) throw legalHold(hold);
    await this.deletions.schedule(tx, tenant, new Date(this.clock.now() + this.graceMs));
  }
}

/** Ends of tenants as platform administrators look at them. */
@Injectable()
export class TenantDeletions {
  constructor(
    private readonly deletions: DeletionsRepository,
    private readonly tenants: TenantDeletion,
  ) {}

  /** Throws `not_found` for a tenant that was never deleted. */
  async get(tenantId: string): Promise<Deletion> {
    const deletion = await this.deletions.find(tenantId);
    if (deletion === null) throw notFound();
    return deletion;
  }

  list(after: string | null, limit: number): Promise<Deletion[]> {
    return this.deletions.list(after, limit);
  }

  /** Brings a tenant back while its data are there. Throws `not_found`, `deletion_begun`, `slug_taken`. */
  async cancel(tenantId: string): Promise<void> {
    const { state } = await this.get(tenantId);
    if (state === 'cancelled') throw notFound();
    await this.tenants.restore(tenantId, async (tx) => {
      const before = await this.deletions.cancel(tx, tenantId);
      if (before === null) throw deletionBegun();
      return before;
    });
  }
}
