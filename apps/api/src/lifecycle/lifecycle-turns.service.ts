import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { LifecycleWorks } from './lifecycle-works.service.js';
import { TurnFailures } from './turn-failures.service.js';

/** What is done again and again without anybody asking. Several instances at once do no harm. */
@Injectable()
export class LifecycleTurns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly works: LifecycleWorks,
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
    for (const [work, run] of this.works.all) if (!this.stopped) await this.failures.guard(work, run);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
