import { randomUUID } from 'node:crypto';
import { sleep } from '@app/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectRedis, type RedisClient } from '../../../libs/cache/src/redis.js';
import { SharedFlights } from '../../../libs/cache/src/shared-flights.js';
import { ownServices } from '../../support/database.js';

const LEASE_MS = 400;
/** Far longer than a test may take: whoever waited for it would fail. */
const LONG_SECONDS = 600;

let url: string;
let redis: RedisClient;
const connect = () => connectRedis(url, () => undefined);
/** What flights leave where others look for it. */
const kept = new Map<string, string>();

beforeAll(async () => {
  url = (await ownServices())['REDIS_URL'] ?? '';
  redis = await connect();
});
afterAll(() => redis.destroy());

const flights = (client: RedisClient = redis) => new SharedFlights(client, LEASE_MS);
const lead = (by: SharedFlights, name: string, work: () => Promise<string>): Promise<string> =>
  by.lead(name, LONG_SECONDS, {
    work: async () => {
      const value = await work();
      kept.set(name, value);
      return value;
    },
    look: async () => kept.get(name) ?? null,
  });
const never = () => new Promise<string>(() => undefined);

it('lets one lead for as long as it works, however many leases that takes', async () => {
  const name = randomUUID();
  const one = lead(flights(), name, async () => {
    await sleep(4 * LEASE_MS);
    return 'of the first';
  });
  await expect.poll(() => redis.exists(`${name}:flight`)).toBe(1);
  expect(await lead(flights(), name, async () => 'of the second')).toBe('of the first');
  expect(await one).toBe('of the first');
  await expect.poll(() => redis.exists(`${name}:flight`)).toBe(0);
});

it('lets the next one lead soon after the leader has died', async () => {
  const name = randomUUID();
  const dying = await connect();
  void lead(flights(dying), name, never);
  await expect.poll(() => redis.exists(`${name}:flight`)).toBe(1);
  // As Redis sees the death of a process: nothing comes any more, and the lock is there.
  dying.destroy();
  expect(await lead(flights(), name, async () => 'of the second')).toBe('of the second');
});

it('takes over at once where the leader fails', async () => {
  const name = randomUUID();
  const failing = lead(flights(), name, async () => {
    await sleep(50);
    throw new Error('no luck');
  });
  const failure = failing.catch((error: unknown) => error);
  await expect.poll(() => redis.exists(`${name}:flight`)).toBe(1);
  expect(await lead(flights(), name, async () => 'of the second')).toBe('of the second');
  expect(await failure).toMatchObject({ message: 'no luck' });
});

it('does not take the lock away from who leads by now', async () => {
  const name = randomUUID();
  const slow = lead(flights(), name, async () => {
    await sleep(100);
    await redis.set(`${name}:flight`, 'another');
    return 'late';
  });
  expect(await slow).toBe('late');
  await sleep(LEASE_MS);
  expect(await redis.get(`${name}:flight`)).toBe('another');
});
