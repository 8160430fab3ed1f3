import { ObjectStore } from '@app/storage';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import type { WORKS } from './lifecycle.metrics.js';
import { RestoreCheck } from './restore-check.service.js';
import { Retention } from './retention.service.js';
import { Settlement } from './settlement.service.js';
import { TurnFailures } from './turn-failures.service.js';

/** What is done again and again without anybody asking. Several instances at once do no harm. */
@Injectable()
export class LifecycleTurns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly retention: Retention,
    private readonly restores: RestoreCheck,
    private readonly store: ObjectStore,
    private readonly settlement: Settlement,
    private readonly failures: TurnFailures,
    @Inject(lifecycleConfig.token) private readonly config: LifecycleConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().finally(() => this.schedule());
    }, this.config.sweepMs).unref();
  }

  /** Never throws: each work is tried again in the next turn, whatever became of the others. */
  async turn(): Promise<void> {
    await this.guarded('retention', () => this.retention.turn());
    await this.guarded('settling', () => this.settlement.settleAbandoned());
    await this.guarded('tombstones', () => this.restores.turn());
    await this.guarded('staged', async () => void (await this.store.sweepStaged()));
  }

  private async guarded(work: (typeof WORKS)[number], run: () => Promise<void>): Promise<void> {
    if (!this.stopped) await this.failures.guard(work, run);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
