import { JobStore } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { PlatformAudit } from '../tenants/index.js';
import { type QueueRow, queueRows } from './domain/backlog.js';

/** How much work waits, over all tenants. */
@Injectable()
export class BacklogService {
  constructor(
    private readonly jobs: JobStore,
    private readonly audit: PlatformAudit,
  ) {}

  async queues(): Promise<readonly QueueRow[]> {
    await this.audit.record('analytics.queues', null);
    return queueRows(await this.jobs.backlog());
  }
}
