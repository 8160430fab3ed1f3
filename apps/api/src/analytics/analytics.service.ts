import { Clock, requirePublicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { FiguresRepository } from './data/figures.repository.js';
import {
  type AdminCostGroup,
  type AdminUsageGroup,
  callFigures,
  type CostGroup,
  type CostRow,
  type Group,
  type Sums,
  usageFigures,
  type UsageGroup,
  type UsageRow,
} from './domain/figures.js';
import { forecastOf, monthOf, type Period, periodOf } from './domain/period.js';

export interface Report<R> extends Period {
  readonly groupBy: Group;
  readonly rows: readonly R[];
}

export interface Question<G extends Group> {
  readonly from?: string;
  readonly to?: string;
  readonly groupBy: G;
}

/** What a period cost so far, what caches saved in it, and what it will have cost at its end. Nano dollars. */
export interface Spending {
  readonly spent: number;
  readonly saved: number;
  readonly forecast: number;
}

export interface CostReport extends Report<CostRow> {
  readonly total: Spending;
  readonly month: Spending;
}

export type TenantRow = UsageRow & { readonly name: string };

const usageRow = (sums: Sums): UsageRow => ({ key: sums.key, ...usageFigures(sums) });
const costRow = (sums: Sums): CostRow => ({ key: sums.key, ...callFigures(sums) });

/** Groups in which only the local engine worked have no costs to tell of. */
const hasCalls = ({ calls, cache_hits: hits }: Sums): boolean => calls + hits > 0;

function spendingOf(sums: readonly Sums[], period: Period, now: number): Spending {
  const spent = sums.reduce((sum, { cost }) => sum + cost, 0);
  const saved = sums.reduce((sum, { saved_cost: saving }) => sum + saving, 0);
  return { spent, saved, forecast: forecastOf(spent, period, now) };
}

/** What was used, by whom and for how much. All of it throws `invalid_period` and `too_many_groups`. */
@Injectable()
export class AnalyticsService {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly tenants: TenantsService,
    private readonly clock: Clock,
  ) {}

  async usage(question: Question<UsageGroup>): Promise<Report<UsageRow>> {
    const { period, groupBy } = this.asked(question);
    return { ...period, groupBy, rows: (await this.figures.ofTenant(period, groupBy)).map(usageRow) };
  }

  async costs(question: Question<CostGroup>): Promise<CostReport> {
    const { period, groupBy } = this.asked(question);
    const now = this.clock.now();
    const month = monthOf(now);
    const [sums, days] = await Promise.all([
      this.figures.ofTenant(period, groupBy),
      this.figures.ofTenant(month, 'day'),
    ]);
    return {
      ...period,
      groupBy,
      rows: sums.filter(hasCalls).map(costRow),
      total: spendingOf(sums, period, now),
      month: spendingOf(days, month, now),
    };
  }

  async usageOfAll(question: Question<AdminUsageGroup>): Promise<Report<UsageRow>> {
    const { period, groupBy } = this.asked(question);
    return { ...period, groupBy, rows: (await this.figures.ofAll(period, groupBy)).map(usageRow) };
  }

  async tenantsOfAll(question: Omit<Question<Group>, 'groupBy'>): Promise<Report<TenantRow>> {
    const { period, groupBy } = this.asked({ ...question, groupBy: 'tenant' });
    const rows = (await this.figures.ofAll(period, groupBy)).map(usageRow);
    const names = await this.tenants.namesOf(rows.map(({ key }) => requirePublicId('tenant', key)));
    return {
      ...period,
      groupBy,
      rows: rows.map((row) => ({ ...row, name: names.get(requirePublicId('tenant', row.key)) ?? '' })),
    };
  }

  async costsOfAll(question: Question<AdminCostGroup>): Promise<Report<CostRow>> {
    const { period, groupBy } = this.asked(question);
    return { ...period, groupBy, rows: (await this.figures.ofAll(period, groupBy)).filter(hasCalls).map(costRow) };
  }

  private asked<G extends Group>({ from, to, groupBy }: Question<G>): { period: Period; groupBy: G } {
    return { period: periodOf(from, to, this.clock.now()), groupBy };
  }
}
