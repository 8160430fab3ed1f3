import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { TenantDatabase } from '@app/database';
import { parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AuthApp, type TestTenant, unique } from '../auth/auth-app.js';

describe('instances of two regions on one database', () => {
  let eu: AuthApp;
  let us: AuthApp;
  let tenant: TestTenant;

  beforeAll(async () => {
    const keys = { AUTH_KEYS_FILE: join(inject('services').DATA_DIR, unique('keys'), 'jwt.json') };
    eu = await AuthApp.start({ ...keys, REGION: 'eu' });
    us = await AuthApp.start({ ...keys, REGION: 'us' });
    tenant = await eu.tenant();
  });
  afterAll(() => Promise.all([eu.stop(), us.stop()]));

  const withContent = ({ id }: TestTenant) => {
    const tenantId = parsePublicId('tenant', id)!;
    return runAsTenant(systemContext(tenantId), () =>
      eu.app
        .get(TenantDatabase, { strict: false })
        .query('INSERT INTO stored_files (tenant_id, sha256, size_bytes) VALUES ($1, $2, 1)', [
          tenantId,
          createHash('sha256').update(tenantId).digest('hex'),
        ]),
    );
  };
  const platform = (app: AuthApp, id: string, body: object) =>
    app.call('PATCH', `/v1/admin/tenants/${id}`, { token: app.platformToken, body });

  it('make tenants in their own region where none is named', async () => {
    expect((await eu.call('GET', '/v1/tenant', { token: tenant.token })).body).toMatchObject({ region: 'eu' });
  });

  it('refuse those of the other region and say where to go, people and keys alike', async () => {
    const body = { name: 'key', scopes: ['admin'] };
    const { body: made } = await eu.call('POST', '/v1/api-keys', { token: tenant.token, body });
    for (const token of [tenant.token, made.key]) {
      expect((await eu.call('GET', '/v1/users', { token })).status).toBe(200);
      for (const [method, path] of [
        ['GET', '/v1/users'],
        ['PATCH', '/v1/tenant'],
        ['GET', '/v1/api-keys'],
      ] as const) {
        const answer = await us.call(method, path, { token, ...(method === 'PATCH' && { body: { name: 'x' } }) });
        expect([answer.status, answer.body.code]).toEqual([403, 'wrong_region']);
        expect(JSON.stringify(answer.body)).toContain('Use an instance of eu.');
      }
    }
  });

  it('let them sign in and see where they belong', async () => {
    const { accessToken } = await us.login(tenant.email, tenant.password, tenant.slug);
    expect((await us.call('GET', '/v1/auth/me', { token: accessToken })).status).toBe(200);
    expect((await us.call('GET', '/v1/tenant', { token: accessToken })).body).toMatchObject({ region: 'eu' });
  });

  it('change the region of a tenant without data only, or to where its data are', async () => {
    const empty = await eu.tenant();
    expect((await platform(eu, empty.id, { region: 'us' })).body).toMatchObject({ region: 'us' });
    const full = await eu.tenant();
    await withContent(full);
    for (const answer of [
      await platform(eu, full.id, { region: 'us' }),
      await eu.call('PATCH', '/v1/tenant', { token: full.token, body: { region: 'us' } }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'region_has_data']);
      expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(['/region']);
    }
    await eu.system.query(`UPDATE tenants SET region = 'default' WHERE id = $1`, [parsePublicId('tenant', full.id)]);
    expect((await platform(us, full.id, { region: 'eu' })).body.code).toBe('region_has_data');
    expect((await platform(eu, full.id, { region: 'eu' })).body).toMatchObject({ region: 'eu' });
  });
});
