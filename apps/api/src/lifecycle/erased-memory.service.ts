import { LiveChannel, TieredCache } from '@app/cache';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { TenantIndexes } from '../queries/index.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { type LifecycleConfig, lifecycleConfig } from './lifecycle.config.js';
import { TurnFailures } from './turn-failures.service.js';

const SUBJECT = 'lifecycle:erased';
/** Looks overlap: what was committed just before one may only be seen by the next. */
const OVERLAP_SECONDS = 30;

/** What this process holds in memory of tenants' texts: it goes when something of the tenant is erased, on whichever instance. */
@Injectable()
export class ErasedMemory implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stop: () => void = () => undefined;

  constructor(
    private readonly live: LiveChannel,
    private readonly cache: TieredCache,
    private readonly indexes: TenantIndexes,
    private readonly erasures: ErasuresRepository,
    private readonly failures: TurnFailures,
    @Inject(lifecycleConfig.token) private readonly config: LifecycleConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.live.listen(SUBJECT, () => void this.look(OVERLAP_SECONDS));
    // A message may be lost.
    const { sweepMs } = this.config;
    this.timer = setInterval(() => void this.look(sweepMs / 1_000 + OVERLAP_SECONDS), sweepMs).unref();
  }

  /** Lets go here, and tells the other instances to. */
  async forget(tenantId: string): Promise<void> {
    await this.drop(tenantId);
    this.live.publish(SUBJECT);
  }

  private look(seconds: number): Promise<void> {
    return this.failures.guard('memory', async () => {
      for (const tenantId of await this.erasures.erasedWithin(seconds)) await this.drop(tenantId);
    });
  }

  private drop(tenantId: string): Promise<void> {
    return runAsTenant(systemContext(tenantId), async () => {
      this.indexes.forget();
      await this.cache.forgetInMemory();
    });
  }

  onApplicationShutdown(): void {
    this.stop();
    clearInterval(this.timer);
  }
}
