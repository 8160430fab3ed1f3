import { parsePublicId } from '@app/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

interface Status {
  readonly framework: string;
  readonly regions: unknown;
  readonly belowFramework: string | null;
  readonly rules: readonly {
    readonly id: string;
    readonly state: string;
    readonly evidence: Record<string, unknown>;
  }[];
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('all');
});
afterAll(() => test.close());

describe('the privacy status', () => {
  const statusOf = async (api: TestApp['platform']) => (await api.get<Status>('/v1/privacy/status')).body;
  const ruleOf = ({ rules }: Status, id: string) => rules.find((rule) => rule.id === id)!;

  it('has no rules without a framework, and says that the instance serves all regions', async () => {
    const { api } = await test.newTenant();
    expect(await statusOf(api)).toMatchObject({
      framework: 'none',
      regions: { tenant: 'default', instance: null, serves: 'all' },
      rules: [],
    });
  });

  it('is computed from what is there now', async () => {
    const { api } = await test.newTenant();
    const chosen = await api.request('PATCH', '/v1/tenant', json({ complianceFramework: 'gdpr', retentionDays: 30 }));
    expect(chosen.status).toBe(200);
    const before = await statusOf(api);
    expect(before.framework).toBe('gdpr');
    expect(ruleOf(before, 'minimisation').state).toBe('met');
    expect(ruleOf(before, 'retention')).toMatchObject({
      state: 'met',
      evidence: { retentionDays: 30, documents: 0, overdue: 0 },
    });
    expect(ruleOf(before, 'records')).toMatchObject({ state: 'met', evidence: { auditTrail: 'intact' } });
    expect(ruleOf(before, 'breach-notice').state).toBe('not-checked');
    expect(ruleOf(before, 'opt-out-of-sale').state).toBe('not-applicable');
  });

  it('shows that a tenant stays below its framework, which needs a reason', async () => {
    const { api } = await test.newTenant();
    const patch = (body: object) =>
      api.request<{ code: string; errors: { pointer: string }[] }>('PATCH', '/v1/tenant', json(body));
    const refused = await patch({ complianceFramework: 'gdpr', piiPolicy: { modelInput: 'plain' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'below_framework']);
    expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual(['/piiPolicy/modelInput', '/retentionDays']);
    const reason = { privacy: { belowFramework: 'moving from another system until May' } };
    const taken = await patch({ complianceFramework: 'gdpr', piiPolicy: { modelInput: 'plain' }, ...reason });
    expect(taken.status).toBe(200);
    const status = await statusOf(api);
    expect(status.belowFramework).toBe(reason.privacy.belowFramework);
    expect([ruleOf(status, 'minimisation').state, ruleOf(status, 'retention').state]).toEqual(['violated', 'violated']);
    const { body: trail } = await api.get<{ items: { action: string; detail: unknown }[] }>('/v1/audit?limit=20');
    expect(JSON.stringify(trail.items.filter(({ action }) => action === 'tenant.change'))).toContain('privacy');
  });
});

describe('pseudonyms of a tenant', () => {
  const TEXT = 'Maria Gonzalez <maria@example.org> called from +44 20 7946 0958. Maria Gonzalez will pay.';
  const replace = async ({ api }: TestTenant, text = TEXT) =>
    (await api.post<{ text: string }>('/v1/privacy/pseudonymize', { text })).body.text;
  const reveal = async (api: TestTenant['api'], text: string) =>
    (await api.post<{ text: string; revealed: number }>('/v1/privacy/reveal', { text })).body;

  it('are the same in all its texts, other ones elsewhere, and turned back for its administrators', async () => {
    const [one, other] = [await test.newTenant(), await test.newTenant()];
    const text = await replace(one);
    expect(text).not.toMatch(/Maria|example|7946/);
    expect(await replace(one, `And again: ${TEXT}`)).toContain(text);
    expect(await reveal(one.api, `Re: ${text}`)).toEqual({ text: `Re: ${TEXT}`, revealed: 3 });
    const foreign = await replace(other);
    expect(foreign).not.toBe(text);
    // Tokens of others are answered as those that nobody ever made.
    expect(await reveal(other.api, text)).toEqual({ text, revealed: 0 });
    expect(await reveal(other.api, foreign)).toEqual({ text: TEXT, revealed: 3 });
  });

  it('are turned back by those who may alone, and that is in the trail', async () => {
    const tenant = await test.newTenant();
    const text = await replace(tenant);
    const keyOf = async (scopes: string[]) =>
      tenant.api.as((await tenant.api.post<{ key: string }>('/v1/api-keys', { name: 'key', scopes })).body.key);
    const [writer, revealer] = [await keyOf(['text:write']), await keyOf(['privacy:reveal'])];
    expect((await writer.post('/v1/privacy/reveal', { text })).status).toBe(403);
    expect((await writer.post('/v1/privacy/pseudonymize', { text: TEXT })).body).toMatchObject({ text });
    expect(await reveal(revealer, text)).toMatchObject({ text: TEXT });
    const trail = async () =>
      (await tenant.api.get<{ items: { action: string; outcome: string }[] }>('/v1/audit?limit=50')).body.items;
    const outcomes = async () =>
      (await trail())
        .flatMap(({ action, outcome }) => (action === 'privacy.reveal.create' ? [outcome] : []))
        .toSorted();
    // What was refused is written a moment later.
    await expect.poll(outcomes, { timeout: 10_000 }).toEqual(['refused', 'succeeded']);
    expect(JSON.stringify(await trail())).not.toContain('Maria');
  });

  it('are forgotten with the person whom they stand for, and with nobody else', async () => {
    const tenant = await test.newTenant();
    const text = await replace(tenant, `${TEXT} Ask Anna Kowalska too.`);
    const { status } = await tenant.api.post('/v1/privacy/erasures?wait=30', { subject: 'Maria Gonzalez' });
    expect(status).toBeLessThan(300);
    const after = await reveal(tenant.api, text);
    expect(after.text).not.toContain('Maria Gonzalez');
    expect(after.text).toContain('Anna Kowalska');
  });

  it('follow the policy, and hold as long as the retention', async () => {
    const tenant = await test.newTenant();
    await tenant.api.request(
      'PATCH',
      '/v1/tenant',
      json({ retentionDays: 2, piiPolicy: { types: ['EMAIL_ADDRESS'] } }),
    );
    const text = await replace(tenant);
    expect(text).toContain('Maria Gonzalez <[EMAIL_ADDRESS_');
    const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    const rows = async () =>
      (
        await owner.query<{ value: string }>('SELECT value FROM pseudonyms WHERE tenant_id = $1', [
          parsePublicId('tenant', tenant.id),
        ])
      ).rows;
    expect(JSON.stringify(await rows())).not.toContain('maria');
    await owner.query(`UPDATE pseudonyms SET used_at = now() - interval '49 hours' WHERE tenant_id = $1`, [
      parsePublicId('tenant', tenant.id),
    ]);
    expect(await reveal(tenant.api, text)).toEqual({ text, revealed: 0 });
    await replace(tenant, 'nothing');
    expect(await rows()).toEqual([]);
    await owner.end();
  });
});

const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
