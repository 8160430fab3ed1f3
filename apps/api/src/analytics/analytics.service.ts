import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { PlatformAudit } from '../tenants/index.js';
import { UsageRepository } from './data/usage.repository.js';
import { type AdminUsageGroup, type Period, periodOf, type UsageRow } from './domain/usage.js';

export interface UsageReport extends Period {
  readonly groupBy: AdminUsageGroup;
  readonly rows: readonly UsageRow[];
}

interface Question {
  readonly from?: string;
  readonly to?: string;
  readonly groupBy: AdminUsageGroup;
}

/** What was used, by whom and for how much. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly ledger: UsageRepository,
    private readonly audit: PlatformAudit,
    private readonly clock: Clock,
  ) {}

  async usage({ from, to, groupBy }: Question): Promise<UsageReport> {
    const period = periodOf(from, to, this.clock.now());
    return { ...period, groupBy, rows: await this.ledger.ofTenant(period, groupBy) };
  }

  async usageOfAll({ from, to, groupBy }: Question): Promise<UsageReport> {
    const period = periodOf(from, to, this.clock.now());
    await this.audit.record('analytics.usage', null);
    return { ...period, groupBy, rows: await this.ledger.ofAll(period, groupBy) };
  }
}
