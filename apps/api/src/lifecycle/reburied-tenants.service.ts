import { Log } from '@app/observability';
import { ObjectStore } from '@app/storage';
import { Injectable } from '@nestjs/common';
import { DeletionsRepository } from './data/deletions.repository.js';

/** Tenants that have ended and that a backup has brought back. */
@Injectable()
export class ReburiedTenants {
  constructor(
    private readonly deletions: DeletionsRepository,
    private readonly store: ObjectStore,
    private readonly log: Log,
  ) {}

  /** Ends the tenant again: nobody can sign in from here on, and its rows go in the next turn of a worker. */
  async again(tenantId: string): Promise<void> {
    if (await this.deletions.again(tenantId)) this.log.warn('lifecycle.tenant_restored', { tenantId });
    // Of files alone the database knows nothing.
    if ((await this.deletions.find(tenantId))?.state === 'succeeded') await this.store.deleteAll(tenantId);
  }
}
