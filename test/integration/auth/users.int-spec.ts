import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuthApp, unique } from './auth-app.js';

let app: AuthApp;
beforeAll(async () => {
  app = await AuthApp.start();
});
afterAll(() => app.stop());

const idOf = async (token: string): Promise<string> => (await app.call('GET', '/v1/auth/me', { token })).body.id;

describe('users', () => {
  it('are made, listed in pages, changed and removed by an administrator', async () => {
    const tenant = await app.tenant();
    const { token } = tenant;
    const email = `${unique('ada')}@example.com`;
    const made = await app.call('POST', '/v1/users', {
      token,
      body: { email: email.toUpperCase(), password: 'a good password', role: 'viewer' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^usr_[0-9a-f]{32}$/),
      email,
      role: 'viewer',
      status: 'active',
      platformAdmin: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const first = await app.call('GET', '/v1/users?limit=1', { token });
    const second = await app.call('GET', `/v1/users?limit=1&cursor=${first.body.nextCursor}`, { token });
    expect([...first.body.items, ...second.body.items].map((user) => user.email)).toEqual([tenant.email, email]);
    expect(second.body.nextCursor).toBeNull();
    const changed = await app.call('PATCH', `/v1/users/${made.body.id}`, { token, body: { role: 'analyst' } });
    expect(changed.body).toMatchObject({ id: made.body.id, role: 'analyst' });
    expect((await app.call('DELETE', `/v1/users/${made.body.id}`, { token })).status).toBe(204);
    expect((await app.call('DELETE', `/v1/users/${made.body.id}`, { token })).status).toBe(404);
  });

  it('have one address each in a tenant, and the same one in another', async () => {
    const [one, two] = [await app.tenant(), await app.tenant()];
    const body = { email: one.email, password: 'a good password', role: 'viewer' };
    const taken = await app.call('POST', '/v1/users', { token: one.token, body });
    expect([taken.status, taken.body.code]).toEqual([409, 'email_taken']);
    expect((await app.call('POST', '/v1/users', { token: two.token, body })).status).toBe(201);
  });

  it.each(['analyst', 'viewer'])('are out of reach for the role %s', async (role) => {
    const tenant = await app.tenant();
    const user = await app.user(tenant, role);
    const calls = [
      await app.call('GET', '/v1/users', { token: user.token }),
      await app.call('POST', '/v1/users', { token: user.token, body: {} }),
      await app.call('PATCH', `/v1/users/${user.id}`, { token: user.token, body: { role: 'admin' } }),
      await app.call('DELETE', `/v1/users/${user.id}`, { token: user.token }),
      await app.call('GET', '/v1/api-keys', { token: user.token }),
    ];
    for (const { status, body } of calls) expect([status, body.code]).toEqual([403, 'insufficient_role']);
  });

  it('of another tenant do not exist', async () => {
    const [mine, other] = [await app.tenant(), await app.tenant()];
    const foreign = await app.user(other, 'viewer');
    const missing = `usr_${'0'.repeat(32)}`;
    for (const method of ['PATCH', 'DELETE'] as const) {
      const answers = [];
      for (const id of [foreign.id, missing, 'nonsense'])
        answers.push(await app.call(method, `/v1/users/${id}`, { token: mine.token, body: { role: 'admin' } }));
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(new Set(answers.map(({ body }) => JSON.stringify({ ...body, requestId: null }))).size).toBe(1);
    }
    expect((await app.call('GET', '/v1/auth/me', { token: foreign.token })).body).toMatchObject({ role: 'viewer' });
    const key = await app.call('POST', '/v1/api-keys', { token: other.token, body: { name: 'k', scopes: ['admin'] } });
    expect((await app.call('DELETE', `/v1/api-keys/${key.body.id}`, { token: mine.token })).status).toBe(404);
    expect((await app.call('GET', '/v1/auth/me', { token: key.body.key })).status).toBe(200);
  });

  it('keep an administrator, however the last one would go', async () => {
    const tenant = await app.tenant();
    const id = await idOf(tenant.token);
    const attempts = [
      await app.call('PATCH', `/v1/users/${id}`, { token: tenant.token, body: { role: 'viewer' } }),
      await app.call('PATCH', `/v1/users/${id}`, { token: tenant.token, body: { status: 'disabled' } }),
      await app.call('DELETE', `/v1/users/${id}`, { token: tenant.token }),
    ];
    for (const { status, body } of attempts) expect([status, body.code]).toEqual([409, 'last_admin']);
  });

  it('keep an administrator when two remove each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const tenant = await app.tenant();
      const second = await app.user(tenant, 'admin');
      const first = await idOf(tenant.token);
      const answers = await Promise.all([
        app.call('DELETE', `/v1/users/${second.id}`, { token: tenant.token }),
        app.call('DELETE', `/v1/users/${first}`, { token: second.token }),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 204)).toHaveLength(1);
      expect(statuses.filter((status) => status === 401 || status === 409)).toHaveLength(1);
    }
  });

  it('who have the role of now, not the one of when their token was made', async () => {
    const tenant = await app.tenant();
    const user = await app.user(tenant, 'admin');
    expect((await app.call('GET', '/v1/users', { token: user.token })).status).toBe(200);
    await app.call('PATCH', `/v1/users/${user.id}`, { token: tenant.token, body: { role: 'viewer' } });
    expect((await app.call('GET', '/v1/users', { token: user.token })).status).toBe(403);
  });

  it('cannot take over a platform administrator of their tenant', async () => {
    const email = `${unique('deputy')}@example.com`;
    const body = { email, password: 'a good password', role: 'admin' };
    await app.call('POST', '/v1/users', { token: app.platformToken, body });
    const { accessToken } = await app.login(email, 'a good password');
    const root = await idOf(app.platformToken);
    const attempt = await app.call('PATCH', `/v1/users/${root}`, {
      token: accessToken,
      body: { password: 'mine from now on' },
    });
    expect([attempt.status, attempt.body.code]).toEqual([403, 'platform_admin_protected']);
    expect((await app.call('DELETE', `/v1/users/${root}`, { token: accessToken })).status).toBe(403);
  });

  it.each([
    [{ email: 'no address', password: 'a good password', role: 'viewer' }],
    [{ email: 'a@b.example', password: 'short', role: 'viewer' }],
    [{ email: 'a@b.example', password: 'a good password', role: 'owner' }],
    [{ email: 'a@b.example', password: 'a good password', role: 'viewer', platformAdmin: true }],
  ])('are not made of %j', async (body) => {
    const { token } = await app.tenant();
    const answer = await app.call('POST', '/v1/users', { token, body });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
  });

  it.each([[{ password: null }], [{ role: null }], [{ status: null }], [{ email: 'new@b.example' }]])(
    'are not changed by %j',
    async (body) => {
      const tenant = await app.tenant();
      const { id } = await app.user(tenant, 'viewer');
      const answer = await app.call('PATCH', `/v1/users/${id}`, { token: tenant.token, body });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
    },
  );
});
