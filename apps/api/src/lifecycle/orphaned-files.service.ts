import { DataKeys } from '@app/encryption';
import { publicId } from '@app/kernel';
import { Log } from '@app/observability';
import { ObjectStore } from '@app/storage';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { KnownFilesRepository } from './data/known-files.repository.js';
import { ServedRepository } from './data/served.repository.js';
import { LifecycleAudit } from './lifecycle-audit.js';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { LifecycleMetrics } from './lifecycle.metrics.js';

const HOUR_MS = 60 * 60 * 1_000;
/** Of one turn. */
const MOST_MS = 5_000;
const TENANTS_AT_ONCE = 50;

/** What a sweep is told to. */
@Injectable()
export class SweepReports {
  constructor(
    private readonly audit: LifecycleAudit,
    private readonly metrics: LifecycleMetrics,
    private readonly log: Log,
  ) {}

  async removed(tenantId: string, files: number): Promise<void> {
    if (files === 0) return;
    this.metrics.orphans.inc({ outcome: 'removed' }, files);
    await this.audit.record({
      action: 'privacy.orphans.erase',
      resourceType: 'tenants',
      resourceId: publicId('tenant', tenantId),
      outcome: 'succeeded',
      detail: { files },
    });
  }

  doubtful(tenantId: string, files: number, missing: number): void {
    if (files === 0) return;
    this.metrics.orphans.inc({ outcome: 'doubtful' }, files);
    this.log.warn('lifecycle.files_in_doubt', { tenantId, files, missing });
  }
}

/**
 * Removes files that no row knows: of uploads whose process died before the row was written, and of deletions whose process died before
 * the file was removed. Some tenants a turn; a round begins an hour after the last one has ended.
 */
@Injectable()
export class OrphanedFiles {
  private after: string | null = null;
  private restUntil = 0;

  constructor(
    private readonly served: ServedRepository,
    private readonly files: KnownFilesRepository,
    private readonly store: ObjectStore,
    private readonly keys: DataKeys,
    private readonly reports: SweepReports,
    @Inject(lifecycleConfig.token) private readonly config: LifecycleConfig,
  ) {}

  async turn(): Promise<void> {
    if (this.config.orphanHours === 0 || performance.now() < this.restUntil) return;
    const until = performance.now() + MOST_MS;
    const withKeys = new Set(await this.keys.tenants());
    while (performance.now() < until) {
      const tenants = await this.served.page(this.after, TENANTS_AT_ONCE);
      for (const { id } of tenants) {
        // Without a key names cannot be told, and asking for one would make another.
        if (withKeys.has(id)) await runAsTenant(systemContext(id), () => this.ofTenant(id));
        this.after = id;
        if (performance.now() >= until) return;
      }
      if (tenants.length === TENANTS_AT_ONCE) continue;
      this.after = null;
      this.restUntil = performance.now() + HOUR_MS;
      return;
    }
  }

  /** Of the running tenant. */
  async ofTenant(tenantId: string): Promise<void> {
    const idleMs = this.config.orphanHours * HOUR_MS;
    const { removed, doubtful, missing } = await this.store.sweepOrphans(tenantId, this.files.all(), idleMs);
    await this.reports.removed(tenantId, removed);
    this.reports.doubtful(tenantId, doubtful, missing);
  }
}
