import { Log } from '@app/observability';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AuditAnchors } from './audit-anchors.js';
import { type ComplianceConfig, complianceConfig } from './compliance.config.js';
import { AuditMetrics } from './compliance.metrics.js';
import { TrailEndsRepository } from './data/trail-ends.repository.js';

const EVERY_MS = 10 * 60_000;
/** Entries in one transaction. */
const AT_ONCE = 2_000;
const TENANTS_AT_ONCE = 100;

/** Ends the trails of tenants that have ended, when their time is over. A process that dies delays it. */
@Injectable()
export class TrailEnds {
  private running: Promise<void> | null = null;

  constructor(
    private readonly repository: TrailEndsRepository,
    private readonly anchors: AuditAnchors,
    private readonly metrics: AuditMetrics,
    private readonly log: Log,
    @Inject(complianceConfig.token) private readonly config: Pick<ComplianceConfig, 'endedTenantDays'>,
  ) {}

  /** Failures are logged and counted, and tried again in the next turn. */
  @Interval(EVERY_MS)
  turn(): Promise<void> {
    return (this.running ??= this.end().finally(() => (this.running = null)));
  }

  private async end(): Promise<void> {
    try {
      if (this.config.endedTenantDays > 0) await this.repository.date(this.config.endedTenantDays);
      for (const tenantId of await this.repository.due(TENANTS_AT_ONCE)) await this.endOf(tenantId);
    } catch (error) {
      this.metrics.failures.inc({ reason: 'error' });
      this.log.warn('compliance.trail_end_failed', { err: error });
    }
  }

  private async endOf(tenantId: string): Promise<void> {
    // First, because nothing would lead to it once the rows are gone.
    await this.anchors.remove(tenantId);
    let entries = 0;
    for (let removed = AT_ONCE; removed > 0; entries += removed)
      removed = await this.repository.removeSome(tenantId, AT_ONCE);
    this.log.info('compliance.trail_ended', { tenantId, entries });
  }
}
