import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiClient } from './api-client.js';
import { ownServices } from './database.js';

const PLATFORM = { email: 'platform@example.test', password: 'correct horse battery staple' };

export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  /** Signed in as the tenant's administrator. */
  readonly api: ApiClient;
  readonly admin: { readonly email: string; readonly password: string };
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Signed in as the platform's administrator. */
  readonly platform: ApiClient;
  newTenant(): Promise<TestTenant>;
  close(): Promise<void>;
}

/** The whole service inside this process, on a database of its own. */
export async function startTestApp(
  role: 'all' | 'api' | 'worker' = 'all',
  environment: Record<string, string> = {},
): Promise<TestApp> {
  Object.assign(process.env, await ownServices(), {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PORT: '0',
    HOST: '127.0.0.1',
    PROCESS_ROLE: role,
    INIT_ADMIN_EMAIL: PLATFORM.email,
    INIT_ADMIN_PASSWORD: PLATFORM.password,
    QUEUE_SWEEP_MS: '200',
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
    RATE_LIMIT_PUBLIC_PER_MINUTE: '100000',
    RATE_LIMIT_REFUSED_PER_MINUTE: '100000',
    ...environment,
  });
  const { startApp } = await import('../../apps/api/src/bootstrap.js');
  const { app, url } = await startApp(role);
  const platform = await ApiClient.signIn(url, PLATFORM);
  return { app, url, platform, newTenant: () => newTenant(platform), close: () => app.close() };
}

/** A tenant of its own for every test. */
export async function newTenant(platform: ApiClient): Promise<TestTenant> {
  const slug = `t-${randomBytes(6).toString('hex')}`;
  const admin = { email: `admin@${slug}.test`, password: 'an admin password of some length' };
  const { body, status } = await platform.post('/v1/admin/tenants', {
    name: slug,
    slug,
    region: 'default',
    plan: 'standard',
    admin,
  });
  if (status !== 201) throw new Error(`No tenant was made: ${status} ${JSON.stringify(body)}`);
  const made = body as { id?: string; tenant?: { id: string } };
  return { id: made.id ?? made.tenant?.id ?? '', slug, admin, api: await ApiClient.signIn(platform.url, admin) };
}
