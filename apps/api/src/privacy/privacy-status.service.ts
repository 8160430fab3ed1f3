import { DataKeys } from '@app/encryption';
import { Clock } from '@app/kernel';
import { frameworkOf } from '@app/privacy';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { frameworkStatus, type RuleStatus } from './domain/framework-status.js';
import type { PrivacyFacts } from './domain/privacy-facts.js';
import { InstanceFacts } from './instance-facts.js';
import { RULE_BY_DEMAND } from './rules/registry.js';
import { TenantFacts } from './tenant-facts.js';

export interface PrivacyStatus {
  readonly framework: PrivacyFacts['settings']['complianceFramework'];
  readonly name: string | null;
  readonly checkedAt: Date;
  readonly tenantRegion: string;
  readonly instanceRegion: string | null;
  /** Why settings are weaker than the framework asks for, as the tenant says. */
  readonly belowFramework: string | null;
  readonly rules: readonly RuleStatus[];
}

/** How the running tenant stands with the law that it has chosen, by what can be seen at this moment. */
@Injectable()
export class PrivacyStatusService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly facts: TenantFacts,
    private readonly instance: InstanceFacts,
    private readonly keys: DataKeys,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<PrivacyStatus> {
    const { settings, region: tenantRegion } = await this.tenants.ownTenant();
    const framework = frameworkOf(settings.complianceFramework);
    const { instanceRegion, keysEncrypted } = this.instance;
    const now = this.clock.date();
    const rules =
      framework === null
        ? []
        : frameworkStatus(
            framework,
            {
              settings,
              tenantRegion,
              instanceRegion,
              ...(await this.facts.gathered(tenantRegion, now)),
              keys: await this.keys.evidence(),
              keysEncrypted,
              now,
            },
            RULE_BY_DEMAND,
          );
    return {
      framework: settings.complianceFramework,
      name: framework?.name ?? null,
      checkedAt: now,
      tenantRegion,
      instanceRegion,
      belowFramework: settings.privacy.belowFramework,
      rules,
    };
  }
}
