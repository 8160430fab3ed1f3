import { JobStore } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { type QueueRow, queueRows } from './domain/backlog.js';

/** How much work waits, over all tenants. */
@Injectable()
export class BacklogService {
  constructor(private readonly jobs: JobStore) {}

  async queues(): Promise<readonly QueueRow[]> {
    return queueRows(await this.jobs.backlog());
  }
}
