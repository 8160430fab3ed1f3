import { type RuntimeConfig, runtimeConfig } from '@app/config';
import type { Transaction } from '@app/database';
import { AppError } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { TenantsRepository } from './data/tenants.repository.js';
import { regionProblem } from './domain/region-change.js';
import type { StoredTenant } from './domain/tenant.js';

/** Regions of tenants, and what holds them where they are. */
@Injectable()
export class TenantRegions {
  constructor(
    private readonly tenants: TenantsRepository,
    @Inject(runtimeConfig.token) private readonly runtime: Pick<RuntimeConfig, 'region'>,
  ) {}

  /** Throws `region_has_data` where data of the tenant are elsewhere than `after`. `tx`: one of the tenant itself. */
  async requireChange(
    { id, region: before }: Pick<StoredTenant, 'id' | 'region'>,
    after: string | undefined,
    tx?: Transaction,
  ): Promise<void> {
    if (after === undefined || after === before) return;
    const hasData = await runAsTenant(systemContext(id), () => this.tenants.hasContent(tx));
    const detail = regionProblem({ before, after, hasData, instance: this.runtime.region });
    if (detail !== null)
      throw new AppError('region_has_data', 'conflict', { detail, errors: [{ pointer: '/region', detail }] });
  }
}
