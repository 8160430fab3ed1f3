import { SystemDatabase, TenantDatabase } from '@app/database';
import { LRUCache } from 'lru-cache';
import type { RedisClient } from './redis.js';

/** One place where values are kept. Keys already hold the tenant. Values are JSON texts. */
export interface CacheTier {
  readonly name: 'memory' | 'redis' | 'postgres';
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes what has expired, of all tenants, where the tier does not do so by itself. Answers how much. */
  sweep?(): Promise<number>;
}

export class MemoryTier implements CacheTier {
  readonly name = 'memory';
  private readonly entries: LRUCache<string, string>;

  constructor(maxEntries: number) {
    this.entries = new LRUCache({
      max: Math.max(1, maxEntries),
      maxSize: 64 * 1024 * 1024,
      sizeCalculation: (text, key) => text.length + key.length,
    });
  }

  async get(key: string): Promise<string | null> {
    return this.entries.get(key) ?? null;
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    this.entries.set(key, value, { ttl: ttlSeconds * 1000 });
  }

  async delete(key: string): Promise<void> {
    this.entries.delete(key);
  }
}

export class RedisTier implements CacheTier {
  readonly name = 'redis';

  constructor(private readonly redis: RedisClient) {}

  async get(key: string): Promise<string | null> {
    return (await this.redis.get(key)) as string | null;
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    await this.redis.set(key, value, { expiration: { type: 'EX', value: Math.max(1, Math.round(ttlSeconds)) } });
  }

  async delete(key: string): Promise<void> {
    await this.redis.del(key);
  }
}

/** Survives a Redis that was emptied. The tenant of the running context is the only one it can see. */
export class PostgresTier implements CacheTier {
  readonly name = 'postgres';

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  async get(key: string): Promise<string | null> {
    const row = await this.database.one<{ value: string }>(
      'SELECT value FROM cache_entries WHERE key = $1 AND expires_at > now()',
      [key],
    );
    return row?.value ?? null;
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO cache_entries (tenant_id, key, value, expires_at)
       VALUES (current_setting('app.tenant_id')::uuid, $1, $2, now() + make_interval(secs => $3))
       ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
      [key, value, ttlSeconds],
    );
  }

  async delete(key: string): Promise<void> {
    await this.database.query('DELETE FROM cache_entries WHERE key = $1', [key]);
  }

  async sweep(): Promise<number> {
    return (await this.system.query('DELETE FROM cache_entries WHERE expires_at <= now()')).count;
  }
}
