import { type Gauge, InjectMetric, Log } from '@app/observability';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { JobRuntime } from './job-runtime.js';
import { JobStore } from './job-store.js';
import { type QueueConfig, queueConfig } from './queue.config.js';
import { WakeUps } from './wake-ups.js';

const LIMIT = 500;
/** A call younger than this may still be on its way. */
const FRESH_SECONDS = 2;

/** What the backlog looks like from outside. */
@Injectable()
export class BacklogMetrics {
  constructor(
    @InjectMetric('dossier_queue_jobs') readonly jobs: Gauge,
    @InjectMetric('dossier_queue_oldest_seconds') readonly oldest: Gauge,
  ) {}
}

/**
 * Finds work that nobody is doing any more and calls for it again: claims that ran out (a worker died), and due jobs
 * for which Redis holds fewer calls than there are jobs (Redis was emptied, or a worker died between call and claim).
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly store: JobStore,
    private readonly runtime: JobRuntime,
    private readonly wakeUps: WakeUps,
    private readonly log: Log,
    @Inject(queueConfig.token) private readonly config: QueueConfig,
    private readonly metrics: BacklogMetrics,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sweep()
        .catch((error: unknown) => this.log.warn('queue.sweep_failed', { err: error }))
        .finally(() => this.schedule());
    }, this.config.sweepMs);
    this.timer.unref();
  }

  async sweep(): Promise<void> {
    const { queues } = this.runtime;
    for (const row of await this.store.claimHopeless(queues, LIMIT, this.config.leaseSeconds))
      await this.runtime.buryHopeless(row);
    await this.wakeUps.send(await this.store.takeExpired(queues, LIMIT));
    for (const [queue, overdue] of await this.store.overdue(FRESH_SECONDS)) {
      if (!queues.includes(queue)) continue;
      const waiting = await this.wakeUps.waiting(queue);
      if (waiting === null || waiting >= overdue) continue;
      const calls = await this.store.takeOverdue(queue, Math.min(LIMIT, overdue - waiting), FRESH_SECONDS);
      await this.wakeUps.send(calls);
    }
    await this.measure();
  }

  private async measure(): Promise<void> {
    const backlog = await this.store.backlog();
    this.metrics.jobs.reset();
    this.metrics.oldest.reset();
    for (const { queue, state, count, oldestSeconds } of backlog) {
      this.metrics.jobs.set({ queue, state }, count);
      if (state === 'ready') this.metrics.oldest.set({ queue }, oldestSeconds);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
