import type { ClassifiedColumns } from '@app/encryption';

/** What seals values before they leave the process, and opens them. A value opens under its own key only. */
export interface CacheSeals {
  seal(key: string, plain: string): Promise<string>;
  open(key: string, stored: string): Promise<string>;
}

/** Seals for the tenant of the running context. Redis and Postgres hold the same sealed value. */
export const sealsOfCache = (classified: ClassifiedColumns): CacheSeals => ({
  seal: async (key, plain) => (await classified.of('cache_entries')).text('value', key, plain),
  open: async (key, stored) => (await classified.of('cache_entries')).openText('value', key, stored),
});

export const UNSEALED: CacheSeals = { seal: async (_, plain) => plain, open: async (_, stored) => stored };
