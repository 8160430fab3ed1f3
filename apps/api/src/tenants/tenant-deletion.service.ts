import type { Transaction } from '@app/database';
import { AppError, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { TenantsRepository } from './data/tenants.repository.js';
import { TenantEnd } from './tenant-end.js';
import { TenantsService } from './tenants.service.js';

/** Ends tenants, and brings them back while their data are there. */
@Injectable()
export class TenantDeletion {
  constructor(
    private readonly repository: TenantsRepository,
    private readonly tenants: TenantsService,
    @Optional() @Inject(TenantEnd) private readonly end: TenantEnd | undefined,
  ) {}

  /**
   * Its tokens and keys stop working within seconds, and it can no longer be seen; its data go when their time of grace is over.
   * Throws `own_tenant`, `legal_hold`.
   */
  async delete(id: string): Promise<void> {
    if (id === tenantContext().tenantId)
      throw new AppError('own_tenant', 'conflict', { detail: 'Your own tenant cannot be deleted.' });
    await this.repository.asSystem(async (tx) => {
      const before = await this.repository.markDeleted(tx, id);
      if (before === null) throw notFound();
      await this.end?.schedule(tx, before);
    });
    this.tenants.forget(id);
  }

  /** Undoes a deletion that `within` lets be undone, in the same transaction. Throws `slug_taken`. */
  async restore(id: string, within: (tx: Transaction) => Promise<{ slug: string; status: string }>): Promise<void> {
    await this.repository.asSystem(async (tx) => this.repository.markRestored(tx, id, await within(tx)));
    this.tenants.forget(id);
  }
}
