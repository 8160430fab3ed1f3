import { join } from 'node:path';
import { migrate } from '@app/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { TenantFounding } from '../../../apps/api/src/auth/index.js';
import { AuthApp, unique } from './auth-app.js';

/** A database of its own, because only an empty one gets a first tenant. */
const services = inject('services');
const name = unique('empty').replaceAll('-', '_');
const inEmpty = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

const apps: AuthApp[] = [];
beforeAll(async () => {
  const owner = new pg.Client({ connectionString: services.DATABASE_OWNER_URL });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${name}`);
  await owner.end();
  const environment = {
    DATABASE_URL: inEmpty(services.DATABASE_URL),
    DATABASE_SYSTEM_URL: inEmpty(services.DATABASE_SYSTEM_URL),
    INIT_TENANT_NAME: 'First & Only',
    // One set of keys, as instances of one service have it.
    AUTH_KEYS_FILE: join(services.DATA_DIR, name, 'jwt.json'),
  };
  await migrate({
    owner: inEmpty(services.DATABASE_OWNER_URL),
    app: environment.DATABASE_URL,
    system: environment.DATABASE_SYSTEM_URL,
  });
  apps.push(
    ...(await Promise.all([AuthApp.start(environment, { empty: true }), AuthApp.start(environment, { empty: true })])),
  );
});
afterAll(() => Promise.all(apps.map((app) => app.stop())));

it('is made once by processes that start at the same time, and its password is told once', async () => {
  const ensure = () =>
    Promise.all(apps.map((app) => app.app.get(TenantFounding, { strict: false }).ensureFirstTenant()));
  const made = (await ensure()).filter((first) => first !== null);
  expect(made).toEqual([
    { tenantName: 'First & Only', adminEmail: 'admin@localhost', generatedPassword: expect.stringMatching(/^.{20}$/) },
  ]);
  expect(await ensure()).toEqual([null, null]);
  const [app] = apps;
  const { accessToken } = await app!.login('admin@localhost', made[0]!.generatedPassword ?? '');
  expect((await app!.call('GET', '/v1/auth/me', { token: accessToken })).body).toMatchObject({
    role: 'admin',
    platformAdmin: true,
    tenant: { name: 'First & Only', slug: 'first-only' },
  });
  const { body } = await app!.call('GET', '/v1/tenant', { token: accessToken });
  expect(body.rateLimits.requestsPerMinute).toBeGreaterThanOrEqual(2_000 * 60);
});
