import { type RedisConfig, redisConfig } from '@app/config';
import { SystemDatabase, TenantDatabase } from '@app/database';
import { ClassifiedColumns } from '@app/encryption';
import { Log } from '@app/observability';
import {
  type BeforeApplicationShutdown,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type CacheConfig, cacheConfig } from './cache.config.js';
import { sealsOfCache } from './cache-seals.js';
import { LiveChannel } from './live-channel.js';
import { connectRedis, REDIS, type RedisClient } from './redis.js';
import { SharedFlights } from './shared-flights.js';
import { MemoryTier, PostgresTier, RedisTier } from './tiers.js';
import { TieredCache } from './tiered-cache.js';

const SUBSCRIBER = Symbol('dossier.redis.subscriber');

const connect = (config: RedisConfig, log: Log): Promise<RedisClient> => {
  let reported = 0;
  return connectRedis(config.url, (error) => {
    // A Redis that is down reports at each attempt to reconnect; one line in ten seconds says as much.
    if (Date.now() - reported < 10_000) return;
    reported = Date.now();
    log.warn('redis.error', { err: error });
  });
};

@Injectable()
class CacheShutdown implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly cache: TieredCache,
    @Inject(REDIS) private readonly redis: RedisClient,
    @Inject(SUBSCRIBER) private readonly subscriber: RedisClient,
  ) {}

  /** While there is a database. What comes later is in Redis all the same. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.cache.idle();
  }

  onApplicationShutdown(): void {
    this.redis.destroy();
    this.subscriber.destroy();
  }
}

@Global()
@Module({
  providers: [
    { provide: REDIS, inject: [redisConfig.token, Log], useFactory: connect },
    { provide: SUBSCRIBER, inject: [redisConfig.token, Log], useFactory: connect },
    {
      provide: TieredCache,
      inject: [cacheConfig.token, REDIS, TenantDatabase, SystemDatabase, Log, ClassifiedColumns],
      useFactory: (
        config: CacheConfig,
        redis: RedisClient,
        tenant: TenantDatabase,
        system: SystemDatabase,
        log: Log,
        classified: ClassifiedColumns,
      ) => {
        // The cache has a time limit of its own for each command.
        const quick = redis.withCommandOptions({ timeout: undefined }) as unknown as RedisClient;
        return new TieredCache(
          [new MemoryTier(config.memoryEntries), new RedisTier(quick), new PostgresTier(tenant, system)],
          log,
          new SharedFlights(quick),
          sealsOfCache(classified),
        );
      },
    },
    {
      provide: LiveChannel,
      inject: [REDIS, SUBSCRIBER],
      useFactory: async (redis: RedisClient, subscriber: RedisClient) => {
        const channel = new LiveChannel(redis, subscriber, 'dossier:live');
        await channel.start();
        return channel;
      },
    },
    CacheShutdown,
  ],
  exports: [REDIS, TieredCache, LiveChannel],
})
export class CacheModule {}
