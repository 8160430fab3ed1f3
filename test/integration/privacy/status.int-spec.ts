import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';

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

describe('the privacy status', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp('api');
  });
  afterAll(() => test.close());

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

const json = (body: object): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
