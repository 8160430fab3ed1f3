import { loadAll, redisConfig, runtimeConfig } from '@app/config';
import { databaseConfig, migrationConfig } from '@app/database';
import { describe, expect, it } from 'vitest';
import { appConfig } from './app.config.js';
import { productionProblems, requireProductionSecrets, settingValues, type SettingValues } from './production-check.js';

const STRONG = 'k3yU7x-2vQ9_mW4rTz8pLb6N';
const API: SettingValues = {
  NODE_ENV: 'production',
  PROCESS_ROLE: 'api',
  DATABASE_URL: `postgres://dossier_app:${STRONG}@db:5432/dossier`,
  DATABASE_SYSTEM_URL: `postgres://dossier_system:${STRONG}@db:5432/dossier`,
  REDIS_URL: `redis://:${STRONG}@redis:6379`,
  METRICS_TOKEN: STRONG,
  AUTH_KEYS_FILE: '/run/keys/jwt.json',
  AUDIT_KEYS: STRONG,
  ENCRYPTION_KEYS: STRONG,
};
const MIGRATE: SettingValues = {
  NODE_ENV: 'production',
  PROCESS_ROLE: 'migrate',
  DATABASE_URL: API['DATABASE_URL'],
  DATABASE_SYSTEM_URL: API['DATABASE_SYSTEM_URL'],
  DATABASE_OWNER_URL: `postgres://dossier_owner:${STRONG}@db:5432/dossier`,
};

describe('productionProblems', () => {
  it.each(['api', 'worker', 'all'])('lets a role %s with real secrets start', (role) => {
    expect(productionProblems('production', { ...API, PROCESS_ROLE: role })).toEqual([]);
  });

  it('asks the role migrate for database URLs only', () => {
    expect(productionProblems('production', MIGRATE)).toEqual([]);
    expect(productionProblems('production', { ...MIGRATE, DATABASE_OWNER_URL: undefined })).toEqual([
      'DATABASE_OWNER_URL: has to be set',
    ]);
  });

  it.each(['development', 'test'] as const)('asks nothing in %s', (environment) => {
    expect(productionProblems(environment, {})).toEqual([]);
  });

  it.each<[string, SettingValues, string]>([
    ['no database', { DATABASE_URL: '' }, 'DATABASE_URL: has to be set'],
    ['no URL', { DATABASE_URL: 'CHANGE_ME' }, 'DATABASE_URL: is not a URL'],
    ['no password', { DATABASE_URL: 'postgres://dossier_app@db/dossier' }, 'DATABASE_URL: its password is empty'],
    [
      'an example password',
      { DATABASE_SYSTEM_URL: 'postgres://dossier_system:CHANGE_ME_system@db/dossier' },
      'DATABASE_SYSTEM_URL: its password still has its example value',
    ],
    [
      'an encoded example password',
      { DATABASE_URL: 'postgres://dossier_app:%43HANGE_ME@db/dossier' },
      'DATABASE_URL: its password still has its example value',
    ],
    [
      'a well-known password',
      { DATABASE_URL: 'postgres://dossier_app:Postgres@db/dossier' },
      'DATABASE_URL: its password is a well-known password',
    ],
    ['a short password', { REDIS_URL: 'redis://:abc@redis' }, 'REDIS_URL: its password is shorter than 15 characters'],
    ['Redis open to all', { REDIS_URL: 'redis://redis:6379' }, 'REDIS_URL: its password is empty'],
    ['open metrics', { METRICS_TOKEN: undefined }, 'METRICS_TOKEN: has to be set'],
    ['an example token', { METRICS_TOKEN: 'changeme-changeme' }, 'METRICS_TOKEN: still has its example value'],
    [
      'no keys',
      { AUTH_KEYS_FILE: undefined },
      'AUTH_KEYS_FILE: has to be set; production makes no signing keys by itself',
    ],
    ['no master key', { ENCRYPTION_KEYS: undefined }, 'ENCRYPTION_KEYS: has to be set'],
    [
      'a key management service without a token',
      { ENCRYPTION_KEYS: undefined, ENCRYPTION_KMS_URL: 'https://vault/v1/transit' },
      'ENCRYPTION_KMS_TOKEN: has to be set',
    ],
    ['no key for the audit trail', { AUDIT_KEYS: undefined }, 'AUDIT_KEYS: has to be set'],
    [
      "the owner's password in the service",
      { DATABASE_OWNER_URL: MIGRATE['DATABASE_OWNER_URL'] },
      'DATABASE_OWNER_URL: only the role migrate may have it',
    ],
    ['a weak first password', { INIT_ADMIN_PASSWORD: 'admin' }, 'INIT_ADMIN_PASSWORD: is a well-known password'],
    [
      'a placeholder in any other setting',
      { PUBLIC_URL: 'https://CHANGE_ME.example' },
      'PUBLIC_URL: still has its example value',
    ],
  ])('refuses %s, and only that', (_, change, problem) => {
    expect(productionProblems('production', { ...API, ...change })).toEqual([problem]);
  });

  it('names all problems at once and never a value', () => {
    const problems = productionProblems('production', { PROCESS_ROLE: 'api', METRICS_TOKEN: 'CHANGE_ME_9f3' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'DATABASE_URL',
      'DATABASE_SYSTEM_URL',
      'REDIS_URL',
      'METRICS_TOKEN',
      'AUTH_KEYS_FILE',
      'AUDIT_KEYS',
      'ENCRYPTION_KEYS',
    ]);
    expect(problems.join()).not.toContain('9f3');
  });
});

describe('requireProductionSecrets', () => {
  const definitions = [appConfig, runtimeConfig, databaseConfig, migrationConfig];

  it('takes the values from the loaded parts', () => {
    const values = settingValues(definitions, loadAll(definitions, MIGRATE));
    expect(values).toMatchObject(MIGRATE);
    expect(() => requireProductionSecrets(definitions, loadAll(definitions, MIGRATE))).not.toThrow();
  });

  it('refuses the start with one list', () => {
    const all = [...definitions, redisConfig];
    const parts = loadAll(all, { ...API, REDIS_URL: 'redis://redis' });
    expect(() => requireProductionSecrets(all, parts)).toThrow(
      'Production is refused with this configuration:\n  REDIS_URL: its password is empty\n  METRICS_TOKEN: has to be set',
    );
  });
});
