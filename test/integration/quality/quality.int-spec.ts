import { TenantDatabase } from '@app/database';
import { newUuid, parsePublicId } from '@app/kernel';
import { runAsTenant, systemContext } from '@app/tenancy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Verdicts, type VerdictDraft } from '../../../apps/api/src/quality/index.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

interface Quality {
  readonly rows: readonly {
    readonly key: string;
    readonly verdicts: number;
    readonly accuracy: number | null;
    readonly calibrationError: number | null;
    readonly withoutValue: number;
    readonly bins: readonly { readonly from: number; readonly verdicts: number; readonly accuracy: number }[];
  }[];
  readonly documents: { readonly reviewed: number; readonly corrected: number; readonly correctedShare: number };
  readonly acceptance: readonly { readonly threshold: number; readonly basis: string }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const invoice = (n: number): string => `INVOICE
Invoice number: A-${1000 + n}
Invoice date: 3 March 2026
Total: ${100 + n}.50 EUR`;

const uuidOf = (kind: 'tenant' | 'document', id: string): string => parsePublicId(kind, id) ?? '';

async function read(tenant: TestTenant, n: number) {
  const { body } = await tenant.api.upload({ name: `${n}.txt`, bytes: invoice(n) }, { type: 'invoice' });
  const total = body.extraction?.fields.find(({ name }) => name === 'total') as
    | { confidence: number; rawConfidence?: number }
    | undefined;
  const { schemaId, confidence } = body.extraction as unknown as { schemaId: string; confidence: number };
  return { id: body.id, schemaId, confidence, total };
}

/** What a person says in a review: of this document so many times over, which stands for as many documents. */
async function say(tenant: TestTenant, draft: Partial<VerdictDraft> & { documentId: string }, times: number) {
  const tenantId = uuidOf('tenant', tenant.id);
  const reviewId = newUuid();
  const full: VerdictDraft = {
    runId: newUuid(),
    reviewId,
    kind: 'field',
    schemaId: 'sch_invoice',
    documentType: 'invoice',
    field: 'total',
    engine: 'local',
    rawConfidence: 0.9,
    confidence: 0.9,
    verdict: 'accepted',
    wasRight: true,
    reviewedBy: null,
    ...draft,
  };
  const inTenant = <T>(work: () => Promise<T>): Promise<T> => runAsTenant(systemContext(tenantId), work);
  const verdicts = app.app.get(Verdicts);
  const database = app.app.get(TenantDatabase);
  await inTenant(() =>
    database.transaction((tx) =>
      verdicts.record(
        tx,
        Array.from({ length: times }, () => full),
      ),
    ),
  );
  return {
    withdraw: () => inTenant(() => database.transaction((tx) => verdicts.withdraw(tx, reviewId))),
  };
}

describe('confidence', () => {
  it('follows what people say of it, at once, until they take it back', async () => {
    const tenant = await app.newTenant();
    const first = await read(tenant, 1);
    const own = first.total?.rawConfidence ?? first.total?.confidence ?? 0;
    expect(own).toBeGreaterThan(0.5);
    const documents = await Promise.all([2, 3, 4, 5, 6].map((n) => read(tenant, n)));
    const told = await Promise.all(
      documents.map(({ id, schemaId }, index) =>
        say(
          tenant,
          {
            documentId: uuidOf('document', id),
            schemaId,
            rawConfidence: own,
            verdict: 'rejected',
            wasRight: index === 0,
          },
          20,
        ),
      ),
    );
    const after = await read(tenant, 7);
    expect(after.total?.confidence).toBeLessThan(own - 0.2);
    expect(after.total?.rawConfidence).toBe(own);
    expect(after.confidence).toBeLessThan(first.confidence);
    for (const { withdraw } of told) expect(await withdraw()).toBe(20);
    expect((await read(tenant, 8)).total?.confidence).toBe(first.total?.confidence);
  });

  it('of one tenant is no business of another', async () => {
    const [tenant, other] = await Promise.all([app.newTenant(), app.newTenant()]);
    const before = await read(other, 1);
    const { id, schemaId } = await read(tenant, 1);
    await say(tenant, { documentId: uuidOf('document', id), schemaId, wasRight: false, verdict: 'rejected' }, 100);
    expect((await read(other, 2)).total?.confidence).toBe(before.total?.confidence);
    const { body } = await other.api.get<Quality>('/v1/analytics/quality');
    expect(body).toMatchObject({ rows: [], documents: { reviewed: 0 } });
  });
});

describe('GET /v1/analytics/quality', () => {
  it('shows how far confidences can be believed', async () => {
    const tenant = await app.newTenant();
    const [good, bad] = await Promise.all([read(tenant, 1), read(tenant, 2)]);
    const documentId = uuidOf('document', good.id);
    await say(tenant, { documentId, confidence: 0.95 }, 9);
    await say(tenant, { documentId, confidence: 1, wasRight: false, verdict: 'corrected' }, 1);
    const badId = uuidOf('document', bad.id);
    await say(
      tenant,
      { documentId: badId, field: 'dueDate', confidence: 0.5, wasRight: false, verdict: 'rejected' },
      2,
    );
    const missed = { field: 'dueDate', rawConfidence: null, confidence: null, wasRight: false } as const;
    await say(tenant, { documentId: badId, ...missed, verdict: 'corrected' }, 1);
    await (await say(tenant, { documentId: badId, confidence: 0.1 }, 5)).withdraw();

    const { body } = await tenant.api.get<Quality>('/v1/analytics/quality');
    expect(body.rows).toMatchObject([{ key: 'total', verdicts: 13, accuracy: 0.75, withoutValue: 1 }]);
    expect(body.rows[0]?.bins).toEqual([
      { from: 0.5, to: 0.6, verdicts: 2, confidence: 0.5, accuracy: 0 },
      { from: 0.9, to: 1, verdicts: 10, confidence: 0.955, accuracy: 0.9 },
    ]);
    expect(body.rows[0]?.calibrationError).toBeCloseTo((10 * 0.055 + 2 * 0.5) / 12, 4);
    expect(body.documents).toEqual({ reviewed: 2, corrected: 2, correctedShare: 1 });
    expect(body.acceptance).toEqual([]);

    const fields = await tenant.api.get<Quality>('/v1/analytics/quality?groupBy=field');
    expect(fields.body.rows).toMatchObject([
      { key: 'dueDate', verdicts: 3 },
      { key: 'total', verdicts: 10 },
    ]);
    expect((await tenant.api.get<Quality>('/v1/analytics/quality?kind=type')).body.rows).toEqual([]);
    const past = await tenant.api.get<Quality>('/v1/analytics/quality?from=2020-01-01&to=2020-02-01');
    expect(past.body.rows).toEqual([]);
  });

  it('answers as a table too', async () => {
    const tenant = await app.newTenant();
    const { id } = await read(tenant, 1);
    await say(tenant, { documentId: uuidOf('document', id), confidence: 0.95 }, 4);
    const answer = await fetch(`${app.url}/v1/analytics/quality?groupBy=engine`, {
      headers: { authorization: `Bearer ${tenant.api.token}`, accept: 'text/csv' },
    });
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect((await answer.text()).split('\r\n')).toEqual([
      'key,from,to,verdicts,confidence,accuracy,accepted,corrected,rejected,withoutValue,calibrationError',
      'local,,,4,0.95,1,4,0,0,0,0.05',
      'local,0.9,1,4,0.95,1,,,,,',
      '',
    ]);
  });

  it.each(['groupBy=colour', 'kind=page', 'from=yesterday', 'from=2026-05-01&to=2026-04-01'])(
    'refuses %s',
    async (query) => {
      const { api } = await app.newTenant();
      expect((await api.get(`/v1/analytics/quality?${query}`)).status).toBe(400);
    },
  );

  it('is for administrators', async () => {
    const tenant = await app.newTenant();
    const analyst = { email: `a@${tenant.slug}.test`, password: 'an analyst password of some length' };
    expect((await tenant.api.post('/v1/users', { ...analyst, role: 'analyst' })).status).toBe(201);
    const { ApiClient } = await import('../../support/api-client.js');
    const api = await ApiClient.signIn(app.url, analyst);
    expect((await api.get('/v1/analytics/quality')).status).toBe(403);
  });
});

describe('acceptance', () => {
  it('is by the confidence alone until verdicts show more', async () => {
    const tenant = await app.newTenant();
    const set = await tenant.api.patch<{ review: object }>('/v1/tenant', { review: { acceptAtError: 0.02 } });
    expect(set.body.review).toEqual({ acceptAtError: 0.02, minConfidence: 0.8 });
    const before = await tenant.api.get<Quality>('/v1/analytics/quality');
    expect(before.body.acceptance).toEqual([{ schemaId: null, threshold: 0.98, basis: 'default', verdicts: 0 }]);
    const { id, schemaId } = await read(tenant, 1);
    const whole = { documentId: uuidOf('document', id), schemaId, kind: 'document', field: null } as const;
    await say(tenant, { ...whole, rawConfidence: 0.9 }, 400);
    await say(tenant, { ...whole, rawConfidence: 0.3, wasRight: false, verdict: 'corrected' }, 100);
    const { body } = await tenant.api.get<Quality>('/v1/analytics/quality');
    expect(body.acceptance).toMatchObject([{ schemaId, basis: 'schema', verdicts: 500 }, { basis: 'tenant' }]);
    expect(body.acceptance[0]?.threshold).toBeGreaterThan(0.5);
    expect(body.acceptance[0]?.threshold).toBeLessThan(1);
  });

  it.each([0, 0.6, -1, '0.1'])('does not take %o for a share of errors', async (acceptAtError) => {
    const { api } = await app.newTenant();
    expect((await api.patch('/v1/tenant', { review: { acceptAtError } })).status).toBe(400);
  });
});
