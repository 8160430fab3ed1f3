import { ModuleRef } from '@nestjs/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditChain } from '../../../apps/api/src/compliance/audit-chain.service.js';
import { AuditChainRepository } from '../../../apps/api/src/compliance/data/audit-chain.repository.js';
import { EXCEPTIONS } from '../../../apps/api/src/compliance/domain/audited-routes.js';
import { newUuid } from '@app/kernel';
import { ApiClient } from '../../support/api-client.js';
import type { TestTenant } from '../../support/app.js';
import { type Route, routesOf } from '../../support/routes.js';
import { AuditWorld, type Entry, uuidOf } from './audit-world.js';
import { tamperingsOf } from './tamperings.js';

/** The long form of this test is `AUDIT_TAMPERINGS=1000`. */
const TAMPERINGS = Number(process.env['AUDIT_TAMPERINGS'] ?? 100);
const TABLES = ['audit_entries', 'audit_links', 'audit_heads', 'audit_unchained', 'audit_intents'];

const CANARY = 'zyxcanarywvu';

describe('the audit trail', () => {
  let world: AuditWorld;
  let tenant: TestTenant;
  let routes: Route[];

  beforeAll(async () => {
    world = await AuditWorld.start();
    tenant = await world.newTenant();
    routes = routesOf(world.test.app);
  });
  afterAll(() => world.close());

  const fill = ({ path }: Route): string =>
    path
      .split('/')
      .map((part, index, parts) =>
        part === ':page'
          ? '1'
          : part.startsWith(':')
            ? `${(parts[index - 1] ?? '').slice(0, 3)}_${'0'.repeat(32)}`
            : part,
      )
      .join('/');

  const changing = (): Route[] =>
    routes.filter(
      ({ method, path }) => method !== 'GET' && !['none', 'sign-in'].includes(EXCEPTIONS[`${method} ${path}`] ?? ''),
    );

  it('makes exceptions only of routes that there are', () => {
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(Object.keys(EXCEPTIONS).filter((route) => !known.has(route))).toEqual([]);
  });

  it('has one entry of each call of every route that changes something, whatever comes of it', async () => {
    expect(changing().length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const route of changing()) {
      const requestId = newUuid();
      const { status } = await tenant.api.request(route.method, fill(route), {
        headers: {
          'x-request-id': requestId,
          ...(route.method !== 'DELETE' && { 'content-type': 'application/json' }),
        },
        ...(route.method !== 'DELETE' && { body: '{}' }),
      });
      await world.log.idle();
      const { rows } = await world.owner.query(
        'SELECT kind, outcome, status, action FROM audit_entries WHERE request_id = $1',
        [requestId],
      );
      if (rows.length !== 1 || rows[0].status !== status || rows[0].outcome === 'unknown')
        wrong.push(`${route.method} ${route.path} (${status}): ${JSON.stringify(rows)}`);
    }
    expect(wrong).toEqual([]);
  });

  const upload = (api: ApiClient) =>
    api.upload({ name: `${CANARY}.txt`, bytes: `Invoice number: 4711\nInvoice of ${CANARY}\nTotal: 12.00 EUR` });

  it('tells who did what to what, by names and verdicts, and holds no value', async () => {
    const { api } = await world.newTenant().then((made) => (tenant = made));
    const { body: document } = await upload(api);
    const field = document.extraction!.fields.find(({ name }) => /number/i.test(name))!.name;
    await api.get(`/v1/documents/${document.id}`);
    await api.get(`/v1/documents/${document.id}/text`);
    await api.get(`/v1/documents/${CANARY}`);
    await api.post('/v1/search', { query: CANARY });
    const reviewed = await api.post(`/v1/documents/${document.id}/review`, {
      fields: [{ name: field, verdict: 'corrected', value: CANARY }],
      type: { verdict: 'accepted' },
    });
    expect(reviewed.status, JSON.stringify(reviewed.body)).toBe(201);
    await api.patch('/v1/tenant', { name: CANARY });
    await api.delete(`/v1/documents/${document.id}`);
    const entries = await world.entries(tenant);
    const seen = entries.toReversed().map(({ kind, action, resource, outcome, status }) => ({
      kind,
      action,
      id: resource?.id,
      outcome,
      status,
    }));
    const of = (action: string) => seen.filter((entry) => entry.action === action);
    expect(of('documents.create')).toEqual([
      { kind: 'change', action: 'documents.create', id: document.id, outcome: 'succeeded', status: 200 },
    ]);
    expect(of('documents.read')).toEqual([
      { kind: 'read', action: 'documents.read', id: document.id, outcome: 'succeeded', status: 200 },
      { kind: 'read', action: 'documents.read', id: null, outcome: 'refused', status: 404 },
    ]);
    expect(of('documents.text.read')).toHaveLength(1);
    expect(of('search.create')).toMatchObject([{ kind: 'read', outcome: 'succeeded' }]);
    expect(of('documents.delete')).toMatchObject([{ id: document.id, outcome: 'succeeded' }]);
    const review = entries.find(({ action }) => action === 'documents.review.create');
    expect(review).toMatchObject({
      resource: { type: 'documents', id: document.id },
      detail: { given: ['fields', 'type'], fields: [field], verdicts: { [field]: 'corrected', type: 'accepted' } },
    });
    expect(entries.find(({ action }) => action === 'tenant.change')?.detail).toEqual({ given: ['name'] });
    expect(new Set(entries.map(({ actor }) => actor)).size).toBe(1);
    expect(JSON.stringify(entries)).not.toContain(CANARY);
  });

  it('finds entries by what they are about, by whom they are from, by what they did and when', async () => {
    const { api } = tenant;
    const { body: key } = await api.post<{ id: string; key: string }>('/v1/api-keys', { name: 'k', scopes: ['admin'] });
    const { body: first } = await api.as(key.key).post<{ id: string }>('/v1/golden-sets', { name: 'first' });
    await api.delete(`/v1/golden-sets/${first.id}`);
    const about = await world.entries(tenant, `&resourceId=${first.id}`);
    expect(about.map(({ action, actor }) => [action, actor === key.id])).toEqual([
      ['golden-sets.delete', false],
      ['golden-sets.create', true],
    ]);
    expect(await world.entries(tenant, `&actor=${key.id}`)).toHaveLength(1);
    expect(await world.entries(tenant, `&action=golden-sets.delete`)).toHaveLength(1);
    expect(await world.entries(tenant, '&from=2100-01-01')).toEqual([]);
    expect(await world.entries(tenant, '&to=2020-01-01T00:00:00%2B02:00')).toEqual([]);
    expect((await api.get('/v1/audit?from=2026-02-30')).status).toBe(400);
    const { body: page } = await api.get<{ items: { id: string }[]; nextCursor: string }>('/v1/audit?limit=1');
    const { body: next } = await api.get<{ items: { id: string }[] }>(`/v1/audit?limit=1&cursor=${page.nextCursor}`);
    expect(next.items[0]!.id < page.items[0]!.id).toBe(true);
    const table = await api.get<string>(`/v1/audit?resourceId=${first.id}`, { accept: 'text/csv' });
    expect(table.body.split('\r\n')[1]).toContain(`golden-sets.delete,usr_`);
  });

  it('has what was refused, and repetitions that changed nothing', async () => {
    const { api } = tenant;
    const { body: key } = await api.post<{ key: string }>('/v1/api-keys', { name: 'k', scopes: ['documents:read'] });
    const refused = await api.as(key.key).post('/v1/golden-sets', { name: 'no' });
    expect(refused.status).toBe(403);
    expect((await api.get('/v1/admin/tenants')).status).toBe(404);
    const headers = { 'idempotency-key': newUuid() };
    for (let time = 0; time < 2; time++) await api.post('/v1/golden-sets', { name: 'twice' }, headers);
    const [again, once, platform, no] = await world.entries(tenant);
    expect(no).toMatchObject({ action: 'golden-sets.create', outcome: 'refused', status: 403, detail: null });
    expect(platform).toMatchObject({ action: 'admin.tenants.read', outcome: 'refused', status: 404 });
    expect([once?.status, again?.status]).toEqual([201, 201]);
  });

  it('has who came in, who was refused, who stayed and who went out', async () => {
    const { url } = world.test;
    const { admin } = tenant;
    const nobody = new ApiClient(url, '');
    await nobody.post('/v1/auth/login', { ...admin, password: 'a wrong password' });
    const { body: pair } = await nobody.post<{ refreshToken: string }>('/v1/auth/login', admin);
    const { body: second } = await nobody.post<{ refreshToken: string }>('/v1/auth/refresh', {
      refreshToken: pair.refreshToken,
    });
    expect((await nobody.post('/v1/auth/refresh', { refreshToken: pair.refreshToken })).status).toBe(401);
    await nobody.post('/v1/auth/logout', { refreshToken: second.refreshToken });
    await nobody.post('/v1/auth/logout', { refreshToken: 'dsr_none' });
    const signIns = (await world.entries(tenant)).filter(({ kind }) => kind === 'sign-in').slice(0, 5);
    const user = signIns[0]?.resource?.id;
    expect(signIns.toReversed().map(({ action, actor, outcome }) => [action, actor, outcome])).toEqual([
      ['auth.login.create', null, 'refused'],
      ['auth.login.create', user, 'succeeded'],
      ['auth.refresh.create', user, 'succeeded'],
      ['auth.refresh.create', null, 'refused'],
      ['auth.logout.create', user, 'succeeded'],
    ]);
  });

  it('says where requests came from as exactly as the tenant wants it', async () => {
    const { api, admin } = tenant;
    const last = async () => (await world.entries(tenant))[0];
    expect((await last())?.source).toBeNull();
    for (const [auditSource, source] of [
      ['network', '127.0.0.0/24'],
      ['full', '127.0.0.1'],
      ['none', null],
    ]) {
      await api.patch('/v1/tenant', { auditSource });
      await api.get('/v1/users');
      expect(await last()).toMatchObject({ action: 'users.read', source });
      await api.as('').post('/v1/auth/login', admin);
      expect(await last()).toMatchObject({ action: 'auth.login.create', source });
    }
  });

  it('tells a tenant what the platform looked at and changed', async () => {
    const { platform } = world.test;
    await platform.get(`/v1/admin/tenants/${tenant.id}`);
    await platform.patch(`/v1/admin/tenants/${tenant.id}`, { plan: 'large' });
    await platform.patch(`/v1/admin/tenants/ten_${'0'.repeat(32)}`, { plan: 'large' });
    const [changed, read] = await world.entries(tenant);
    expect(read).toMatchObject({ kind: 'read', action: 'admin.tenants.read', actorRole: 'platform', status: 200 });
    expect(changed).toMatchObject({
      kind: 'change',
      action: 'admin.tenants.change',
      actorRole: 'platform',
      resource: { type: 'tenants', id: tenant.id },
      detail: { given: ['plan'] },
    });
    const { body } = await platform.get<{ items: Entry[] }>('/v1/audit');
    const by = (action: string) => body.items.filter((entry) => entry.action === `admin.tenants.${action}`);
    expect(by('change')).toHaveLength(2);
    expect(by('create').map(({ resource }) => resource?.id)).toContain(tenant.id);
  });

  it('is for administrators, of the tenant itself and of no other', async () => {
    const viewer = { email: `v@${tenant.slug}.test`, password: 'a viewer has a password' };
    await tenant.api.post('/v1/users', { ...viewer, role: 'viewer' });
    const api = await ApiClient.signIn(world.test.url, viewer);
    expect([(await api.get('/v1/audit')).status, (await api.get('/v1/audit/verification')).status]).toEqual([403, 403]);
    const other = await world.newTenant();
    const foreign = await world.entries(other);
    expect(foreign.map(({ action }) => action)).toEqual(['auth.login.create']);
    expect(await world.verify(other)).toMatchObject({ state: 'intact', problems: [] });
  });

  it('lets nothing happen that cannot be recorded', async () => {
    await world.owner.query('REVOKE INSERT ON audit_intents FROM dossier_system');
    try {
      const { status, body } = await tenant.api.post<{ code: string }>('/v1/golden-sets', { name: 'unrecorded' });
      expect([status, body.code]).toEqual([503, 'audit_unavailable']);
    } finally {
      await world.owner.query('GRANT INSERT ON audit_intents TO dossier_system');
    }
    const { body } = await tenant.api.get<{ items: { name: string }[] }>('/v1/golden-sets?limit=100');
    expect(body.items.map(({ name }) => name)).not.toContain('unrecorded');
  });

  it('keeps a change whose end could not be written as one of unknown outcome', async () => {
    await world.owner.query('REVOKE INSERT ON audit_entries FROM dossier_system');
    try {
      expect((await tenant.api.post('/v1/golden-sets', { name: 'cut off' })).status).toBe(201);
    } finally {
      await world.owner.query('GRANT INSERT ON audit_entries TO dossier_system');
    }
    const count = () => world.owner.query('SELECT id FROM audit_intents').then(({ rowCount }) => rowCount);
    expect(await count()).toBe(1);
    await world.chain.turn();
    expect(await count(), 'a request may still be running').toBe(1);
    const repository = world.test.app.get(AuditChainRepository, { strict: false });
    await repository.abandon(new Date(Date.now() + 1_000));
    await world.chain.turn();
    expect(await count()).toBe(0);
    const [entry] = await world.entries(tenant, '&action=golden-sets.create');
    expect(entry).toMatchObject({ outcome: 'unknown', status: null, actorRole: 'admin' });
    expect(entry?.seq).toBeGreaterThan(0);
    expect(await world.verify(tenant)).toMatchObject({ state: 'intact', problems: [] });
  });

  it('cannot be changed by either role of the service', async () => {
    const { DATABASE_URL, DATABASE_SYSTEM_URL } = process.env;
    const done: string[] = [];
    for (const [role, url] of [
      ['app', DATABASE_URL],
      ['system', DATABASE_SYSTEM_URL],
    ] as const) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`SELECT set_config('app.tenant_id', $1, false)`, [uuidOf(tenant.id)]);
      for (const table of TABLES)
        for (const sql of [
          `UPDATE ${table} SET tenant_id = tenant_id`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table} CASCADE`,
          `INSERT INTO ${table} SELECT * FROM ${table}`,
          `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`,
          `DROP TABLE ${table} CASCADE`,
        ]) {
          await client.query('BEGIN');
          const allowed = await client.query(sql).then(
            // Rows of a trail go when its tenant has ended; this one lives.
            ({ rowCount }) => (rowCount === 0 && /^DELETE FROM audit_[ehl]/.test(sql) ? ' of 0 rows' : ''),
            (error: { code?: string }) => (error.code === '42501' ? null : ''),
          );
          await client.query('ROLLBACK');
          if (allowed !== null) done.push(`${role}: ${sql.replace(/ SET.*| SELECT.*/, '')}${allowed}`);
        }
      await client.end();
    }
    const expected = TABLES.flatMap((table, n) => [
      `DELETE FROM ${table}${n < 3 ? ' of 0 rows' : ''}`,
      `INSERT INTO ${table}`,
    ]);
    expect(done).toEqual(expected.map((sql) => `system: ${sql}`));
  });

  it('grows into one unbroken chain, whoever writes and links at the same time', async () => {
    const busy = await world.newTenant();
    const chains = [world.chain, await world.test.app.resolve(ModuleRef).then((ref) => ref.create(AuditChain))];
    const write = async (): Promise<void> => {
      for (let n = 0; n < 15; n++) {
        await (n % 2 === 0 ? busy.api.get('/v1/documents') : busy.api.post('/v1/golden-sets', { name: newUuid() }));
        if (n % 5 === 0) await Promise.all(chains.map((chain) => chain.turn()));
      }
    };
    await Promise.all([write(), write(), write(), write()]);
    expect(await world.verify(busy)).toMatchObject({ state: 'intact', problems: [] });
    await world.settle();
    const { state, entries, chained, head } = await world.verify(busy);
    expect([state, entries - chained]).toEqual(['intact', 0]);
    expect(entries).toBeGreaterThan(60);
    expect(head?.seq).toBe(entries);
    expect(head!.number).toBeGreaterThan(2);
  });

  it('is intact while entries wait for their links, and goes on where a linking was cut off', async () => {
    const cut = await world.newTenant();
    await cut.api.post('/v1/golden-sets', { name: 'one' });
    await world.owner.query('REVOKE INSERT ON audit_heads FROM dossier_system');
    try {
      await world.settle();
      expect(await world.verify(cut)).toMatchObject({ state: 'intact', chained: 0, entries: 2, head: null });
    } finally {
      await world.owner.query('GRANT INSERT ON audit_heads TO dossier_system');
    }
    await world.settle();
    const { state, chained, head } = await world.verify(cut);
    expect({ state, chained, seq: head?.seq }).toEqual({ state: 'intact', chained, seq: chained });
    expect(chained).toBeGreaterThan(2);
  });

  it('names what is broken, and does not let the newest head outside of the database be overwritten', async () => {
    const victim = await world.newTenant();
    const id = uuidOf(victim.id);
    for (const name of ['one', 'two']) {
      await victim.api.post('/v1/golden-sets', { name });
      await world.settle();
    }
    const [second] = await world.entries(victim, '&action=golden-sets.create');
    const behind = [id, second!.seq! - 1];
    for (const table of ['audit_heads', 'audit_links'])
      await world.owner.query(`DELETE FROM ${table} WHERE tenant_id = $1 AND seq > $2`, behind);
    await world.owner.query('DELETE FROM audit_entries WHERE tenant_id = $1 AND id = $2', [id, uuidOf(second!.id)]);
    await victim.api.post('/v1/golden-sets', { name: 'three' });
    await world.settle();
    await world.settle();
    const { state, problems } = await world.verify(victim);
    expect([state, problems.map(({ kind }) => kind)]).toEqual(['broken', expect.arrayContaining(['tail_missing'])]);
  });

  it(`shows ${TAMPERINGS} of ${TAMPERINGS} tamperings of all kinds`, async () => {
    const victim = await world.newTenant();
    const tenantId = uuidOf(victim.id);
    for (let n = 0; n < 24; n++) {
      await (n % 3 === 0 ? victim.api.post('/v1/golden-sets', { name: `${n}` }) : victim.api.get('/v1/documents'));
      if (n % 4 === 0) await world.settle();
    }
    await world.settle();
    const seed = Number(process.env['AUDIT_SEED'] ?? Date.now() % 2 ** 31);
    const tamperings = tamperingsOf(world.owner, tenantId, seed);
    const names = Object.keys(tamperings) as (keyof typeof tamperings)[];
    const [shown, missed]: [Record<string, number>, string[]] = [{}, []];
    // What an owner can take away, he takes away.
    await world.owner.query(`
      ALTER TABLE audit_links DROP CONSTRAINT audit_links_tenant_id_entry_id_fkey;
      ALTER TABLE audit_links DROP CONSTRAINT audit_links_tenant_id_entry_id_key;
      ALTER TABLE audit_heads DROP CONSTRAINT audit_heads_tenant_id_seq_key;
      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_kind_check;
      ALTER TABLE audit_entries DROP CONSTRAINT audit_entries_outcome_check;`);
    expect(await world.verifyInside(tenantId)).toMatchObject({ state: 'intact', problems: [] });
    for (let n = 0; n < TAMPERINGS; n++) {
      const name = names[n % names.length]!;
      await world.owner.query('BEGIN');
      await tamperings[name]();
      const { state, problems } = await world.verifyInside(tenantId);
      await world.owner.query('ROLLBACK');
      if (state === 'broken' && problems.length > 0) shown[name] = (shown[name] ?? 0) + 1;
      else missed.push(`${n} ${name}`);
    }
    process.stdout.write(`audit tamperings, seed ${seed}, shown: ${JSON.stringify(shown)}\n`);
    expect(missed).toEqual([]);
    expect(Object.values(shown).reduce((sum, count) => sum + count, 0)).toBe(TAMPERINGS);
    expect(await world.verify(victim)).toMatchObject({ state: 'intact', problems: [] });
  }, 120_000);

  it('loses nothing when the service stops', async () => {
    const requestId = newUuid();
    await tenant.api.get('/v1/documents', { 'x-request-id': requestId });
    await world.stop();
    const { rows } = await world.owner.query('SELECT action FROM audit_entries WHERE request_id = $1', [requestId]);
    expect(rows).toEqual([{ action: 'documents.read' }]);
  });
});
