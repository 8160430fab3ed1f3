import { SystemDatabase, TenantDatabase } from '@app/database';
import { GroupCommits, withDeadline } from '@app/kernel';
import { runAsTenant, systemContext, tenantContext } from '@app/tenancy';
import { LRUCache } from 'lru-cache';
import type { RedisClient } from './redis.js';

/** Which of these entries are meant, by index; values are JSON texts. */
export type IsMeant = (entries: readonly CacheText[]) => Promise<readonly boolean[]>;

export interface CacheText {
  readonly key: string;
  readonly value: string;
}

/** Entries that are looked at together. */
const PAGE = 200;

const meantOf = async (entries: readonly CacheText[], isMeant: IsMeant): Promise<string[]> => {
  if (entries.length === 0) return [];
  const meant = await isMeant(entries);
  return entries.filter((_, index) => meant[index] === true).map(({ key }) => key);
};

/** One place where values are kept. Keys already hold the tenant. Values are JSON texts. */
export interface CacheTier {
  readonly name: 'memory' | 'redis' | 'postgres';
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes the entries whose key begins with `prefix` and that are meant. Answers how many. */
  forget(prefix: string, isMeant: IsMeant): Promise<number>;
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

  async forget(prefix: string, isMeant: IsMeant): Promise<number> {
    const own = [...this.entries.entries()].filter(([key]) => key.startsWith(prefix));
    const keys = await meantOf(
      own.map(([key, value]) => ({ key, value })),
      isMeant,
    );
    for (const key of keys) this.entries.delete(key);
    return keys.length;
  }
}

/** Longest time of one command; then the cache goes on without Redis. */
const REDIS_MS = 5_000;

export const withinRedisTime = <T>(command: Promise<T>): Promise<T> => withDeadline(REDIS_MS, 'Redis', command);

export class RedisTier implements CacheTier {
  readonly name = 'redis';

  /** `redis`: without time limits of its own, which cost more than the commands. */
  constructor(private readonly redis: Pick<RedisClient, 'get' | 'set' | 'del' | 'mGet' | 'scan'>) {}

  async get(key: string): Promise<string | null> {
    return (await withinRedisTime(this.redis.get(key))) as string | null;
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    const life = { type: 'EX', value: Math.max(1, Math.round(ttlSeconds)) } as const;
    await withinRedisTime(this.redis.set(key, value, { expiration: life }));
  }

  async delete(key: string): Promise<void> {
    await withinRedisTime(this.redis.del(key));
  }

  async forget(prefix: string, isMeant: IsMeant): Promise<number> {
    let removed = 0;
    for (let cursor = '0'; ;) {
      const page = await withinRedisTime(this.redis.scan(cursor, { MATCH: `${prefix}*`, COUNT: PAGE }));
      const meant = await meantOf(await this.read(page.keys.map(String)), isMeant);
      if (meant.length > 0) removed += await withinRedisTime(this.redis.del(meant));
      cursor = String(page.cursor);
      if (cursor === '0') return removed;
    }
  }

  private async read(keys: readonly string[]): Promise<CacheText[]> {
    if (keys.length === 0) return [];
    const values: readonly unknown[] = await withinRedisTime(this.redis.mGet([...keys]));
    return keys.flatMap((key, index) => {
      const value = values[index];
      return typeof value === 'string' ? [{ key, value }] : [];
    });
  }
}

/** What is written behind gathers so long: nobody waits for it, and a transaction costs more than its rows. */
const GATHER_MS = 50;

interface Entry {
  readonly key: string;
  readonly value: string;
  readonly ttlSeconds: number;
}

/**
 * Survives a Redis that was emptied. The tenant of the running context is the only one it can see. Reads and writes of a tenant
 * that come at once share a transaction.
 */
export class PostgresTier implements CacheTier {
  readonly name = 'postgres';
  private readonly reads = new GroupCommits<string, string | null>((tenantId, keys) =>
    runAsTenant(systemContext(tenantId), () => this.readAll(keys)),
  );
  private readonly writes = new GroupCommits<Entry, null>(
    (tenantId, entries) => runAsTenant(systemContext(tenantId), () => this.writeAll(entries)),
    GATHER_MS,
  );

  constructor(
    private readonly database: TenantDatabase,
    private readonly system: SystemDatabase,
  ) {}

  async get(key: string): Promise<string | null> {
    return this.reads.add(tenantContext().tenantId, key);
  }

  async set(key: string, value: string, ttlSeconds: number): Promise<void> {
    await this.writes.add(tenantContext().tenantId, { key, value, ttlSeconds });
  }

  async delete(key: string): Promise<void> {
    await this.database.query('DELETE FROM cache_entries WHERE key = $1', [key]);
  }

  async forget(prefix: string, isMeant: IsMeant): Promise<number> {
    let removed = 0;
    for (let after = ''; ;) {
      const { rows } = await this.database.query<CacheText>(
        `SELECT key, value FROM cache_entries WHERE starts_with(key, $1) AND key > $2 ORDER BY key LIMIT ${PAGE}`,
        [prefix, after],
      );
      const meant = await meantOf(rows, isMeant);
      if (meant.length > 0)
        await this.database.query('DELETE FROM cache_entries WHERE key = ANY ($1::text[])', [meant]);
      removed += meant.length;
      const last = rows.at(-1);
      if (rows.length < PAGE || last === undefined) return removed;
      after = last.key;
    }
  }

  async sweep(): Promise<number> {
    return (await this.system.query('DELETE FROM cache_entries WHERE expires_at <= now()')).count;
  }

  private async readAll(keys: readonly string[]): Promise<readonly (string | null)[]> {
    const { rows } = await this.database.query<{ key: string; value: string }>(
      'SELECT key, value FROM cache_entries WHERE key = ANY ($1::text[]) AND expires_at > now()',
      [keys],
    );
    const values = new Map(rows.map(({ key, value }) => [key, value]));
    return keys.map((key) => values.get(key) ?? null);
  }

  private async writeAll(entries: readonly Entry[]): Promise<readonly null[]> {
    // One statement cannot write a row twice, and writers that lock in one order never wait for each other in a circle.
    const last = [...new Map(entries.map((entry) => [entry.key, entry])).values()].sort((a, b) =>
      a.key < b.key ? -1 : 1,
    );
    await this.database.transaction(async (tx) => {
      tx.commitWithoutWaiting();
      await tx.query(
        `INSERT INTO cache_entries (tenant_id, key, value, expires_at)
         SELECT current_setting('app.tenant_id')::uuid, e.key, e.value, now() + make_interval(secs => e.seconds)
           FROM unnest($1::text[], $2::text[], $3::float8[]) AS e(key, value, seconds)
         ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
        [last.map(({ key }) => key), last.map(({ value }) => value), last.map(({ ttlSeconds }) => ttlSeconds)],
      );
    });
    return entries.map(() => null);
  }
}
