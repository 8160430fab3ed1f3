import { join } from 'node:path';
import { CacheModule, cacheConfig } from '@app/cache';
import { ConfigModule, loadConfig, redisConfig, runtimeConfig } from '@app/config';
import { DatabaseModule, databaseConfig, SystemDatabase } from '@app/database';
import { encryptionConfig, EncryptionModule } from '@app/encryption';
import { createFastify, HttpModule, httpConfig, rateLimitConfig } from '@app/http';
import { Clock, newUuid } from '@app/kernel';
import { llmConfig, loadCatalogue, MODEL_CATALOGUE } from '@app/llm';
import { Log } from '@app/observability';
import { StorageModule, storageConfig } from '@app/storage';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { inject } from 'vitest';
import { AuthModule, authConfig } from '../../../apps/api/src/auth/index.js';
import { PasswordHasher } from '../../../apps/api/src/auth/password-hasher.js';
import { TenantsModule, tenantsConfig } from '../../../apps/api/src/tenants/index.js';

/** A clock that tests move; the tokens' own times stay those of the machine. */
export class MovableClock extends Clock {
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  pass(ms: number): void {
    this.offset += ms;
  }

  reset(): void {
    this.offset = 0;
  }
}

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What the answers of these rooms hold, all in one; a test reads what its answer has. */
export interface Body extends Session {
  readonly id: string;
  readonly code: string;
  readonly key: string;
  readonly prefix: string;
  readonly lastUsedAt: string | null;
  readonly email: string;
  readonly nextCursor: string | null;
  readonly tenant: { readonly id: string };
  readonly admin: { readonly id: string; readonly password: string | null };
  readonly rateLimits: { readonly requestsPerMinute: number };
  readonly errors: readonly { readonly pointer: string }[];
  readonly items: readonly Body[];
  readonly keys: readonly { readonly kid: string }[];
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Record<string, unknown>;
}

export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  readonly email: string;
  readonly password: string;
  /** Access token of its administrator. */
  readonly token: string;
}

const DEFINITIONS = [
  runtimeConfig,
  redisConfig,
  cacheConfig,
  databaseConfig,
  httpConfig,
  rateLimitConfig,
  storageConfig,
  encryptionConfig,
  authConfig,
  tenantsConfig,
];

/** Settings of tenants name models; nothing is ever asked here. */
const ONE_MODEL = { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'small' };

let counter = 0;
/** Different in every test and in every test process. */
export const unique = (prefix: string): string =>
  `${prefix}-${process.pid.toString(36)}-${Date.now().toString(36)}-${counter++}`;

/** The rooms of tenants and users alone, over HTTP, on the real Postgres and Redis of the test run. */
export class AuthApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: MovableClock,
    readonly keysFile: string,
    readonly platformToken: string,
  ) {}

  static async start(environment: Record<string, string> = {}, { empty = false } = {}): Promise<AuthApp> {
    const services = inject('services');
    const clock = new MovableClock();
    const keysFile = environment['AUTH_KEYS_FILE'] ?? join(services.DATA_DIR, unique('keys'), 'jwt.json');
    const env = {
      ...services,
      NODE_ENV: 'test',
      AUTH_KEYS_FILE: keysFile,
      AUTH_VERIFIED_CACHE_MS: '300',
      TENANTS_SETTINGS_CACHE_MS: '300',
      RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
      RATE_LIMIT_PUBLIC_PER_MINUTE: '100000',
      RATE_LIMIT_REFUSED_PER_MINUTE: '100000',
      ...environment,
    };
    const log = new Log({ level: 'silent', pretty: false });

    @Global()
    @Module({
      providers: [
        { provide: Log, useValue: log },
        { provide: Clock, useValue: clock },
        { provide: MODEL_CATALOGUE, useValue: loadCatalogue(loadConfig(llmConfig, ONE_MODEL)) },
      ],
      exports: [Log, Clock, MODEL_CATALOGUE],
    })
    class ProcessModule {}

    @Module({
      imports: [
        ConfigModule.forRoot(DEFINITIONS, env),
        ProcessModule,
        DatabaseModule,
        EncryptionModule,
        StorageModule,
        CacheModule,
        HttpModule,
        TenantsModule,
        AuthModule,
      ],
    })
    class TestModule {}

    const http = { trustedProxies: [], jsonLimitBytes: 1_000_000 } as never;
    const app = await NestFactory.create<NestFastifyApplication>(TestModule, createFastify(http, log), {
      logger: log,
      abortOnError: false,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const draft = new AuthApp(app, clock, keysFile, '');
    return empty ? draft : new AuthApp(app, clock, keysFile, await draft.platformAdministrator());
  }

  /** Access token of a platform administrator of our own: other tests of the same run have others. */
  private async platformAdministrator(): Promise<string> {
    const email = `${unique('root')}@example.com`;
    const passwordHash = await this.app.get(PasswordHasher, { strict: false }).hash('a good password');
    const [tenantId, slug] = [newUuid(), unique('platform')];
    await this.system.query('INSERT INTO tenants (id, name, slug) VALUES ($1, $2, $2)', [tenantId, slug]);
    await this.system.query(
      `INSERT INTO users (tenant_id, id, email, password_hash, role, platform_admin)
       VALUES ($1, $2, $3, $4, 'admin', true)`,
      [tenantId, newUuid(), email, passwordHash],
    );
    return (await this.login(email, 'a good password')).accessToken;
  }

  get system(): SystemDatabase {
    return this.app.get(SystemDatabase, { strict: false });
  }

  stop(): Promise<void> {
    return this.app.close();
  }

  async call(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string>; remoteAddress?: string } = {},
  ): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: options.remoteAddress ?? '127.0.0.1',
      headers: {
        ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }),
        ...options.headers,
      },
      ...(options.body !== undefined && { payload: options.body as object }),
    });
    const body: unknown = response.body === '' ? null : JSON.parse(response.body);
    return { status: response.statusCode, body: body as Body, headers: response.headers };
  }

  async login(email: string, password: string, tenant?: string): Promise<Session> {
    const { status, body } = await this.call('POST', '/v1/auth/login', { body: { email, password, tenant } });
    if (status !== 200) throw new Error(`login answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  refresh(refreshToken: string): Promise<Answer> {
    return this.call('POST', '/v1/auth/refresh', { body: { refreshToken } });
  }

  /** A tenant of its own, with its administrator signed in. */
  async tenant(email = `${unique('admin')}@example.com`): Promise<TestTenant> {
    const slug = unique('t');
    const password = 'a good password';
    const { status, body } = await this.call('POST', '/v1/admin/tenants', {
      token: this.platformToken,
      body: { name: `Tenant ${slug}`, slug, admin: { email, password } },
    });
    if (status !== 201) throw new Error(`founding answered ${status}: ${JSON.stringify(body)}`);
    const { accessToken } = await this.login(email, password, slug);
    return { id: body.id, slug, email, password, token: accessToken };
  }

  /** A user of a tenant, signed in. */
  async user(tenant: TestTenant, role: string): Promise<{ id: string; email: string; token: string }> {
    const email = `${unique(role)}@example.com`;
    const made = await this.call('POST', '/v1/users', {
      token: tenant.token,
      body: { email, password: 'a good password', role },
    });
    const { accessToken } = await this.login(email, 'a good password', tenant.slug);
    return { id: made.body.id, email, token: accessToken };
  }
}
