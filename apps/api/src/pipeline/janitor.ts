import { TieredCache } from '@app/cache';
import { Idempotency } from '@app/http';
import { Log } from '@app/observability';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';

const TEN_MINUTES = 600_000;

/** Throws out what nobody will ask for again. Two instances at once do no harm: what is gone is gone. */
@Injectable()
export class Janitor {
  constructor(
    private readonly cache: TieredCache,
    private readonly idempotency: Idempotency,
    private readonly log: Log,
  ) {}

  @Interval(TEN_MINUTES)
  async sweep(): Promise<void> {
    try {
      const [entries, keys] = [await this.cache.sweep(), await this.idempotency.sweep()];
      this.log.debug('janitor.swept', { cacheEntries: entries, idempotencyKeys: keys });
    } catch (error) {
      this.log.warn('janitor.failed', { err: error });
    }
  }
}
