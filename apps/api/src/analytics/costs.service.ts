import { Clock } from '@app/kernel';
import { toDollars } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { PlatformAudit } from '../tenants/index.js';
import { CostsRepository } from './data/costs.repository.js';
import { type AdminCostGroup, type CostRow, monthForecast } from './domain/costs.js';
import { type Period, periodOf } from './domain/usage.js';

export interface CostReport extends Period {
  readonly groupBy: AdminCostGroup;
  readonly rows: readonly CostRow[];
}

/** What the running month costs, US dollars as decimals. */
export interface MonthSpending {
  readonly spent: string;
  readonly forecast: string;
}

interface Question {
  readonly from?: string;
  readonly to?: string;
  readonly groupBy: AdminCostGroup;
}

/** What calls to models cost, and what caches have saved. */
@Injectable()
export class CostsService {
  constructor(
    private readonly costs: CostsRepository,
    private readonly audit: PlatformAudit,
    private readonly clock: Clock,
  ) {}

  async ofTenant({ from, to, groupBy }: Question): Promise<CostReport & { readonly month: MonthSpending }> {
    const period = periodOf(from, to, this.clock.now());
    const now = new Date(this.clock.now());
    const spent = await this.costs.spentSince(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)));
    return {
      ...period,
      groupBy,
      rows: await this.costs.ofTenant(period, groupBy),
      month: { spent: toDollars(spent), forecast: toDollars(monthForecast(spent, now)) },
    };
  }

  async ofAll({ from, to, groupBy }: Question): Promise<CostReport> {
    const period = periodOf(from, to, this.clock.now());
    await this.audit.record('analytics.costs', null);
    return { ...period, groupBy, rows: await this.costs.ofAll(period, groupBy) };
  }
}
