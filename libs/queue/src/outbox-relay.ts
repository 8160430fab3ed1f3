import { Log } from '@app/observability';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { JobStore } from './job-store.js';
import { EventRouter } from './events.js';
import { RelaySignal } from './outbox.js';
import { type QueueConfig, queueConfig } from './queue.config.js';
import { WakeUps } from './wake-ups.js';

/** Moves events from the outbox to the job table and wakes workers: at once after a commit here, and by polling for others. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly store: JobStore,
    private readonly router: EventRouter,
    private readonly wakeUps: WakeUps,
    private readonly log: Log,
    private readonly signal: RelaySignal,
    @Inject(queueConfig.token) private readonly config: QueueConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onSignal(() => this.kick());
    this.kick();
  }

  /** Runs once more after the running turn, however often it is called meanwhile. */
  private kick(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = null;
      if (this.again) return this.kick();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.kick(), this.config.relayPollMs);
      this.timer.unref();
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        const { events, wakeUps } = await this.store.relay(this.config.relayBatch, this.router.events, (event) =>
          this.router.route(event),
        );
        await this.wakeUps.send(wakeUps);
        if (events === this.config.relayBatch) this.again = true;
      } catch (error) {
        this.log.warn('queue.relay_failed', { err: error });
        return;
      }
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
