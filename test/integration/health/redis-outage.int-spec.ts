import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveChannel } from '@app/cache';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startRedis } from '../../../scripts/services/redis.mjs';
import type { DocumentBody } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

type Redis = Awaited<ReturnType<typeof startRedis>>;

let folder: string;
let port: number;
let redis: Redis;
let test: TestApp;
let tenant: TestTenant;

const startOnPort = (): Promise<Redis> => startRedis({ folder, port, password: 'redis', durable: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-redis-'));
  redis = await startRedis({ folder, password: 'redis', durable: false });
  port = redis.port;
  test = await startTestApp('all', { REDIS_URL: redis.url, READING_PROCESSES: '1' });
  tenant = await test.newTenant();
});
afterAll(async () => {
  await redis.stop();
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const status = async (path: string): Promise<number> => (await tenant.api.as('').get(path)).status;
const upload = (text: string) => tenant.api.upload({ name: 'note.txt', bytes: text }, {}, { path: '/v1/documents' });

// An error that nobody handles, in this process, would make the whole run fail: that is how survival is checked.
it('is alive all the time, ready while Redis is there, and loses no document that came in meanwhile', async () => {
  expect([await status('/health/live'), await status('/health/ready'), await status('/health')]).toEqual([
    200, 200, 200,
  ]);

  await redis.stop();
  await vi.waitFor(async () => expect(await status('/health/ready')).toBe(503), { timeout: 5_000, interval: 50 });
  const began = performance.now();
  const down = await tenant.api.as('').get('/health/ready');
  expect(down.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(down.body).toMatchObject({
    code: 'not_ready',
    detail: 'Not ready; down: redis.',
    errors: expect.arrayContaining([
      { pointer: '/details/redis', detail: 'down' },
      { pointer: '/details/database', detail: 'up' },
    ]),
  });
  expect(JSON.stringify(down.body)).not.toContain('127.0.0.1');
  expect([await status('/health/live'), await status('/metrics')]).toEqual([200, 200]);

  const taken = await upload('A note that came while Redis was away.');
  expect(taken.status).toBe(202);
  expect((await tenant.api.get<DocumentBody>(`/v1/documents/${taken.body.id}`)).status).toBe(200);
  expect(await status('/health/live')).toBe(200);

  redis = await startOnPort();
  await vi.waitFor(async () => expect(await status('/health/ready')).toBe(200), { timeout: 10_000, interval: 50 });
  expect(await status('/health')).toBe(200);
  expect(await tenant.api.settled(taken.body.id, 30)).toMatchObject({ status: 'succeeded' });

  const after = await upload('A note that came when Redis was back.');
  expect(await tenant.api.settled(after.body.id, 30)).toMatchObject({ status: 'succeeded' });
  const channel = test.app.get(LiveChannel, { strict: false });
  const { promise: heard, resolve } = Promise.withResolvers<void>();
  const stop = channel.listen('subject', () => resolve());
  await vi.waitFor(
    async () => {
      channel.publish('subject');
      await Promise.race([heard, new Promise((_, reject) => setTimeout(reject, 100))]);
    },
    { timeout: 10_000, interval: 20 },
  );
  stop();
});

it('says of each dependency how it is', async () => {
  const { body } = await tenant.api.as('').get<{ info: Record<string, { status: string }> }>('/health/ready');
  expect(
    Object.entries(body.info)
      .map(([name, { status: state }]) => `${name} ${state}`)
      .sort(),
  ).toEqual(['database up', 'providers up', 'queue up', 'redis up', 'storage up']);
});
