import { DataKeys } from '@app/encryption';
import { Log } from '@app/observability';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Resealing } from './resealing.service.js';
import { type SealingConfig, sealingConfig } from './sealing.config.js';
import { SealingMetrics, type WORKS } from './sealing.metrics.js';

/** Brings data keys to the current master key, and values to the current data key, without anybody asking. */
@Injectable()
export class SealingTurns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly keys: DataKeys,
    private readonly resealing: Resealing,
    private readonly metrics: SealingMetrics,
    private readonly log: Log,
    @Inject(sealingConfig.token) private readonly config: SealingConfig,
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

  /** Never throws: what failed is tried again in the next turn. */
  async turn(): Promise<void> {
    await this.guarded('rewrap', () => this.rewrap());
    await this.guarded('reseal', () => this.reseal());
    await this.guarded('retire', () => this.retire());
  }

  private async rewrap(): Promise<void> {
    const { currentMasterKeyId, masterKeyIds } = await this.keys.evidence();
    const isOld = (id: string): boolean => id !== currentMasterKeyId;
    if (masterKeyIds.some(isOld)) {
      const { rewrapped, failed } = await this.keys.rewrap();
      this.metrics.rewrapped.inc(rewrapped);
      this.metrics.failures.inc({ work: 'rewrap' }, failed);
    }
    this.metrics.oldMasters.set((await this.keys.evidence()).masterKeyIds.filter(isOld).length);
  }

  private async reseal(): Promise<void> {
    const tenants = await this.resealing.pending();
    this.metrics.pending.set(tenants.length);
    for (const [index, tenant] of tenants.entries()) {
      if (this.stopped) return;
      // What fails for one tenant, such as a key that does not open, must not keep those of others from being sealed.
      await this.guarded('reseal', () => this.resealing.ofTenant(tenant, () => !this.stopped));
      this.metrics.pending.set(tenants.length - index - 1);
    }
  }

  private async retire(): Promise<void> {
    for (const { id, version } of await this.resealing.settled())
      await this.guarded('retire', async () => {
        const versions = await this.keys.retire(id, version);
        this.log.info('sealing.key_retired', { tenantId: id, versions });
      });
  }

  private async guarded(work: (typeof WORKS)[number], run: () => Promise<void>): Promise<void> {
    if (this.stopped) return;
    try {
      await run();
    } catch (error) {
      this.metrics.failures.inc({ work });
      this.log.warn('sealing.turn_failed', { work, err: error });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }
}
