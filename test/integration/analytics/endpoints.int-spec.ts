import { newUuid, publicId } from '@app/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { closeCall, noteHit, openCall, type WorkLine, writeWork } from './ledger-writer.js';

interface Row {
  readonly key: string;
  readonly [figure: string]: unknown;
}
interface Report {
  readonly from: string;
  readonly to: string;
  readonly groupBy: string;
  readonly rows: readonly Row[];
  readonly total?: Record<string, { amount: string }>;
  readonly month?: Record<string, { amount: string }>;
}

const today = (): string => new Date().toISOString().slice(0, 10);
const uuidOf = (id: string): string => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

let app: TestApp;
let owner: pg.Client;
let tenant: TestTenant;
let other: TestTenant;

/** Ten documents of a tenant: read, classified, extracted; each with a call, some again, and hits. */
async function fill(tenantId: string, type: string): Promise<void> {
  const line: WorkLine = {
    tenant: tenantId,
    daysAgo: 0,
    document: null,
    user: null,
    purpose: 'read',
    type: null,
    engine: 'local',
    model: null,
    pages: 3,
    ms: 100,
    fill: null,
    reused: false,
  };
  for (let n = 0; n < 10; n++) {
    const document = newUuid();
    await writeWork(owner, { ...line, document });
    await writeWork(owner, { ...line, document, purpose: 'classify', type });
    await writeWork(owner, {
      ...line,
      document,
      purpose: n < 4 ? 'triage' : 'extract',
      type,
      fill: n < 4 ? null : 750,
    });
    const call = { tenant: tenantId, daysAgo: 0, user: null, purpose: 'extract', provider: 'p', type, reserved: 500 };
    const id = await openCall(owner, { ...call, attempt: 1 + (n % 2) });
    await closeCall(owner, id, { outcome: n === 0 ? 'timeout' : 'answered', tokens: 100, cost: 1_000_000, ms: 800 });
    if (n < 5) await noteHit(owner, { ...call, attempt: 0 });
  }
}

beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await owner.connect();
  tenant = await app.newTenant();
  other = await app.newTenant();
  await fill(uuidOf(tenant.id), '=cmd()');
});
afterAll(async () => {
  await owner?.end();
  await app?.close();
});

const report = async (api: ApiClient, path: string): Promise<Report> => {
  const { status, body } = await api.get<Report>(path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const CALLS = {
  calls: 10,
  answered: 9,
  errorRate: 0.1,
  retries: 5,
  retryRate: 0.5,
  cacheHits: 5,
  cacheHitRate: 0.5,
  tokensIn: 1_000,
  tokensCached: 500,
  tokensOut: 1_000,
  cost: { amount: '0.010000000', currency: 'USD' },
  savedCost: { amount: '0.000002500', currency: 'USD' },
};

describe('analytics over HTTP', () => {
  it('tells a tenant what it used', async () => {
    const body = await report(tenant.api, '/v1/analytics/usage');
    expect(body).toMatchObject({ groupBy: 'day', rows: [{ key: today(), ...CALLS }] });
    expect(body.rows[0]).toMatchObject({ documents: 10, emails: 4, pages: 30, runs: 30, reused: 0, fillRate: 0.75 });
    for (const [figure, exact] of [
      ['durationMsP50', 100],
      ['durationMsP99', 100],
      ['latencyMsP95', 800],
    ] as const)
      expect(Math.abs(Number(body.rows[0]?.[figure]) - exact) / exact).toBeLessThan(0.05);
    expect(Date.parse(body.to) - Date.parse(body.from)).toBe(30 * 86_400_000);
  });

  it.each([
    ['type', [{ key: '=cmd()', documents: 10, pages: 30, calls: 10 }]],
    [
      'engine',
      [
        { key: 'llm', documents: 0, calls: 10 },
        { key: 'local', documents: 10, calls: 0, errorRate: null },
      ],
    ],
    [
      'model',
      [
        { key: 'p/m', calls: 10 },
        { key: 'none', documents: 10 },
      ],
    ],
    ['user', [{ key: 'none', documents: 10, calls: 10 }]],
  ])('groups usage by %s', async (groupBy, rows) => {
    expect((await report(tenant.api, `/v1/analytics/usage?groupBy=${groupBy}`)).rows).toMatchObject(rows);
  });

  it.each([
    ['day', today()],
    ['purpose', 'extract'],
    ['provider', 'p'],
    ['model', 'p/m'],
    ['user', 'none'],
  ])('tells what calls cost by %s, what was saved, and what will be spent', async (groupBy, key) => {
    const body = await report(tenant.api, `/v1/analytics/costs?groupBy=${groupBy}`);
    expect(body.rows).toEqual([expect.objectContaining({ key, ...CALLS })]);
    for (const spending of [body.total, body.month]) {
      expect(spending).toMatchObject({ spent: CALLS.cost, saved: CALLS.savedCost });
      expect(Number(spending?.['forecast']?.amount)).toBeGreaterThanOrEqual(0.01);
    }
  });

  it('shows nothing of it to another tenant', async () => {
    for (const path of ['usage', 'costs', 'usage?groupBy=type', 'costs?groupBy=model'])
      expect((await report(other.api, `/v1/analytics/${path}`)).rows).toEqual([]);
  });

  it('tells the platform about all tenants', async () => {
    const key = publicId('tenant', uuidOf(tenant.id));
    const { rows } = await report(app.platform, '/v1/admin/analytics/tenants');
    expect(rows).toEqual([expect.objectContaining({ key, name: tenant.slug, documents: 10, ...CALLS })]);
    for (const [path, row] of [
      ['usage', { key, documents: 10 }],
      ['usage?groupBy=day', { key: today(), documents: 10, ...CALLS }],
      ['providers', { key: 'p', ...CALLS }],
      ['providers?groupBy=tenant', { key, ...CALLS }],
    ] as const)
      expect((await report(app.platform, `/v1/admin/analytics/${path}`)).rows).toMatchObject([row]);
  });

  it('tells the platform how much work waits', async () => {
    const job = `INSERT INTO jobs (tenant_id, id, queue, subject_id, max_attempts, state, run_at, lease_until, attempts)
                 VALUES ($1, $2, 'test.wait-long', $2, 3, $3, now() - interval '90 s', now() + interval '1 hour', 1)`;
    for (const state of ['ready', 'ready', 'running', 'dead', 'dead', 'dead'])
      await owner.query(job, [uuidOf(other.id), newUuid(), state]);
    const { rows } = await report(app.platform, '/v1/admin/analytics/queues');
    const [row] = rows as unknown as [Record<string, number>];
    expect(rows).toEqual([expect.objectContaining({ queue: 'test.wait-long', waiting: 2, active: 1, failed: 3 })]);
    expect(row['lagSeconds']).toBeGreaterThanOrEqual(90);
  });

  it.each([
    ['usage?groupBy=type', 'key,documents,emails', `\r\n'=cmd(),10,4,30,20,0,0.75,`],
    [
      'costs',
      'key,calls,answered',
      `\r\n${new Date().toISOString().slice(0, 10)},10,9,5,0.5,5,0.5,0.1,1000,500,1000,0.010000000,0.000002500,`,
    ],
  ])('answers %s as a table that no spreadsheet runs', async (path, head, line) => {
    const { headers, body } = await tenant.api.get<string>(`/v1/analytics/${path}`, { accept: 'text/csv' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="\w+\.csv"$/);
    expect(body).toMatch(new RegExp(`^${head},`));
    expect(body).toContain(line);
  });

  it.each(['usage', 'tenants', 'providers', 'queues'])('answers /v1/admin/analytics/%s as a table', async (path) => {
    const { status, headers, body } = await app.platform.get<string>(`/v1/admin/analytics/${path}`, {
      accept: 'text/csv',
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.split('\r\n')[0]).toMatch(/^(key|queue),/);
  });

  it.each([
    ['from=2026-02-01&to=2026-01-01', 400, 'invalid_period'],
    ['from=2026-02-01&to=2026-02-01', 400, 'invalid_period'],
    ['from=2020-01-01&to=2026-01-01', 400, 'invalid_period'],
    ['from=2026-13-45', 400, 'invalid_period'],
    ['from=yesterday', 400, 'invalid_input'],
    ['from=2026-01-01T00:00:00', 400, 'invalid_input'],
    ['groupBy=tenant', 400, 'invalid_input'],
    ['groupBy=purpose', 400, 'invalid_input'],
    ['group=day', 400, 'invalid_input'],
  ])('refuses ?%s', async (query, status, code) => {
    const answer = await tenant.api.get<{ code: string }>(`/v1/analytics/usage?${query}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('takes a day of the calendar of UTC, the last one not included', async () => {
    const rows = async (query: string) => (await report(tenant.api, `/v1/analytics/usage?${query}`)).rows.length;
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(await rows(`from=${today()}&to=${tomorrow}`)).toBe(1);
    expect(await rows(`to=${today()}`)).toBe(0);
    expect(await rows(`to=${today()}T00:00:01Z`)).toBe(1);
    expect(await rows(`from=${tomorrow}&to=${tomorrow}T12:00:00Z`)).toBe(0);
  });
});
