import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthApp } from './auth-app.js';

let app: AuthApp;
beforeAll(async () => {
  app = await AuthApp.start();
});
afterAll(() => app.stop());

const limited = async (rateLimits: Record<string, number>) => {
  const tenant = await app.tenant();
  await app.call('PATCH', '/v1/tenant', { token: tenant.token, body: { rateLimits } });
  return tenant;
};

describe('limits of a tenant', () => {
  it('let exactly the requests of a minute through, and say so', async () => {
    const { token } = await limited({ requestsPerMinute: 10 });
    // The change itself was the first request of this minute.
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await app.call('GET', '/v1/auth/me', { token }));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(statuses.indexOf(429));
    expect(statuses.slice(0, 9)).not.toContain(429);
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect(answers[0]!.headers).toMatchObject({
      'ratelimit-limit': '10',
      'ratelimit-remaining': expect.stringMatching(/^\d+$/),
      'ratelimit-reset': expect.stringMatching(/^\d+$/),
    });
    const refused = answers.at(-1)!;
    expect(refused.body.code).toBe('rate_limited');
    expect(refused.headers).toMatchObject({ 'ratelimit-remaining': '0' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('hold within one second too', async () => {
    const { token } = await limited({ burst: 5 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => app.call('GET', '/v1/auth/me', { token })));
    const passed = answers.filter(({ status }) => status === 200).length;
    expect(passed).toBeGreaterThanOrEqual(4);
    expect(passed).toBeLessThanOrEqual(10);
    expect(answers.find(({ status }) => status === 429)!.headers['retry-after']).toBe('1');
  });

  it('are not used up by another tenant, nor by bad tokens', async () => {
    const { token } = await limited({ requestsPerMinute: 30 });
    const busy = await limited({ requestsPerMinute: 1 });
    for (let n = 0; n < 40; n++) {
      await app.call('GET', '/v1/auth/me', { token: busy.token });
      await app.call('GET', '/v1/auth/me', { token: `${token}x` });
    }
    expect((await app.call('GET', '/v1/auth/me', { token })).status).toBe(200);
  });

  it('are the same for all instances together', async () => {
    const other = await AuthApp.start({ AUTH_KEYS_FILE: app.keysFile });
    try {
      const { token } = await limited({ requestsPerMinute: 20 });
      // The instance that saw the change gives back what it had leased of the old limit; that was the second request.
      await app.call('GET', '/v1/auth/me', { token });
      let passed = 0;
      for (let n = 0; n < 30; n++)
        if ((await (n % 2 ? app : other).call('GET', '/v1/auth/me', { token })).status === 200) passed++;
      expect(passed).toBe(18);
    } finally {
      await other.stop();
    }
  });
});

describe('limits of an address', () => {
  it('hold for sign-ins and for tokens that are refused, each by itself', async () => {
    // In another network than the tests, so that nobody else counts against it.
    const strict = await AuthApp.start(
      {
        AUTH_KEYS_FILE: app.keysFile,
        RATE_LIMIT_SIGN_IN_PER_MINUTE: '3',
        RATE_LIMIT_REFUSED_PER_MINUTE: '4',
      },
      { empty: true },
    );
    try {
      const from = { remoteAddress: `203.0.113.${process.pid % 250}` };
      const login = () => strict.call('POST', '/v1/auth/login', { body: { email: 'a@b.c', password: 'x' }, ...from });
      const bad = (token: string) => strict.call('GET', '/v1/auth/me', { token, ...from });
      const logins = [];
      for (let n = 0; n < 5; n++) logins.push((await login()).status);
      expect(logins).toEqual([401, 401, 401, 429, 429]);
      const refusals = [];
      for (let n = 0; n < 6; n++) refusals.push((await bad(`bad${n}`)).status);
      expect(refusals).toEqual([401, 401, 401, 401, 429, 429]);
      expect((await strict.call('GET', '/.well-known/jwks.json', from)).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});
