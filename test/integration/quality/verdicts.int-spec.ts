import { newUuid } from '@app/kernel';
import { Log } from '@app/observability';
import { Threads } from '@app/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErasureRepository } from '../../../apps/api/src/documents/data/erasure.repository.js';
import { VerdictsRepository } from '../../../apps/api/src/quality/data/verdicts.repository.js';
import { Calibrations, Verdicts, type VerdictDraft } from '../../../apps/api/src/quality/index.js';
import { type Owned, startTenantApp, type TenantApp } from '../tenancy/tenant-app.js';

const draftOf = (documentId: string, reviewId: string, more: Partial<VerdictDraft> = {}): VerdictDraft => ({
  documentId,
  runId: newUuid(),
  reviewId,
  kind: 'field',
  schemaId: 'sch_invoice',
  documentType: 'invoice',
  field: 'total',
  engine: 'local',
  rawConfidence: 0.875,
  confidence: 0.9,
  verdict: 'accepted',
  wasRight: true,
  reviewedBy: null,
  ...more,
});

describe('verdicts', () => {
  let test: TenantApp;
  let own: Owned;
  let verdicts: Verdicts;
  beforeAll(async () => {
    test = await startTenantApp(3);
    own = await test.newTenant();
    const kept = new VerdictsRepository(test.database);
    verdicts = new Verdicts(
      kept,
      new Calibrations(kept, new Threads({ most: 1 }), new Log({ level: 'silent', pretty: false })),
    );
  });
  afterAll(() => test.close());

  const record = (drafts: readonly VerdictDraft[]): Promise<void> =>
    test.as(own.tenantId, () => test.database.transaction((tx) => verdicts.record(tx, drafts)));
  const withdraw = (tenantId: string, reviewId: string): Promise<number> =>
    test.as(tenantId, () => test.database.transaction((tx) => verdicts.withdraw(tx, reviewId)));
  const kept = async (reviewId: string) =>
    (await test.owner.query('SELECT * FROM verdicts WHERE review_id = $1 ORDER BY field', [reviewId])).rows;

  it('are kept as they were given', async () => {
    const reviewId = newUuid();
    await record([
      draftOf(own.documentId, reviewId),
      draftOf(own.documentId, reviewId, {
        field: 'vendorName',
        rawConfidence: null,
        confidence: null,
        verdict: 'corrected',
        wasRight: false,
      }),
    ]);
    expect(await kept(reviewId)).toMatchObject([
      { tenant_id: own.tenantId, field: 'total', raw_confidence: 0.875, confidence: 0.9, was_right: true },
      { field: 'vendorName', raw_confidence: null, verdict: 'corrected', was_right: false, withdrawn_at: null },
    ]);
  });

  it('are withdrawn by review, once, and by nobody else', async () => {
    const reviewId = newUuid();
    await record([draftOf(own.documentId, reviewId), draftOf(own.documentId, reviewId, { field: 'vendorName' })]);
    expect(await withdraw((await test.newTenant()).tenantId, reviewId)).toBe(0);
    expect(await withdraw(own.tenantId, reviewId)).toBe(2);
    expect(await withdraw(own.tenantId, reviewId)).toBe(0);
    expect((await kept(reviewId)).map((row: { withdrawn_at: Date | null }) => row.withdrawn_at !== null)).toEqual([
      true,
      true,
    ]);
  });

  it('say of what they are: a field has a name, others have none', async () => {
    const draft = draftOf(own.documentId, newUuid());
    await expect(record([{ ...draft, kind: 'type' }])).rejects.toMatchObject({ code: '23514' });
    await expect(record([{ ...draft, field: null }])).rejects.toMatchObject({ code: '23514' });
    await record([{ ...draft, kind: 'document', field: null }]);
  });

  it('go with their document', async () => {
    const { tenantId, documentId } = await test.newTenant();
    const reviewId = newUuid();
    await test.as(tenantId, () =>
      test.database.transaction((tx) => verdicts.record(tx, [draftOf(documentId, reviewId)])),
    );
    const erased = await test.as(tenantId, () =>
      test.database.transaction(async (tx) => {
        const erasures = new ErasureRepository();
        return erasures.erase(tx, await erasures.family(tx, [documentId]));
      }),
    );
    expect(erased.rows['verdicts']).toBeGreaterThanOrEqual(1);
    expect(await kept(reviewId)).toEqual([]);
  });
});
