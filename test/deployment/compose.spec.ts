import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from '@app/config';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../docker/make-secrets.mjs';
import { CONFIG_DEFINITIONS } from '../../apps/api/src/config-definitions.js';
import { productionProblems } from '../../apps/api/src/production-check.js';
import { compose, composeText, environmentOf, interpolate, ownServices, variablesOf } from './compose.js';
import { readText, ROOT } from './files.js';
import { operationsPaths } from './routes.js';
import { isRequired, megabytes, memoryNeeded, numberOf, SETTINGS, unknownSettings } from './settings.js';

const valuesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));
const template = readText('docker/production.env.example');
const example = valuesOf(template);
const filled = valuesOf(fillTemplate(template));
const services = Object.entries(compose.services);
const used = variablesOf(composeText.replace(/^\s*#.*$/gm, ''));

describe('interpolation', () => {
  it('does as Compose does', () => {
    expect(interpolate('a${A}b${B:-c}d$${E}', { A: '1' })).toBe('a1bcd$${E}');
    expect(() => interpolate('${A:?why}', { A: '' })).toThrow('A has to be set');
  });
});

describe('docker-compose.prod.yml', () => {
  it('has all parts', () => {
    expect(services.map(([name]) => name).toSorted()).toEqual(
      ['api', 'grafana', 'migrate', 'postgres', 'prometheus', 'proxy', 'redis', 'worker'].toSorted(),
    );
    expect(ownServices.map(([name]) => name)).toEqual(['api', 'worker', 'migrate']);
  });

  it('requires every secret, and documents every variable', () => {
    const secret = used.filter(({ name }) => /PASSWORD|TOKEN|SECRET|KEY/.test(name));
    expect(secret.length).toBeGreaterThan(8);
    expect(secret.filter(({ kind }) => kind !== ':?').map(({ name }) => name)).toEqual([]);
    expect([...new Set(used.map(({ name }) => name))].toSorted()).toEqual(Object.keys(example).toSorted());
    const placeholders = Object.keys(example).filter((name) => example[name] === 'CHANGE_ME');
    expect(placeholders.toSorted()).toEqual([...new Set(secret.map(({ name }) => name))].toSorted());
  });

  it('says the same defaults as its example', () => {
    const withDefault = used.filter(({ kind }) => kind === ':-');
    expect(withDefault.length).toBeGreaterThan(5);
    expect(withDefault.filter(({ name, rest }) => example[name] !== rest)).toEqual([]);
  });

  it('publishes only the proxy; what else is published is for this machine alone', () => {
    for (const [name, { ports = [] }] of services)
      for (const port of ports)
        expect(port, name).toMatch(name === 'proxy' ? /^\$\{HTTP_BIND/ : /^127\.0\.0\.1:\d+:\d+$/);
    expect(compose.services['postgres']?.ports).toBeUndefined();
    expect(compose.services['redis']?.ports).toBeUndefined();
  });

  it.each(services)('locks %s down', (name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add === undefined || name === 'postgres').toBe(true);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    expect(megabytes(service.deploy!.resources.limits.memory)).toBeGreaterThanOrEqual(256);
    expect(Number(service.deploy!.resources.limits.cpus)).toBeGreaterThan(0);
    expect(
      [...(service.command ?? []), ...(service.healthcheck?.test ?? [])].every((part) => typeof part === 'string'),
    ).toBe(true);
    expect(service.image).not.toMatch(/:latest$|^[^:$]+$/);
  });

  it('restarts and watches everything but the migration, which runs once', () => {
    const once = services.filter(([, { restart, healthcheck }]) => restart === 'no' && healthcheck?.disable === true);
    expect(once.map(([name]) => name)).toEqual(['migrate']);
    const watched = services.filter(
      ([, { restart, healthcheck }]) => restart === 'unless-stopped' && healthcheck?.test,
    );
    expect(watched).toHaveLength(services.length - 1);
  });

  it('keeps database and Redis on a network without a way out', () => {
    expect(compose.networks['internal']).toEqual({ internal: true });
    expect(compose.services['postgres']?.networks).toEqual(['internal']);
    expect(compose.services['redis']?.networks).toEqual(['internal']);
    expect(compose.services['proxy']?.networks).toEqual(['edge']);
    const named = new Set(services.flatMap(([, { networks = [] }]) => networks));
    expect([...named].toSorted()).toEqual(Object.keys(compose.networks).toSorted());
  });

  it('keeps data in volumes that exist, and mounts files that exist, read-only', () => {
    const mounts = services.flatMap(([, { volumes = [] }]) => volumes).map((mount) => mount.split(':'));
    const [files, volumes] = [
      mounts.filter(([source]) => source!.startsWith('.')),
      mounts.filter(([source]) => !source!.startsWith('.')),
    ];
    expect([...new Set(volumes.map(([source]) => source!))].toSorted()).toEqual(
      Object.keys(compose.volumes).toSorted(),
    );
    expect(files.filter(([, , mode]) => mode !== 'ro')).toEqual([]);
    const own = files.map(([source]) => source!).filter((source) => !source.startsWith('./docker/secrets/'));
    expect(own.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  it('starts in order: database, migration, service, proxy', () => {
    const { proxy, api, worker, migrate } = compose.services;
    expect(migrate?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const service of [api, worker])
      expect(service?.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    expect(proxy?.depends_on).toEqual({ api: { condition: 'service_healthy' } });
  });
});

describe.each(ownServices)('container %s', (name, service) => {
  it('is given settings that exist, and all that it needs', () => {
    const names = Object.keys(service.environment ?? {});
    expect(unknownSettings(names)).toEqual([]);
    const needed = [...SETTINGS.values()].filter(isRequired).map(({ env }) => env);
    expect(needed).toContain('REDIS_URL');
    expect(needed.filter((env) => !names.includes(env))).toEqual(name === 'migrate' ? ['REDIS_URL'] : []);
    expect(service.environment?.['PROCESS_ROLE']).toBe(name);
  });

  it('has values that the service takes and that production accepts once secrets are made', () => {
    const environment = environmentOf(service, filled);
    expect(() => loadAll(CONFIG_DEFINITIONS, { REDIS_URL: 'redis://unused', ...environment })).not.toThrow();
    expect(productionProblems('production', environment)).toEqual([]);
    expect(productionProblems('production', environmentOf(service, example))).not.toEqual([]);
  });

  it("knows the owner's password only where it migrates", () => {
    const text = JSON.stringify(service);
    expect(text.includes('POSTGRES_OWNER_PASSWORD')).toBe(name === 'migrate');
    expect(text.includes('DATABASE_OWNER_URL')).toBe(name === 'migrate');
  });

  it('has memory for its reading processes', () => {
    const processes = Number(service.environment?.['READING_PROCESSES'] ?? 0);
    expect(processes > 0).toBe(name !== 'migrate');
    expect(megabytes(service.deploy!.resources.limits.memory)).toBeGreaterThanOrEqual(
      name === 'migrate' ? 512 : memoryNeeded(processes),
    );
  });

  it('has time to stop', () => {
    expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(15);
  });
});

describe.each(ownServices.filter(([name]) => name !== 'migrate'))('container %s', (_, service) => {
  it('is asked for its readiness on its port', () => {
    const [, port, path] = /127\.0\.0\.1:(\d+)(\/[a-z/]+)/.exec(service.healthcheck?.test?.join(' ') ?? '') ?? [];
    expect(port).toBe(service.environment?.['PORT']);
    expect(operationsPaths()).toContain(path);
  });

  it('finds its keys and its files where they are mounted', () => {
    const targets = (service.volumes ?? []).map((mount) => mount.split(':')[1]!);
    expect(targets).toContain(service.environment?.['DATA_DIR']);
    expect(targets.some((target) => service.environment?.['AUTH_KEYS_FILE']?.startsWith(`${target}/`))).toBe(true);
    expect(service.tmpfs?.some((mount) => mount.startsWith('/tmp'))).toBe(true);
  });
});

describe('Postgres and Redis', () => {
  it('have checksums, persistence, a password, and never throw keys away', () => {
    const { postgres, redis } = compose.services;
    expect(postgres?.environment?.['POSTGRES_INITDB_ARGS']).toContain('--data-checksums');
    expect(postgres?.healthcheck?.test?.join(' ')).toContain('checksum_failures');
    const command = redis?.command?.join(' ') ?? '';
    for (const part of ['requirepass', '--appendonly yes', '--maxmemory-policy noeviction'])
      expect(command).toContain(part);
  });

  it('allow the connections of two api and four worker containers', () => {
    const each = numberOf('DATABASE_POOL_SIZE') + numberOf('DATABASE_SYSTEM_POOL_SIZE');
    const allowed = /max_connections=(\d+)/.exec(compose.services['postgres']?.command?.join(' ') ?? '')?.[1];
    expect(Number(allowed)).toBeGreaterThan(6 * each);
  });
});

describe('nginx.conf', () => {
  const conf = readText('docker/nginx/nginx.conf').replace(/^\s*#.*$/gm, '');
  const directive = (name: string): string[] =>
    [...conf.matchAll(new RegExp(`^\\s*${name}\\s+([^;]+);`, 'gm'))].map(([, value]) => value!);

  it('has balanced blocks', () => {
    expect(conf.split('{').length).toBe(conf.split('}').length);
  });

  it('lets the largest document through', () => {
    const limit = Number.parseInt(directive('client_max_body_size')[0] ?? '', 10) * 1024 * 1024;
    expect(limit).toBeGreaterThan(numberOf('DOCUMENTS_MAX_BYTES'));
    expect(limit).toBeGreaterThan(numberOf('HTTP_JSON_LIMIT_BYTES'));
  });

  it('streams events and uploads, and waits longer than the longest ?wait=', () => {
    expect(directive('proxy_buffering')).toEqual(['off']);
    expect(directive('proxy_request_buffering')).toEqual(['off']);
    const longestWait = Number(/MAX_WAIT_SECONDS = (\d+)/.exec(readText('libs/http/src/waiting.ts'))?.[1]);
    expect(Number.parseInt(directive('proxy_read_timeout')[0] ?? '', 10)).toBeGreaterThan(longestWait);
  });

  it('passes on to the port of the api, and to nothing that is for the inside', () => {
    expect(directive('set \\$api')).toEqual([`http://api:${compose.services['api']?.environment?.['PORT']}`]);
    expect(directive('proxy_pass')).toEqual(['$api']);
    expect(conf).toMatch(/location = \/metrics \{\s*return 404;/);
  });

  it('listens where the compose file expects it, without rights of root', () => {
    const inside = compose.services['proxy']?.ports?.map((port) => port.split(':').at(-1));
    expect(directive('listen').map((value) => value.split(' ')[0])).toEqual(inside);
    expect(directive('listen').every((value) => Number.parseInt(value, 10) > 1024)).toBe(true);
    for (const path of [...directive('pid'), ...directive('[a-z_]+_temp_path')]) expect(path).toMatch(/^\/tmp\//);
  });

  it('says itself who the client is', () => {
    expect(conf).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
  });
});
