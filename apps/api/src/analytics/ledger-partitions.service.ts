import { Clock } from '@app/kernel';
import { Log } from '@app/observability';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type AnalyticsConfig, analyticsConfig, keptSince } from './analytics.config.js';
import { PartitionMetrics } from './analytics.metrics.js';
import { type Partitioned, PARTITIONED, PartitionsRepository } from './data/partitions.repository.js';

const MONTHS_AHEAD = 2;
const EVERY_MS = 3_600_000;
/** The locks are waited for briefly, because others wait behind. */
const RETRY_MS = 60_000;

/** Keeps the ledgers in partitions by month. Any number of instances may try: one makes or drops a partition. */
@Injectable()
export class LedgerPartitions implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly partitions: PartitionsRepository,
    private readonly clock: Clock,
    private readonly metrics: PartitionMetrics,
    private readonly log: Log,
    @Inject(analyticsConfig.token) private readonly config: AnalyticsConfig,
  ) {}

  onApplicationBootstrap(): void {
    keptSince(this.config, this.clock.date());
    this.schedule(0);
  }

  private schedule(inMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().then((done) => this.schedule(done ? EVERY_MS : RETRY_MS));
    }, inMs).unref();
  }

  /** Never throws. Answers whether all was done. */
  async turn(): Promise<boolean> {
    let done = true;
    for (const table of PARTITIONED) {
      try {
        await this.make(table);
        await this.drop(table);
      } catch (error) {
        done = false;
        this.metrics.failures.inc({ table });
        this.log.warn('analytics.partitions_failed', { table, err: error });
      }
    }
    return done;
  }

  private async make(table: Partitioned): Promise<void> {
    for (const month of await this.partitions.due(table, MONTHS_AHEAD)) {
      if (this.stopped) return;
      const moved = await this.partitions.make(table, month);
      if (moved === null) continue;
      this.metrics.partitions.inc({ table, action: 'made' });
      this.metrics.misplaced.inc({ table }, moved);
      this.log.info('analytics.partition_made', { table, month, moved });
    }
  }

  private async drop(table: Partitioned): Promise<void> {
    const before = keptSince(this.config, this.clock.date());
    while (before !== null && !this.stopped) {
      const partition = await this.partitions.drop(table, before);
      if (partition === null) return;
      this.metrics.partitions.inc({ table, action: 'dropped' });
      this.log.info('analytics.partition_dropped', { table, partition });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
