import { type ConfigOf, defineConfig, setting } from './define-config.js';
import * as value from './values.js';

/** Shared by cache and queue, which do not know each other. */
export const redisConfig = defineConfig('redis', {
  url: setting('REDIS_URL', value.text(), 'Redis URL: wakes workers, caches, carries live events', { secret: true }),
});
export type RedisConfig = ConfigOf<typeof redisConfig>;
