import { publicId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Erasure } from './domain/erasure.js';
import { LifecycleAudit } from './lifecycle-audit.js';
import { LifecycleMetrics } from './lifecycle.metrics.js';

/** Tells of erasures that have ended: the metrics how much, the trail of the tenant also which. */
@Injectable()
export class ErasureReports {
  constructor(
    private readonly audit: LifecycleAudit,
    private readonly metrics: LifecycleMetrics,
  ) {}

  async ended({ id, cause, receipt: { documents, files, rows } }: Erasure): Promise<void> {
    this.metrics.erased(cause, documents);
    // The request that asked for it stands in the trail.
    if (cause === 'document') return;
    await this.audit.record({
      action: `privacy.${cause}.erase`,
      resourceType: 'erasures',
      resourceId: publicId('erasure', id),
      outcome: 'succeeded',
      detail: { documents, files, rows },
    });
  }
}
