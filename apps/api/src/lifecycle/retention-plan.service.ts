import { Inject, Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import type { RetentionRules } from './domain/retention-rules.js';
import { type LifecycleConfig, lifecycleConfig, regionLimits } from './lifecycle.config.js';

/** How long the documents of tenants are kept. */
@Injectable()
export class RetentionPlan {
  private readonly limits: ReadonlyMap<string, number>;

  constructor(
    private readonly tenants: TenantsService,
    @Inject(lifecycleConfig.token) config: LifecycleConfig,
  ) {
    this.limits = regionLimits(config.retentionByRegion);
  }

  /** The rules that hold for a tenant of a region. */
  async rulesOf(tenantId: string, region: string): Promise<RetentionRules> {
    const { retentionDays: days, retention } = await this.tenants.settingsOf(tenantId);
    return { days, byType: retention.byType, most: this.limits.get(region) ?? null };
  }
}
