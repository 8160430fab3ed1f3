import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { type ApiClient, type Answer } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

interface User {
  readonly id: string;
  readonly email: string;
  readonly code: string;
}

const newUser = (email = `u-${randomUUID()}@example.test`) => ({
  email,
  password: 'a long enough password',
  role: 'viewer',
});

describe('Idempotency-Key on a JSON route', () => {
  let test: TestApp;
  let tenant: TestTenant;
  let owner: pg.Client;

  beforeAll(async () => {
    test = await startTestApp('api');
    tenant = await test.newTenant();
    owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await test.close();
  });

  const create = (body: unknown, key: string, { api = tenant.api, path = '/v1/users' } = {}): Promise<Answer<User>> =>
    api.post<User>(path, body, { 'idempotency-key': key });

  const usersOf = async (email: string): Promise<number> =>
    (await owner.query('SELECT 1 FROM users WHERE email = $1', [email])).rowCount ?? 0;

  const setKey = (key: string, set: string) => owner.query(`UPDATE idempotency_keys SET ${set} WHERE key = $1`, [key]);

  it('replays the answer to the same body, and does the work once', async () => {
    const [body, key] = [newUser(), randomUUID()];
    const first = await create(body, key);
    expect(first).toMatchObject({ status: 201, body: { email: body.email } });
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    for (const again of [body, Object.fromEntries(Object.entries(body).reverse())]) {
      const replay = await create(again, key);
      expect(replay.headers.get('idempotent-replayed')).toBe('true');
      expect([replay.status, replay.body]).toEqual([201, first.body]);
      expect(replay.headers.get('content-type')).toBe(first.headers.get('content-type'));
      expect(replay.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    }
    expect(await usersOf(body.email)).toBe(1);
  });

  it('replays where the thing is that was made, and when to come back', async () => {
    const create = (key: string) =>
      tenant.api.post(
        '/v1/classifiers',
        { name: `c-${key}`, labels: [{ name: 'a' }, { name: 'b' }] },
        {
          'idempotency-key': key,
        },
      );
    const key = randomUUID();
    const [first, replay] = [await create(key), await create(key)];
    expect(replay.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('location')).toMatch(/^\/v1\/classifiers\/clf_/);
    for (const name of ['location', 'retry-after'])
      expect(replay.headers.get(name), name).toBe(first.headers.get(name));
  });

  it.each<[string, (body: object) => [unknown, string?]]>([
    ['another value', (body) => [{ ...body, role: 'admin' }]],
    ['a field more', (body) => [{ ...body, more: 1 }]],
    ['another query', (body) => [body, '/v1/users?a=1']],
  ])('refuses %s under the same key', async (_, change) => {
    const [body, key] = [newUser(), randomUUID()];
    await create(body, key);
    const [other, path] = change(body);
    const { status, body: problem } = await create(other, key, path ? { path } : {});
    expect([status, problem.code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('does the work of twins that come at once only once', async () => {
    const [body, key] = [newUser(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(body, key)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const made = answers.filter(({ status }) => status === 201);
    expect(made.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(new Set(made.map(({ body: user }) => user.id)).size).toBe(1);
    expect(await usersOf(body.email)).toBe(1);
  });

  it('tells a twin of one that still runs to come back, however often it asks', async () => {
    const [body, key] = [newUser(), randomUUID()];
    await create(body, key);
    await setKey(key, `state = 'running', lease_until = now() + interval '1 min'`);
    const { status, body: problem, headers } = await create(body, key);
    expect([status, problem.code]).toEqual([409, 'idempotency_conflict']);
    expect(headers.get('retry-after')).toBe('1');
    expect((await create({ ...body, role: 'admin' }, key)).status).toBe(422);
  });

  it('does the work of one that died before it did it', async () => {
    const [body, key] = [newUser(), randomUUID()];
    const { body: problem } = await create({ ...body, role: 'none' }, key);
    expect(problem.code).toBe('invalid_input');
    await create(body, key);
    await owner.query('DELETE FROM users WHERE email = $1', [body.email]);
    await setKey(key, `state = 'running', lease_until = now() - interval '1 s', response_status = NULL`);
    expect((await create(body, key)).status).toBe(201);
    expect(await usersOf(body.email)).toBe(1);
  });

  it('forgets after a day', async () => {
    const [body, key] = [newUser(), randomUUID()];
    await create(body, key);
    await setKey(key, `created_at = now() - interval '25 h'`);
    const other = newUser();
    const answer = await create(other, key);
    expect(answer).toMatchObject({ status: 201, body: { email: other.email } });
    expect((await create(other, key)).headers.get('idempotent-replayed')).toBe('true');
  });

  it.each([
    ['an input that is not valid', { email: 'no address' }, 400],
    ['a conflict', 'taken', 409],
  ])('frees the key after %s: what is mended goes through', async (_, wrong, status) => {
    const key = randomUUID();
    const taken = newUser();
    await create(taken, randomUUID());
    expect((await create(wrong === 'taken' ? taken : wrong, key)).status).toBe(status);
    const mended = newUser();
    const answer = await create(mended, key);
    expect(answer).toMatchObject({ status: 201, body: { email: mended.email } });
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
  });

  it('keeps tenants, and routes, apart', async () => {
    const [body, key] = [newUser(), randomUUID()];
    const stranger = await test.newTenant();
    const [own, foreign] = [await create(body, key), await create(body, key, { api: stranger.api })];
    expect([own.status, foreign.status]).toEqual([201, 201]);
    expect(foreign.headers.get('idempotent-replayed')).toBeNull();
    expect(foreign.body.id).not.toBe(own.body.id);
    const elsewhere = await tenant.api.post('/v1/language/detect', { texts: ['hello'] }, { 'idempotency-key': key });
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get('idempotent-replayed')).toBeNull();
  });

  it('does not open a route to those who may not call it', async () => {
    const [body, key] = [newUser(), randomUUID()];
    await create(body, key);
    const viewer: ApiClient = await (async () => {
      const { email, password } = newUser();
      await create({ email, password, role: 'viewer' }, randomUUID());
      const { body: session } = await tenant.api.post<{ accessToken: string }>('/v1/auth/login', { email, password });
      return tenant.api.as(session.accessToken);
    })();
    const { status, headers } = await create(body, key, { api: viewer });
    expect([status, headers.get('idempotent-replayed')]).toEqual([403, null]);
    expect((await create(body, key, { api: tenant.api.as('') })).status).toBe(401);
  });

  it.each(['two words', 'x'.repeat(256)])('refuses the key %o', async (key) => {
    const { status, body } = await create(newUser(), key);
    expect([status, body.code]).toEqual([400, 'invalid_idempotency_key']);
  });

  it('does not keep a password, nor anything of the body', async () => {
    const [body, key] = [newUser(), randomUUID()];
    await create(body, key);
    const { rows } = await owner.query<{ row: string }>(
      'SELECT row_to_json(k)::text AS row FROM idempotency_keys k WHERE key = $1',
      [key],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(body.password);
  });

  it('replays an API key without its secret, which is shown once', async () => {
    const [body, key] = [{ name: 'ci', scopes: ['documents:read'] }, randomUUID()];
    const make = () =>
      tenant.api.post<{ id: string; key: string | null }>('/v1/api-keys', body, { 'idempotency-key': key });
    const [first, second] = [await make(), await make()];
    expect(first.body.key).toMatch(/^dsr_/);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.body).toEqual({ ...first.body, key: null });
    const { rows } = await owner.query('SELECT 1 FROM idempotency_keys k WHERE row_to_json(k)::text LIKE $1', [
      `%${first.body.key}%`,
    ]);
    expect(rows).toEqual([]);
  });
});
