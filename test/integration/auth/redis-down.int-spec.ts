import { REDIS, type RedisClient } from '@app/cache';
import { expect, it } from 'vitest';
import { AuthApp } from './auth-app.js';

it('goes on limiting in memory while Redis cannot be reached', async () => {
  const app = await AuthApp.start();
  try {
    const { token } = await app.tenant();
    await app.call('PATCH', '/v1/tenant', { token, body: { rateLimits: { requestsPerMinute: 5 } } });
    app.app.get<RedisClient>(REDIS, { strict: false }).destroy();
    const statuses = [];
    const begin = performance.now();
    for (let n = 0; n < 12; n++) statuses.push((await app.call('GET', '/v1/auth/me', { token })).status);
    expect(performance.now() - begin).toBeLessThan(2_000);
    expect(statuses.slice(0, 3)).toEqual([200, 200, 200]);
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect(statuses).not.toContain(500);
  } finally {
    await app.stop().catch(() => undefined);
  }
});
