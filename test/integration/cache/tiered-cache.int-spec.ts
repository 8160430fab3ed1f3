import {
  CacheModule,
  cacheConfig,
  type CacheTier,
  LiveChannel,
  REDIS,
  type RedisClient,
  TieredCache,
} from '@app/cache';
import { ConfigModule, redisConfig, runtimeConfig, storageConfig } from '@app/config';
import { databaseConfig, DatabaseModule } from '@app/database';
import { encryptionConfig, EncryptionModule, isSealed } from '@app/encryption';
import { newUuid } from '@app/kernel';
import { Log } from '@app/observability';
import { runAsTenant, systemContext } from '@app/tenancy';
import { Global, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ownServices } from '../../support/database.js';

const lines: string[] = [];
const log = new Log({ level: 'trace', pretty: false }, { write: (line) => void lines.push(line) });

@Global()
@Module({ providers: [{ provide: Log, useValue: log }], exports: [Log] })
class LogModule {}

const schema = z.object({ n: z.number() });
let ids = 0;
const key = (overrides: object = {}) => ({
  name: 'testing.value',
  version: 1,
  id: `id-${ids++}`,
  schema,
  ttlSeconds: 60,
  ...overrides,
});
type Key = ReturnType<typeof key>;

describe('TieredCache', () => {
  let environment: Record<string, string>;
  let owner: pg.Client;
  const apps: INestApplicationContext[] = [];
  const [tenantId, otherId] = [newUuid(), newUuid()];

  /** One instance of the service: its own memory, the same Redis and Postgres. */
  const instance = async () => {
    @Module({
      imports: [
        ConfigModule.forRoot(
          [databaseConfig, redisConfig, cacheConfig, runtimeConfig, storageConfig, encryptionConfig],
          environment,
        ),
        LogModule,
        DatabaseModule,
        EncryptionModule,
        CacheModule,
      ],
    })
    class CachingModule {}
    const app = await NestFactory.createApplicationContext(CachingModule, { logger: false, abortOnError: false });
    apps.push(app);
    return app;
  };

  let [first, second]: TieredCache[] = [];
  let redis: RedisClient;

  beforeAll(async () => {
    environment = { ...(await ownServices()) };
    owner = new pg.Client({ connectionString: environment['DATABASE_OWNER_URL'] });
    await owner.connect();
    for (const id of [tenantId, otherId])
      await owner.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [id, `t-${id}`]);
    const [one, two] = [await instance(), await instance()];
    [first, second] = [one.get(TieredCache), two.get(TieredCache)];
    redis = one.get<RedisClient>(REDIS);
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await owner.end();
  });

  const as = <T>(tenant: string, work: () => Promise<T>): Promise<T> => runAsTenant(systemContext(tenant), work);
  const inTenant = <T>(work: () => Promise<T>): Promise<T> => as(tenantId, work);
  const redisKey = ({ name, version, id }: Key, tenant = tenantId) =>
    `dossier:cache:${tenant}:${name}:v${version}:${id}`;
  const read = (cache: TieredCache | undefined, of: Key) => inTenant(() => cache!.get(of));

  it('finds a value in the fastest tier that has it, and brings it nearer', async () => {
    const it1 = key();
    expect(await read(first, it1)).toBeNull();
    await inTenant(() => first!.set(it1, { n: 1 }));
    expect(await read(first, it1)).toEqual({ value: { n: 1 }, tier: 'memory' });
    expect(await read(second, it1)).toEqual({ value: { n: 1 }, tier: 'redis' });
    expect(await read(second, it1)).toEqual({ value: { n: 1 }, tier: 'memory' });
  });

  it('finds a value in Postgres where Redis was emptied, and fills Redis again', async () => {
    const it1 = key();
    await inTenant(() => first!.set(it1, { n: 2 }));
    await redis.del(redisKey(it1));
    expect(await read(second, it1)).toEqual({ value: { n: 2 }, tier: 'postgres' });
    const sealed = await redis.get(redisKey(it1));
    expect(isSealed(sealed)).toBe(true);
    // Sealed once: what fills Redis is what stands in Postgres. In the place of another value it does not open.
    const { rows } = await owner.query('SELECT value FROM cache_entries WHERE key = $1', [redisKey(it1)]);
    expect(rows).toEqual([{ value: sealed }]);
    const it2 = key();
    await redis.set(redisKey(it2), sealed as string);
    expect(await read(first, it2)).toBeNull();
  });

  it('keeps nothing in Redis for ever', async () => {
    const it1 = key({ ttlSeconds: 90 });
    await inTenant(() => first!.set(it1, { n: 2 }));
    const ttl = await redis.ttl(redisKey(it1));
    expect(ttl).toBeGreaterThan(80);
    expect(ttl).toBeLessThanOrEqual(90);
  });

  it('does not find what has expired, in any tier', async () => {
    const it1 = key({ ttlSeconds: 1 });
    await inTenant(() => first!.set(it1, { n: 3 }));
    expect(await read(first, it1)).not.toBeNull();
    await vi.waitFor(async () => expect(await read(first, it1)).toBeNull(), { timeout: 3_000, interval: 100 });
    expect(await read(second, it1)).toBeNull();
  });

  it('throws out of Postgres what has expired there, of all tenants, and nothing else', async () => {
    const [old, kept] = [key(), key()];
    for (const tenant of [tenantId, otherId]) await as(tenant, () => first!.set(old, { n: 1 }));
    await inTenant(() => first!.set(kept, { n: 2 }));
    await owner.query(`UPDATE cache_entries SET expires_at = now() WHERE key LIKE '%' || $1`, [old.id]);
    expect(await first!.sweep()).toBeGreaterThanOrEqual(2);
    const { rows } = await owner.query('SELECT key FROM cache_entries WHERE key = ANY ($1)', [
      [redisKey(old), redisKey(old, otherId), redisKey(kept)],
    ]);
    expect(rows).toEqual([{ key: redisKey(kept) }]);
  });

  it('deletes from all tiers', async () => {
    const it1 = key();
    await inTenant(() => first!.set(it1, { n: 4 }));
    await inTenant(() => first!.delete(it1));
    expect(await read(first, it1)).toBeNull();
    expect(await redis.exists(redisKey(it1))).toBe(0);
    expect((await owner.query('SELECT 1 FROM cache_entries WHERE key = $1', [redisKey(it1)])).rowCount).toBe(0);
  });

  it.each([
    ['another tenant', {}, otherId],
    ['another version', { version: 2 }, tenantId],
    ['another name', { name: 'testing.other' }, tenantId],
  ])('does not give a value to %s', async (_, change, tenant) => {
    const it1 = key();
    await inTenant(() => first!.set(it1, { n: 5 }));
    for (const cache of [first!, second!])
      expect(await as(tenant, () => cache.get({ ...it1, ...change } as Key))).toBeNull();
  });

  it('asks for a tenant, always', async () => {
    for (const work of [() => first!.get(key()), () => first!.set(key(), { n: 1 }), () => first!.delete(key())])
      await expect(work()).rejects.toMatchObject({ code: 'no_tenant_context' });
  });

  it('lets Postgres refuse another tenant even where a key was made up', async () => {
    const it1 = key();
    await inTenant(() => first!.set(it1, { n: 6 }));
    await redis.del(redisKey(it1));
    const { rows } = await owner.query('SELECT tenant_id FROM cache_entries WHERE key = $1', [redisKey(it1)]);
    expect(rows).toEqual([{ tenant_id: tenantId }]);
    expect(await as(otherId, () => second!.get(it1))).toBeNull();
  });

  it.each([
    ['no JSON', '{"n":'],
    ['another shape', '{"n":"one"}'],
    ['nothing', ''],
  ])('takes what stands in Redis for absent where it is %s', async (_, text) => {
    const it1 = key();
    await redis.set(redisKey(it1), text);
    expect(await read(first, it1)).toBeNull();
    await inTenant(() => second!.set(it1, { n: 7 }));
    await redis.set(redisKey(it1), text);
    expect(await read(first, it1)).toEqual({ value: { n: 7 }, tier: 'postgres' });
  });

  describe('getOrCompute', () => {
    it('computes once for a hundred that ask at once, and not again', async () => {
      const it1 = key();
      const compute = vi.fn<() => Promise<{ n: number }>>(async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return { n: 8 };
      });
      const answers = await inTenant(() =>
        Promise.all(Array.from({ length: 100 }, () => first!.getOrCompute(it1, compute))),
      );
      expect(compute).toHaveBeenCalledOnce();
      expect(answers.every(({ value }) => value.n === 8)).toBe(true);
      expect(answers.filter(({ tier }) => tier === null)).toHaveLength(1);
      expect(await inTenant(() => second!.getOrCompute(it1, compute))).toEqual({ value: { n: 8 }, tier: 'redis' });
      expect(compute).toHaveBeenCalledOnce();
    });

    it('computes for each tenant by itself', async () => {
      const it1 = key();
      const values = await Promise.all(
        [tenantId, otherId].map((tenant, n) => as(tenant, () => first!.getOrCompute(it1, async () => ({ n })))),
      );
      expect(values.map(({ value }) => value.n)).toEqual([0, 1]);
    });

    it('is kept in Postgres too, for the day when Redis was emptied, and before the service ends', async () => {
      const it1 = key();
      const app = await instance();
      await inTenant(() => app.get(TieredCache).getOrCompute(it1, async () => ({ n: 10 })));
      await app.close();
      await redis.del(redisKey(it1));
      expect(await read(second, it1)).toEqual({ value: { n: 10 }, tier: 'postgres' });
    });

    it('is deleted for good, however soon', async () => {
      const it1 = key();
      await inTenant(() => first!.getOrCompute(it1, async () => ({ n: 11 })));
      await inTenant(() => first!.delete(it1));
      await first!.idle();
      expect(await read(second, it1)).toBeNull();
    });

    it('waits for Postgres where Redis does not take the value', async () => {
      let isWritten = false;
      const tier = (name: CacheTier['name'], set: () => Promise<void>): CacheTier => ({
        name,
        get: async () => null,
        set,
        delete: async () => undefined,
        forget: async () => 0,
      });
      const redisTier = tier('redis', () => Promise.reject(new Error('down')));
      const postgres = tier('postgres', async () => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        isWritten = true;
      });
      const cache = new TieredCache([redisTier, postgres], log);
      await inTenant(() => cache.getOrCompute(key(), async () => ({ n: 12 })));
      expect(isWritten).toBe(true);
    });

    it('keeps no failure: who asks next computes again', async () => {
      const it1 = key();
      const failing = () => first!.getOrCompute(it1, () => Promise.reject(new Error('no luck')));
      const failures = await inTenant(() => Promise.allSettled([failing(), failing()]));
      expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(await inTenant(() => first!.getOrCompute(it1, async () => ({ n: 9 })))).toMatchObject({ tier: null });
    });
  });

  it('goes on without a tier that fails, and says which one', async () => {
    const fails = () => Promise.reject(new Error('secret words'));
    const broken: CacheTier = { name: 'redis', get: fails, set: fails, delete: fails, forget: fails };
    const kept = new Map<string, string>();
    const whole: CacheTier = {
      name: 'postgres',
      get: async (name) => kept.get(name) ?? null,
      set: async (name, value) => void kept.set(name, value),
      delete: async (name) => void kept.delete(name),
      forget: async () => 0,
    };
    const cache = new TieredCache([broken, whole], log);
    lines.length = 0;
    const it1 = key();
    await inTenant(() => cache.set(it1, { n: 10 }));
    expect(await read(cache, it1)).toEqual({ value: { n: 10 }, tier: 'postgres' });
    await inTenant(() => cache.delete(it1));
    expect(kept.size).toBe(0);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
      lines.map(() => expect.objectContaining({ msg: 'cache.tier_failed', tier: 'redis' })),
    );
    expect(lines.join()).not.toContain('secret words');
  });

  describe('LiveChannel', () => {
    it('tells all instances, those that listen to the subject and only as long as they do', async () => {
      const [one, two] = [apps[0]!.get(LiveChannel), apps[1]!.get(LiveChannel)];
      const heard: string[] = [];
      const stops = [
        one.listen('a', () => heard.push('one hears a')),
        two.listen('a', () => heard.push('two hears a')),
        two.listen('b', () => heard.push('two hears b')),
      ];
      one.publish('a');
      await vi.waitFor(() => expect(heard.toSorted()).toEqual(['one hears a', 'two hears a']));
      stops[1]!();
      heard.length = 0;
      one.publish('a');
      two.publish('b');
      await vi.waitFor(() => expect(heard.toSorted()).toEqual(['one hears a', 'two hears b']));
      for (const stop of stops) stop();
    });
  });
});
