import type { RedisClient } from '@app/cache';
import { withDeadline } from '@app/kernel';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';

/** How much of a window has been used by all instances together, and how long it still lasts. */
export interface WindowUse {
  readonly consumed: number;
  readonly resetMs: number;
}

/** Counts points of a key inside a fixed window that begins with its first point. */
export interface WindowCounter {
  /** Adds points and takes back `returned` ones that were added before and never used. */
  add(key: string, points: number, returned: number): Promise<WindowUse>;
}

/** A Redis that has not answered after this time is left alone for a while: limits must not slow requests down. */
const DEADLINE_MS = 250;
const REST_MS = 2_000;

/** The limit is decided by the caller, because it differs between tenants; the counter itself never refuses. */
const UNLIMITED = Number.MAX_SAFE_INTEGER;

const used = ({ consumedPoints, msBeforeNext }: RateLimiterRes): WindowUse => ({
  consumed: consumedPoints,
  resetMs: Math.max(1, msBeforeNext),
});

/** Counts in Redis, for all instances together; in memory, for this one alone, while Redis cannot be reached. */
export class SharedWindowCounter implements WindowCounter {
  private readonly shared: RateLimiterRedis;
  private readonly own: RateLimiterMemory;
  private restUntil = 0;

  constructor(redis: RedisClient, name: string, seconds: number) {
    const window = { keyPrefix: `dossier:rate:${name}`, points: UNLIMITED, duration: seconds };
    this.own = new RateLimiterMemory(window);
    this.shared = new RateLimiterRedis({
      ...window,
      storeClient: redis,
      useRedisPackage: true,
      rejectIfRedisNotReady: true,
    });
  }

  async add(key: string, points: number, returned: number): Promise<WindowUse> {
    if (Date.now() >= this.restUntil) {
      try {
        const use = this.shared.consume(key, points - returned);
        return used(await withDeadline(DEADLINE_MS, 'The rate limit counter', use));
      } catch {
        this.restUntil = Date.now() + REST_MS;
      }
    }
    // What was leased from Redis was never counted here, so nothing of it is taken back.
    return used(await this.own.consume(key, points));
  }
}
