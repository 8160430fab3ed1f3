import { Clock } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { ServedRepository } from './data/served.repository.js';
import { dueRules } from './domain/retention-rules.js';
import { type Batch, DueErasure } from './due-erasure.service.js';
import { RetentionPlan } from './retention-plan.service.js';
import { Settlement } from './settlement.service.js';

const TENANTS_AT_ONCE = 500;

/** Erases what is kept no longer. Any number of instances may do so at once: each row goes once, with one receipt. */
@Injectable()
export class Retention {
  constructor(
    private readonly served: ServedRepository,
    private readonly plan: RetentionPlan,
    private readonly erasure: DueErasure,
    private readonly settlement: Settlement,
    private readonly clock: Clock,
  ) {}

  /** Erases all that is due now, of all tenants. */
  async turn(): Promise<void> {
    for (let after: string | null = null; ;) {
      const tenants = await this.served.page(after, TENANTS_AT_ONCE);
      for (const { id, region } of tenants) await runAsTenant(systemContext(id), () => this.ofTenant(id, region));
      const last = tenants.at(-1);
      if (tenants.length < TENANTS_AT_ONCE || last === undefined) return;
      after = last.id;
    }
  }

  private async ofTenant(tenantId: string, region: string): Promise<void> {
    for (const rule of dueRules(await this.plan.rulesOf(tenantId, region), this.clock.now())) {
      await this.all((after) => this.erasure.batch(rule, after));
      if (rule.type === null) await this.all(() => this.erasure.queriesBefore(rule.before));
    }
  }

  private async all(next: (after: string | null) => Promise<Batch>): Promise<void> {
    let after: string | null = null;
    do {
      const { erasureId, last }: Batch = await next(after);
      if (erasureId !== null) await this.settlement.settle(erasureId);
      after = last;
    } while (after !== null);
  }
}
