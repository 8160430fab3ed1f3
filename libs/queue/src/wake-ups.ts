import { AppError, withDeadline } from '@app/kernel';
import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bull';
import type { JobRow, QueuedWakeUp } from './job-store.js';

/** A wake-up call that Redis does not take within this time is left to the sweeper. */
const DEADLINE_MS = 3_000;

/** Bull, used for one thing only: telling some worker that a job is there. A call that is lost costs seconds, not work. */
@Injectable()
export class WakeUps {
  private readonly queues = new Map<string, Queue>();

  constructor(private readonly log: Log) {}

  add(name: string, queue: Queue): void {
    // Bull reports lost connections as `error` events, which would end the process if nobody listened.
    queue.on('error', (error) => this.log.debug('queue.redis_error', { queue: name, err: error }));
    this.queues.set(name, queue);
  }

  /** Never fails: what could not be sent is found by the sweeper. */
  async send(calls: readonly QueuedWakeUp[]): Promise<void> {
    for (const [name, group] of Map.groupBy(calls, (call) => call.queue)) {
      const jobs = group.map(({ tenantId, jobId, traceparent }) => ({ data: { tenantId, jobId, traceparent } }));
      await this.attempt(name, (queue) => queue.addBulk(jobs));
    }
  }

  later(row: JobRow, delaySeconds: number): void {
    const data = { tenantId: row.tenant_id, jobId: row.id, traceparent: row.traceparent };
    void this.attempt(row.queue, (queue) => queue.add(data, { delay: Math.ceil(delaySeconds * 1000) + 20 }));
  }

  /** Calls that wait in Redis, or null while Redis does not answer. */
  async waiting(name: string): Promise<number | null> {
    try {
      return await withDeadline(DEADLINE_MS, 'Counting waiting calls', this.queue(name).getWaitingCount());
    } catch {
      return null;
    }
  }

  private queue(name: string): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new AppError('unknown_queue', 'bug', { detail: `There is no queue ${name}.` });
    return queue;
  }

  private async attempt(name: string, call: (queue: Queue) => Promise<unknown>): Promise<void> {
    try {
      await withDeadline(DEADLINE_MS, 'Waking a worker', call(this.queue(name)));
    } catch (error) {
      this.log.warn('queue.wake_up_lost', { queue: name, err: error });
    }
  }
}
