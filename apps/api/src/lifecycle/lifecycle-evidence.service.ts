import { TenantDatabase } from '@app/database';
import { Clock } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { EvidenceRepository, type Happened } from './data/evidence.repository.js';
import type { RetentionRules } from './domain/retention-rules.js';
import { RetentionPlan } from './retention-plan.service.js';

/** Requests of persons that were made here. */
export interface Requests extends Happened {
  /** From the request to its end, of those that have ended; null where none has. */
  readonly slowestSeconds: number | null;
  readonly open: number;
  /** When the oldest was asked for that has not ended. */
  readonly openSince: Date | null;
}

/** What shows that the running tenant's data are kept and erased as they should be. */
export interface Evidence {
  /** `overdue`: documents that were due an hour ago and are still there, because of a hold or because nothing erases them. */
  readonly retention: RetentionRules & { readonly erased: Happened; readonly overdue: number };
  readonly erasures: Requests;
  readonly exports: Requests;
  readonly holds: { readonly standing: number };
  readonly tombstones: { readonly count: number; readonly unlogged: number };
}

export type { Happened } from './data/evidence.repository.js';

/** Counts and times of what was done, out of the tables that it was done with. */
@Injectable()
export class LifecycleEvidence {
  constructor(
    private readonly database: TenantDatabase,
    private readonly repository: EvidenceRepository,
    private readonly plan: RetentionPlan,
    private readonly clock: Clock,
  ) {}

  /** `region`: of the tenant. */
  async of(region: string): Promise<Evidence> {
    const rules = await this.plan.rulesOf(tenantContext().tenantId, region);
    return this.database.transaction(async (tx) => {
      const overdue = await this.repository.overdue(tx, rules, this.clock.now());
      const { retained, ...rest } = await this.repository.read(tx);
      return { ...rest, retention: { ...rules, erased: retained, overdue } };
    });
  }
}
