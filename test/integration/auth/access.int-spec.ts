import { createHmac, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotateSigningKeys } from '../../../apps/api/src/auth/index.js';
import { AuthApp, type TestTenant } from './auth-app.js';

let app: AuthApp;
let tenant: TestTenant;
beforeAll(async () => {
  app = await AuthApp.start({ AUTH_KEYS_RELOAD_SECONDS: '1' });
  tenant = await app.tenant();
});
afterAll(() => app.stop());

const me = (token?: string) => app.call('GET', '/v1/auth/me', { token });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const partsOf = (token: string): [string, string, string] => token.split('.') as [string, string, string];
const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());

/** The service's own key that signs now: an attacker does not have it, so what is refused here is refused for its form. */
async function ownKey(): Promise<{ kid: string; key: KeyObject }> {
  const { keys } = JSON.parse(await readFile(app.keysFile, 'utf8')) as { keys: Record<string, string>[] };
  const current = keys.find(({ status }) => status === 'current')!;
  return { kid: current['kid']!, key: createPrivateKey({ key: current, format: 'jwk' }) };
}

/** A token like the service's own, with some things changed. */
async function forged(change: {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  key?: KeyObject;
}): Promise<string> {
  const { kid, key } = await ownKey();
  const claims = decode(partsOf(tenant.token)[1]);
  return new SignJWT({ ...claims, ...change.claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...change.header })
    .sign(change.key ?? key);
}

describe('access tokens', () => {
  it('are accepted when made like the service makes them, so that the refusals below mean something', async () => {
    expect((await me(await forged({}))).status).toBe(200);
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each([
    ['another issuer', { claims: { iss: 'somebody' } }, 'invalid_token'],
    ['another audience', { claims: { aud: 'another-api' } }, 'invalid_token'],
    ['no audience', { claims: { aud: undefined } }, 'invalid_token'],
    ['another type', { header: { typ: 'JWT' } }, 'invalid_token'],
    ['no type', { header: { typ: undefined } }, 'invalid_token'],
    ['an unknown kid', { header: { kid: 'unknown' } }, 'invalid_token'],
    ['a kid that is a path', { header: { kid: '../../etc/passwd' } }, 'invalid_token'],
    ['no kid', { header: { kid: undefined } }, 'invalid_token'],
    ['a jku', { header: { jku: 'https://evil.example/jwks.json' } }, 'invalid_token'],
    ['an x5u', { header: { x5u: 'https://evil.example/cert.pem' } }, 'invalid_token'],
    ['a time in the past', { claims: { exp: now - 60 } }, 'token_expired'],
    ['no end', { claims: { exp: undefined } }, 'invalid_token'],
    ['a beginning in the future', { claims: { nbf: now + 600 } }, 'invalid_token'],
    ['a subject that is no id', { claims: { sub: 'admin' } }, 'invalid_token'],
    ['a user that does not exist', { claims: { sub: `usr_${'0'.repeat(32)}` } }, 'invalid_token'],
    ['another tenant', { claims: { tid: `ten_${'0'.repeat(32)}` } }, 'invalid_token'],
  ])('with %s are refused', async (_, change, code) => {
    const answer = await me(await forged(change));
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe(code);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="dossier", error="invalid_token"');
  });

  it('signed by another key under the kid of ours are refused, with and without that key inside', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect((await me(await forged({ key: privateKey }))).status).toBe(401);
    const jwk = publicKey.export({ format: 'jwk' });
    expect((await me(await forged({ key: privateKey, header: { jwk } }))).status).toBe(401);
  });

  it('without a signature, or signed with the public key as a secret, are refused', async () => {
    const [, payload] = partsOf(tenant.token);
    const { kid } = await ownKey();
    const { body } = await app.call('GET', '/.well-known/jwks.json');
    const secrets = [JSON.stringify(body.keys[0]), JSON.stringify(body), ''];
    const none = ['none', 'None', 'NONE', 'ES256'].map((alg) => `${encode({ alg, typ: 'at+jwt', kid })}.${payload}.`);
    const symmetric = secrets.map((secret) => {
      const signed = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}`;
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    });
    for (const token of [...none, ...symmetric]) expect((await me(token)).status).toBe(401);
  });

  it('with a changed payload, signature or spelling are refused', async () => {
    const [header, payload, signature] = partsOf(tenant.token);
    const tampered = [
      `${header}.${encode({ ...decode(payload), role: 'owner' })}.${signature}`,
      `${header}.${payload}.${'A'.repeat(86)}`,
      `${header}.${payload}.${signature}=`,
      `${header}.${payload}`,
      `${header}.${payload}.${signature}.${signature}`,
      `.${payload}.${signature}`,
      'x',
    ];
    for (const token of tampered) expect((await me(token)).status).toBe(401);
  });

  it('are asked for where they are missing', async () => {
    for (const authorization of [undefined, '', 'Bearer', 'Basic dXNlcjpwdw=='] as const) {
      const headers = authorization === undefined ? undefined : { authorization };
      const { status, body, headers: answered } = await app.call('GET', '/v1/auth/me', { headers });
      expect([status, body.code, answered['www-authenticate']]).toEqual([
        401,
        'missing_token',
        'Bearer realm="dossier"',
      ]);
      expect(answered['content-type']).toContain('application/problem+json');
    }
  });

  it('stop working within a moment when the user is disabled or the tenant suspended', async () => {
    const other = await app.tenant();
    const user = await app.user(other, 'analyst');
    expect((await me(user.token)).status).toBe(200);
    await app.call('PATCH', `/v1/users/${user.id}`, { token: other.token, body: { status: 'disabled' } });
    expect((await me(user.token)).status).toBe(401);
    expect((await me(other.token)).status).toBe(200);
    await app.call('PATCH', `/v1/admin/tenants/${other.id}`, {
      token: app.platformToken,
      body: { status: 'suspended' },
    });
    await pause(400);
    expect((await me(other.token)).status).toBe(401);
  });
});

describe('signing keys', () => {
  it('are published without their private halves', async () => {
    const { status, body } = await app.call('GET', '/.well-known/jwks.json');
    expect(status).toBe(200);
    expect(body.keys.length).toBeGreaterThanOrEqual(2);
    for (const key of body.keys)
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('can be rotated while tokens of the old key go on, and the next key was published before', async () => {
    const kidOf = (token: string) => decode(partsOf(token)[0])['kid'];
    const before = (await app.call('GET', '/.well-known/jwks.json')).body.keys.map(({ kid }) => kid);
    await rotateSigningKeys(app.keysFile);
    let fresh = tenant.token;
    for (let n = 0; n < 30 && kidOf(fresh) === kidOf(tenant.token); n++) {
      await pause(100);
      fresh = (await app.login(tenant.email, tenant.password)).accessToken;
      expect((await me(fresh)).status).toBe(200);
      expect((await me(tenant.token)).status).toBe(200);
    }
    expect(kidOf(fresh)).not.toBe(kidOf(tenant.token));
    expect(before).toContain(kidOf(fresh));
  });
});

describe('API keys', () => {
  const makeKey = (body: unknown, token = tenant.token, headers?: Record<string, string>) =>
    app.call('POST', '/v1/api-keys', { token, body, headers });

  it('are shown once, and open what their scopes say', async () => {
    const { status, body } = await makeKey({ name: 'reader', scopes: ['tenant:read'] });
    expect(status).toBe(201);
    expect(body.key).toMatch(/^dsr_[0-9a-f]{24}_[A-Za-z0-9_-]{43}$/);
    const list = await app.call('GET', '/v1/api-keys', { token: tenant.token });
    expect(JSON.stringify(list.body)).not.toContain(body.key);
    expect(list.body.items.find(({ id }) => id === body.id)).toMatchObject({ name: 'reader', prefix: body.prefix });
    expect((await me(body.key)).body).toMatchObject({
      actor: 'api-key',
      scopes: ['tenant:read'],
      platformAdmin: false,
    });
    expect((await app.call('GET', '/v1/tenant', { token: body.key })).status).toBe(200);
    const refused = await app.call('PATCH', '/v1/tenant', { token: body.key, body: { name: 'x' } });
    expect([refused.status, refused.body.code]).toEqual([403, 'insufficient_scope']);
    expect((await app.call('GET', '/v1/users', { token: body.key })).status).toBe(403);
  });

  it('with the scope admin may do what an administrator may, but nothing of the platform', async () => {
    const { body } = await makeKey({ name: 'admin', scopes: ['admin'] });
    expect((await app.call('GET', '/v1/users', { token: body.key })).status).toBe(200);
    expect((await app.call('GET', '/v1/admin/tenants', { token: body.key })).status).toBe(404);
  });

  it('without the right scope do not open a route', async () => {
    const { body } = await makeKey({ name: 'documents', scopes: ['documents:write'] });
    const { status, body: problem } = await app.call('GET', '/v1/tenant', { token: body.key });
    expect([status, problem.code]).toEqual([403, 'insufficient_scope']);
  });

  it('of a platform administrator are not a platform administrator', async () => {
    const { body } = await makeKey({ name: 'root', scopes: ['admin'] }, app.platformToken);
    expect((await app.call('GET', '/v1/admin/tenants', { token: body.key })).status).toBe(404);
  });

  it('stop working when they expire, also in the moment in which they are remembered', async () => {
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    const { body } = await makeKey({ name: 'short', scopes: ['tenant:read'], expiresAt });
    expect((await me(body.key)).status).toBe(200);
    await pause(1_100);
    const answer = await me(body.key);
    expect([answer.status, answer.body.code]).toEqual([401, 'token_expired']);
  });

  it('stop working when they are revoked, and can be revoked only once', async () => {
    const { body } = await makeKey({ name: 'gone', scopes: ['tenant:read'] });
    expect((await me(body.key)).status).toBe(200);
    const revoke = () => app.call('DELETE', `/v1/api-keys/${body.id}`, { token: tenant.token });
    expect((await revoke()).status).toBe(204);
    expect((await me(body.key)).status).toBe(401);
    expect((await revoke()).status).toBe(404);
  });

  it('need the right secret', async () => {
    const { body } = await makeKey({ name: 'secret', scopes: ['tenant:read'] });
    const other = await makeKey({ name: 'other', scopes: ['tenant:read'] });
    const swapped = `dsr_${body.key.split('_')[1]}_${other.body.key.split('_').slice(2).join('_')}`;
    expect((await me(swapped)).status).toBe(401);
    expect((await me(`${body.key}A`)).status).toBe(401);
    expect((await me(`dsr_${'0'.repeat(24)}_${'A'.repeat(43)}`)).status).toBe(401);
  });

  it('note when they were used', async () => {
    const { body } = await makeKey({ name: 'used', scopes: ['tenant:read'] });
    await me(body.key);
    await pause(100);
    const list = await app.call('GET', '/v1/api-keys?limit=100', { token: tenant.token });
    expect(Date.parse(list.body.items.find(({ id }) => id === body.id)!.lastUsedAt ?? '')).toBeGreaterThan(
      Date.now() - 10_000,
    );
  });

  it('are made once for an Idempotency-Key, and the repeated answer does not hold the secret', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await makeKey({ name: 'once', scopes: ['tenant:read'] }, tenant.token, headers);
    const second = await makeKey({ name: 'once', scopes: ['tenant:read'] }, tenant.token, headers);
    expect(second.status).toBe(201);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(second.body).toEqual({ ...first.body, key: null });
    expect((await makeKey({ name: 'twice', scopes: ['tenant:read'] }, tenant.token, headers)).status).toBe(422);
  });

  it.each([
    [{ name: '', scopes: ['admin'] }],
    [{ name: 'x', scopes: [] }],
    [{ name: 'x', scopes: ['everything'] }],
    [{ name: 'x', scopes: 'admin' }],
    [{ name: 'x', scopes: ['admin'], expiresAt: '2001-01-01T00:00:00Z' }],
    [{ name: 'x', scopes: ['admin'], expiresAt: 'tomorrow' }],
    [{ name: 'x', scopes: ['admin'], expiresAt: '2999-W10-1T00:00:00Z' }],
    [{ name: 'x', scopes: ['admin'], expiresAt: '2999-02-30T00:00:00Z' }],
    [{ name: 'x', scopes: ['admin'], expiresAt: '2999-01-01T00:00:00+99:99' }],
    [{ name: 'x', scopes: ['admin'], role: 'admin' }],
    [{ name: 'a\u0000b', scopes: ['admin'] }],
  ])('are not made of %j', async (body) => {
    const answer = await makeKey(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
  });
});
