import { type ConfigOf, defineConfig, setting, value } from '@app/config';

export const cacheConfig = defineConfig('cache', {
  memoryEntries: setting('CACHE_MEMORY_ENTRIES', value.integer(5_000, 0), 'Entries in the memory tier of one process'),
});
export type CacheConfig = ConfigOf<typeof cacheConfig>;
