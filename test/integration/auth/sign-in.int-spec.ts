import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuthApp, unique } from './auth-app.js';

let app: AuthApp;
beforeAll(async () => {
  app = await AuthApp.start();
});
afterEach(() => app.clock.reset());
afterAll(() => app.stop());

const loginStatus = async (email: string, password: string, tenant?: string) =>
  (await app.call('POST', '/v1/auth/login', { body: { email, password, tenant } })).status;

describe('signing in', () => {
  it('answers a pair of tokens, and the access token opens the API', async () => {
    const tenant = await app.tenant();
    const { status, body } = await app.call('POST', '/v1/auth/login', {
      body: { email: tenant.email.toUpperCase(), password: tenant.password },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      refreshToken: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      tokenType: 'Bearer',
      expiresIn: 900,
    });
    const me = await app.call('GET', '/v1/auth/me', { token: body.accessToken });
    expect(me.body).toMatchObject({
      email: tenant.email,
      role: 'admin',
      actor: 'user',
      platformAdmin: false,
      tenant: { id: tenant.id, slug: tenant.slug },
    });
  });

  it('answers the same to an unknown address, a wrong password, a disabled user and a suspended tenant', async () => {
    const tenant = await app.tenant();
    const user = await app.user(tenant, 'viewer');
    await app.call('PATCH', `/v1/users/${user.id}`, { token: tenant.token, body: { status: 'disabled' } });
    const suspended = await app.tenant();
    await app.call('PATCH', `/v1/admin/tenants/${suspended.id}`, {
      token: app.platformToken,
      body: { status: 'suspended' },
    });
    const attempts = [
      [`${unique('nobody')}@example.com`, 'a good password'],
      [tenant.email, 'a bad password'],
      [user.email, 'a good password'],
      [suspended.email, suspended.password],
    ] as const;
    const answers = [];
    for (const [email, password] of attempts)
      answers.push(await app.call('POST', '/v1/auth/login', { body: { email, password } }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    const bodies = answers.map(({ body }) => ({ ...body, requestId: null }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]).toMatchObject({ code: 'invalid_credentials', status: 401 });
  });

  it('takes the same time for an unknown address as for a wrong password', async () => {
    const tenant = await app.tenant();
    const nobody = `${unique('nobody')}@example.com`;
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let n = 0; n < 4; n++)
      for (const [kind, email] of [
        ['known', tenant.email],
        ['unknown', nobody],
      ] as const) {
        const begin = performance.now();
        await loginStatus(email, 'a bad password');
        times[kind]!.push(performance.now() - begin);
      }
    const least = (list: number[]) => Math.min(...list);
    // Without a computation for unknown addresses they take a small part of the time.
    expect(least(times['unknown']!) / least(times['known']!)).toBeGreaterThan(0.5);
  });

  it('finds the tenant by the password where an address exists in several, and by the slug where it is named', async () => {
    const email = `${unique('both')}@example.com`;
    const one = await app.tenant(email);
    const two = await app.tenant(email);
    await app.call('PATCH', `/v1/users/${await idOf(two.token)}`, {
      token: two.token,
      body: { password: 'another password' },
    });
    const tenantOf = async (password: string, slug?: string) => {
      const { accessToken } = await app.login(email, password, slug);
      return (await app.call('GET', '/v1/auth/me', { token: accessToken })).body.tenant.id;
    };
    expect(await tenantOf('a good password')).toBe(one.id);
    expect(await tenantOf('another password')).toBe(two.id);
    expect(await tenantOf('another password', two.slug)).toBe(two.id);
    expect(await loginStatus(email, 'another password', one.slug)).toBe(401);
  });

  it.each([
    [{}],
    [{ email: 'a@b.c' }],
    [{ email: 5, password: 'x' }],
    [{ email: 'a@b.c', password: 'x', admin: true }],
    [{ email: 'a\u0000@b.c', password: 'x' }],
    [{ email: 'a@b.c', password: 'x'.repeat(257) }],
  ])('refuses the body %j', async (body) => {
    const answer = await app.call('POST', '/v1/auth/login', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('invalid_input');
  });
});

const idOf = async (token: string): Promise<string> => (await app.call('GET', '/v1/auth/me', { token })).body.id;

describe('lock-out', () => {
  it('lets ten wrong passwords through and then not even the right one, for fifteen minutes', async () => {
    const { email, password } = await app.tenant();
    for (let n = 0; n < 10; n++) expect(await loginStatus(email, `wrong ${n}`)).toBe(401);
    expect(await loginStatus(email, password)).toBe(401);
    app.clock.pass(14 * 60_000);
    expect(await loginStatus(email, password)).toBe(401);
    app.clock.pass(60_001);
    expect(await loginStatus(email, password)).toBe(200);
  });

  it('opens nothing to the right password among many guesses at once', async () => {
    const { email, password } = await app.tenant();
    const guesses = [...Array.from({ length: 30 }, (_, n) => `guess ${n}`), password];
    const statuses = await Promise.all(guesses.map((guess) => loginStatus(email, guess)));
    expect(statuses).toEqual(guesses.map(() => 401));
  });

  it('forgets wrong passwords after a right one', async () => {
    const { email, password } = await app.tenant();
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 9; n++) await loginStatus(email, 'wrong');
      expect(await loginStatus(email, password)).toBe(200);
    }
  });

  it('lets the many sign-ins of one user at once through', async () => {
    const { email, password } = await app.tenant();
    const statuses = await Promise.all(Array.from({ length: 20 }, () => loginStatus(email, password)));
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 200));
  });
});

describe('refresh tokens', () => {
  it('are good for one new pair each', async () => {
    const { email, password } = await app.tenant();
    const first = await app.login(email, password);
    const second = await app.refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect((await app.call('GET', '/v1/auth/me', { token: second.body.accessToken })).status).toBe(200);
    expect((await app.refresh(second.body.refreshToken)).status).toBe(200);
  });

  it('end with their whole family when one is used again, and other sign-ins go on', async () => {
    const { email, password } = await app.tenant();
    const [stolen, other] = [await app.login(email, password), await app.login(email, password)];
    const second = await app.refresh(stolen.refreshToken);
    const reused = await app.refresh(stolen.refreshToken);
    expect(reused.status).toBe(401);
    expect(reused.body.code).toBe('invalid_refresh_token');
    expect((await app.refresh(second.body.refreshToken)).status).toBe(401);
    expect((await app.refresh(other.refreshToken)).status).toBe(200);
  });

  it('make exactly one successor out of fifty uses at once', async () => {
    const { email, password, id } = await app.tenant();
    const { refreshToken } = await app.login(email, password);
    const before = await countTokens(id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.refresh(refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
    expect(await countTokens(id)).toBe(before + 1);
  });

  it('leave no successor alive when a family is refreshed and revoked at the same time', async () => {
    const { email, password } = await app.tenant();
    for (let round = 0; round < 10; round++) {
      const first = await app.login(email, password);
      const second = (await app.refresh(first.refreshToken)).body.refreshToken;
      const [third] = await Promise.all([app.refresh(second), app.refresh(first.refreshToken)]);
      // Where the reuse came first there is no third pair at all.
      const survivor = third.body.refreshToken ?? second;
      expect((await app.refresh(survivor)).status).toBe(401);
    }
  });

  it('end when they are not used for fourteen days, and when the user is disabled', async () => {
    const tenant = await app.tenant();
    const old = await app.login(tenant.email, tenant.password);
    app.clock.pass(14 * 86_400_000 + 1);
    expect((await app.refresh(old.refreshToken)).status).toBe(401);
    app.clock.reset();
    const user = await app.user(tenant, 'analyst');
    const { refreshToken } = await app.login(user.email, 'a good password');
    await app.call('PATCH', `/v1/users/${user.id}`, {
      token: tenant.token,
      body: { status: 'disabled' },
    });
    expect((await app.refresh(refreshToken)).status).toBe(401);
  });

  it('end by signing out, which tells nothing about tokens that do not exist', async () => {
    const { email, password } = await app.tenant();
    const { refreshToken } = await app.login(email, password);
    const logout = (token: string) => app.call('POST', '/v1/auth/logout', { body: { refreshToken: token } });
    expect((await logout(refreshToken)).status).toBe(204);
    expect((await app.refresh(refreshToken)).status).toBe(401);
    expect((await logout('A'.repeat(43))).status).toBe(204);
    expect((await logout('nonsense')).status).toBe(204);
  });

  it('are kept as hashes only', async () => {
    const { email, password } = await app.tenant();
    const { refreshToken } = await app.login(email, password);
    const { rows } = await app.system.query('SELECT t::text AS row FROM refresh_tokens t');
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
  });
});

const countTokens = async (tenantId: string): Promise<number> => {
  const row = await app.system.one<{ n: number }>(
    `SELECT count(*)::int AS n FROM refresh_tokens WHERE replace(tenant_id::text, '-', '') = $1`,
    [tenantId.replace('ten_', '')],
  );
  return row?.n ?? 0;
};
