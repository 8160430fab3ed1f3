import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TenantsService } from '../../../apps/api/src/tenants/index.js';
import { AuthApp, unique } from '../auth/auth-app.js';

let app: AuthApp;
beforeAll(async () => {
  app = await AuthApp.start({ TENANTS_REQUESTS_PER_MINUTE: '5000', TENANTS_BURST: '1000' });
});
afterAll(() => app.stop());

const uuidOf = (id: string) => id.replace(/^ten_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

describe('the own tenant', () => {
  it('is shown with settings that hold before anything was set', async () => {
    const tenant = await app.tenant();
    const { status, body } = await app.call('GET', '/v1/tenant', { token: tenant.token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: tenant.id,
      slug: tenant.slug,
      region: 'default',
      plan: 'standard',
      status: 'active',
      complianceFramework: 'none',
      retentionDays: null,
      piiPolicy: { modelInput: 'pseudonymized', types: [] },
      providerRoutes: {},
      rateLimits: { requestsPerMinute: 5000, burst: 1000 },
      quotas: { documentsPerMonth: null, storageBytes: null },
      maxPages: null,
      maxOcrPages: null,
      duplicates: 'reuse',
      splitting: 'automatic',
      auditSource: 'none',
    });
  });

  it('takes changes in parts', async () => {
    const { token } = await app.tenant();
    const patch = (body: unknown) => app.call('PATCH', '/v1/tenant', { token, body });
    await patch({ name: 'Renamed', region: 'eu-west', complianceFramework: 'gdpr', retentionDays: 30 });
    await patch({ rateLimits: { burst: 90 }, providerRoutes: { classify: ['default/small'] } });
    const { body } = await patch({ quotas: { documentsPerMonth: 3 }, piiPolicy: { modelInput: 'local-only' } });
    expect(body).toMatchObject({
      name: 'Renamed',
      region: 'eu-west',
      complianceFramework: 'gdpr',
      retentionDays: 30,
      rateLimits: { requestsPerMinute: 5000, burst: 90 },
      providerRoutes: { classify: ['default/small'] },
      quotas: { documentsPerMonth: 3, storageBytes: null },
      piiPolicy: { modelInput: 'local-only', types: [] },
    });
    expect((await app.call('GET', '/v1/tenant', { token })).body).toEqual(body);
  });

  it.each([
    [{ colour: 'red' }, '/colour'],
    [{ rateLimits: { perHour: 1 } }, '/rateLimits/perHour'],
    [{ rateLimits: { burst: 0 } }, '/rateLimits/burst'],
    [{ rateLimits: null }, '/rateLimits'],
    [{ region: 'EU West' }, '/region'],
    [{ name: null }, '/name'],
    [{ plan: 'gold' }, '/plan'],
    [{ status: 'active' }, '/status'],
    [{ providerRoutes: { chat: 'a\u0000b' } }, '/providerRoutes'],
    [{ granted: { rateLimits: { burst: 10_000 } } }, '/granted'],
  ])('refuses %j', async (body, pointer) => {
    const { token } = await app.tenant();
    const answer = await app.call('PATCH', '/v1/tenant', { token, body });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
    expect(answer.body.errors.map((problem) => problem.pointer)).toContain(pointer);
  });

  it('says everything that is wrong with routes to models, to the tenant and to the platform', async () => {
    const { token, id } = await app.tenant();
    const body = { providerRoutes: { chat: ['default/small'], classify: ['default/large'], embed: ['default/small'] } };
    for (const [path, bearer] of [
      ['/v1/tenant', token],
      [`/v1/admin/tenants/${id}`, app.platformToken],
    ] as const) {
      const answer = await app.call('PATCH', path, { token: bearer, body });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_input']);
      expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual([
        '/providerRoutes/chat',
        '/providerRoutes/classify/0',
        '/providerRoutes/embed/0',
      ]);
    }
    expect((await app.call('GET', '/v1/tenant', { token })).body).toMatchObject({ providerRoutes: {} });
  });

  it('cannot raise its limits above what the platform has granted', async () => {
    const { token, id } = await app.tenant();
    const patch = (body: unknown) => app.call('PATCH', '/v1/tenant', { token, body });
    const refused = await patch({ rateLimits: { requestsPerMinute: 5001 } });
    expect([refused.status, refused.body.code]).toEqual([403, 'limit_above_grant']);
    expect(refused.body.errors[0]!.pointer).toBe('/rateLimits/requestsPerMinute');
    await app.call('PATCH', `/v1/admin/tenants/${id}`, {
      token: app.platformToken,
      body: { rateLimits: { requestsPerMinute: 9000 } },
    });
    expect((await patch({ rateLimits: { requestsPerMinute: 8000 } })).body.rateLimits.requestsPerMinute).toBe(8000);
  });

  it('is changed by administrators only', async () => {
    const tenant = await app.tenant();
    const { token } = await app.user(tenant, 'analyst');
    expect((await app.call('GET', '/v1/tenant', { token })).status).toBe(200);
    const { status, body } = await app.call('PATCH', '/v1/tenant', { token, body: { name: 'x' } });
    expect([status, body.code]).toEqual([403, 'insufficient_role']);
  });

  it('has settings for other rooms that follow a change at once', async () => {
    const tenant = await app.tenant();
    const service = app.app.get(TenantsService, { strict: false });
    expect((await service.settingsOf(uuidOf(tenant.id))).duplicates).toBe('reuse');
    await app.call('PATCH', '/v1/tenant', { token: tenant.token, body: { duplicates: 'refuse' } });
    expect((await service.settingsOf(uuidOf(tenant.id))).duplicates).toBe('refuse');
    await expect(service.settingsOf('00000000-0000-0000-0000-000000000000')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('tenants for the platform', () => {
  const asPlatform = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
    app.call(method, `/v1/admin/tenants${path}`, { token: app.platformToken, body });

  it('are made with an administrator, whose password is made up where none is given', async () => {
    const email = `${unique('boss')}@example.com`;
    const slug = unique('made');
    const { status, body } = await asPlatform('POST', '', { name: 'Made', slug, plan: 'gold', admin: { email } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ slug, plan: 'gold', region: 'default', admin: { email } });
    expect((await app.login(email, body.admin.password ?? '')).accessToken).toBeTruthy();
    const again = await asPlatform('POST', '', { name: 'Made', slug, admin: { email } });
    expect([again.status, again.body.code]).toEqual([409, 'slug_taken']);
  });

  it('are listed, read, changed, and gone after they were deleted', async () => {
    const tenant = await app.tenant();
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof asPlatform>> = await asPlatform(
        'GET',
        `?limit=50${cursor && `&cursor=${cursor}`}`,
      );
      ids.push(...page.body.items.map(({ id }) => id));
      cursor = page.body.nextCursor;
    }
    expect(ids).toContain(tenant.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await asPlatform('GET', `/${tenant.id}`)).body).toMatchObject({ id: tenant.id });
    expect((await asPlatform('PATCH', `/${tenant.id}`, { plan: 'silver' })).body).toMatchObject({ plan: 'silver' });
    expect((await asPlatform('DELETE', `/${tenant.id}`)).status).toBe(204);
    for (const method of ['GET', 'PATCH', 'DELETE'] as const)
      expect((await asPlatform(method, `/${tenant.id}`, method === 'PATCH' ? {} : undefined)).status).toBe(404);
    await pause(400);
    expect((await app.call('GET', '/v1/tenant', { token: tenant.token })).status).toBe(401);
    const reused = { name: 'Again', slug: tenant.slug, admin: { email: tenant.email } };
    expect((await asPlatform('POST', '', reused)).status).toBe(201);
  });

  it('do not exist for anybody else', async () => {
    const tenant = await app.tenant();
    const other = await app.tenant();
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['GET', `/${tenant.id}`],
      ['GET', `/${other.id}`],
      ['PATCH', `/${tenant.id}`],
      ['DELETE', `/${other.id}`],
    ] as const) {
      const answer = await app.call(method, `/v1/admin/tenants${path}`, { token: tenant.token, body: {} });
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect((await app.call('GET', '/v1/tenant', { token: other.token })).status).toBe(200);
  });

  it('cannot be taken away from under the administrator who does it', async () => {
    const { body } = await app.call('GET', '/v1/auth/me', { token: app.platformToken });
    const deleted = await asPlatform('DELETE', `/${body.tenant.id}`);
    const suspended = await asPlatform('PATCH', `/${body.tenant.id}`, { status: 'suspended' });
    for (const answer of [deleted, suspended]) expect([answer.status, answer.body.code]).toEqual([409, 'own_tenant']);
  });
});
