import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';
import {
  copyInQueue,
  fieldOf,
  person,
  RECEIPT,
  type ReviewBody,
  reviewing,
  slip,
  truthOf,
  valuesOf,
} from './review-world.js';

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await app?.close();
});

const newWorld = async () => {
  const tenant = await app.newTenant();
  return { tenant, ...reviewing(tenant.api), api: tenant.api };
};

describe('a review', () => {
  it('makes a new result of what a person says, and leaves the earlier one as it was', async () => {
    const { api, upload, review, document, history } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    expect(valuesOf(before)).toMatchObject({ total: '12.00' });
    const { status, body } = await review(before.id, {
      fields: [
        { name: 'total', verdict: 'accepted' },
        { name: 'date', verdict: 'corrected', value: '3 April 2026' },
        { name: 'paymentMethod', verdict: 'rejected' },
      ].filter(({ name }) => fieldOf(before, name)),
    });
    expect([status, body.code]).toEqual([201, undefined]);
    const after = await document(before.id);
    expect(after.extraction).toEqual(body.extraction);
    expect(after.extraction).toMatchObject({ runId: body.runId, parentRunId: before.extraction.runId });
    expect(fieldOf(after, 'total')).toMatchObject({
      value: '12.00',
      confidence: 1,
      verdict: 'accepted',
      origin: { engine: 'person', runId: body.runId },
    });
    const { body: earlier } = await api.get<{ result: object; engine: string }>(`/v1/runs/${before.extraction.runId}`);
    expect(earlier.result).toEqual(before.extraction);
    const { body: run } = await api.get(`/v1/runs/${body.runId}`);
    expect(run).toMatchObject({ engine: 'person', kind: 'extract', model: null, cost: { amount: '0.00' } });
    const [kept] = await history(before.id);
    expect(kept).toMatchObject({ id: body.id, fields: body.fields, withdrawnAt: null });
    expect(kept?.reviewedBy).toMatch(/^usr_/);
  });

  it('keeps a value that the text does not show, flagged, and one that it shows with its place', async () => {
    const { upload, review, document } = await newWorld();
    const { id } = await upload('a.txt', RECEIPT);
    await review(id, { fields: [{ name: 'total', verdict: 'corrected', value: '10.00' }] });
    const shown = fieldOf(await document(id), 'total');
    expect(shown?.grounding?.quote).toContain('10.00');
    expect(shown?.flags).toBeUndefined();
    await review(id, { fields: [{ name: 'total', verdict: 'corrected', value: 'GBP 1,234.50' }] });
    expect(fieldOf(await document(id), 'total')).toMatchObject({
      value: '1234.50',
      currency: 'GBP',
      flags: ['not-in-text'],
      grounding: { match: 'none' },
    });
  });

  it('reaches into lists', async () => {
    const { upload, review, document } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    const list = fieldOf(before, 'lineItems');
    expect(list?.items).toHaveLength(2);
    const { status, body } = await review(before.id, {
      fields: [
        { name: 'lineItems[0].amount', verdict: 'accepted' },
        { name: 'lineItems[1]', verdict: 'rejected' },
      ],
    });
    expect([status, body.errors]).toEqual([201, undefined]);
    const after = fieldOf(await document(before.id), 'lineItems');
    expect(after?.items).toHaveLength(1);
    expect(after?.items?.[0]?.fields.find(({ name }) => name === 'amount')).toMatchObject({
      verdict: 'accepted',
      confidence: 1,
    });
  });

  it('that does not fit is refused with pointers, and changes nothing', async () => {
    const { api, upload, review, document } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    const wrong = await review(before.id, {
      fields: [
        { name: 'total', verdict: 'corrected', value: 'twelve' },
        { name: 'nothing', verdict: 'accepted' },
      ],
    });
    expect([wrong.status, wrong.body.code, wrong.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      'invalid_review',
      ['/fields/0/value', '/fields/1/name'],
    ]);
    for (const body of [{}, { fields: [] }, { fields: [{ name: 'total', verdict: 'good' }] }, { type: {} }])
      expect((await review(before.id, body)).status).toBe(400);
    expect((await document(before.id)).extraction).toEqual(before.extraction);
    const { body: read } = await api.upload<{ id: string }>(
      { name: 'b.txt', bytes: 'Nothing much' },
      { pipeline: 'read' },
    );
    const fields = [{ name: 'total', verdict: 'accepted' }];
    expect((await review(read.id, { fields })).body.code).toBe('nothing_extracted');
    expect((await review(read.id, { type: { verdict: 'accepted' } })).body.code).toBe('nothing_classified');
  });

  it('of a result that is not the newest is refused', async () => {
    const { upload, review, document } = await newWorld();
    const { id, extraction } = await upload('a.txt', RECEIPT);
    const fields = [{ name: 'total', verdict: 'accepted' }];
    const first = await review(id, { fields, runId: extraction.runId });
    expect(first.status).toBe(201);
    const second = await review(id, { fields, runId: extraction.runId });
    expect([second.status, second.body.code]).toEqual([409, 'stale_run']);
    expect((await review(id, { fields, runId: first.body.runId })).status).toBe(201);
    // Of many at once each stands on the one before it, or is refused: none is lost.
    const answers = await Promise.all(Array.from({ length: 8 }, () => review(id, { fields })));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    expect(answers.filter(({ status }) => status !== 201).every(({ body }) => body.code === 'stale_run')).toBe(true);
    expect(new Set(made.map(({ parentRunId }) => parentRunId)).size).toBe(made.length);
    expect(made.map(({ runId }) => runId)).toContain((await document(id)).extraction.runId);
  });

  it('is for analysts and administrators of the tenant, and for keys that may write', async () => {
    const world = await newWorld();
    const { tenant, upload, api } = world;
    const { id } = await upload('a.txt', RECEIPT);
    const fields = [{ name: 'total', verdict: 'accepted' }];
    const keyed = async (scope: string) =>
      api.as((await api.post<{ key: string }>('/v1/api-keys', { name: scope, scopes: [scope] })).body.key);
    const cases = [
      ['viewer', await person(tenant, 'viewer'), 403],
      ['analyst', await person(tenant, 'analyst'), 201],
      ['reading key', await keyed('documents:read'), 403],
      ['writing key', await keyed('documents:write'), 201],
      ['another tenant', (await app.newTenant()).api, 404],
    ] as const;
    for (const [who, client, expected] of cases) {
      const { status, body } = await reviewing(client).review(id, { fields });
      expect([who, status]).toEqual([who, expected]);
      const gone = await reviewing(client).withdraw(id, (await world.history(id)).at(0)?.id ?? 'rev_x');
      expect([who, gone.status]).toEqual([who, expected === 201 ? 204 : expected]);
      expect(JSON.stringify(body).includes('12.00')).toBe(expected === 201);
    }
  });

  it('is counted for quality: what engines gave, and whether it was right', async () => {
    const { upload, review, withdraw, history } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    const { body } = await review(before.id, {
      fields: [
        { name: 'total', verdict: 'corrected', value: '10.00' },
        { name: 'receiptNumber', verdict: 'accepted' },
      ].filter(({ name }) => fieldOf(before, name)),
      type: { verdict: 'accepted' },
    });
    const verdicts = async () =>
      (
        await owner.query<{ kind: string; field: string | null; was_right: boolean; confidence: number }>(
          `SELECT kind, field, was_right, confidence FROM verdicts v JOIN documents d ON d.id = v.document_id
            WHERE replace(d.id::text, '-', '') = $1 AND withdrawn_at IS NULL`,
          [before.id.slice(4)],
        )
      ).rows;
    expect(await verdicts()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'field', field: 'total', was_right: false }),
        expect.objectContaining({ kind: 'document', was_right: false, confidence: before.extraction.confidence }),
        expect.objectContaining({ kind: 'type', was_right: true, confidence: before.classification.confidence }),
      ]),
    );
    // What a person had given before says nothing of an engine.
    await review(before.id, { fields: [{ name: 'total', verdict: 'corrected', value: '12.00' }] });
    expect((await verdicts()).filter(({ field }) => field === 'total')).toHaveLength(1);
    // What was taken back counts no more.
    const [newest] = await history(before.id);
    for (const id of [newest?.id ?? '', body.id]) expect((await withdraw(before.id, id)).status).toBe(204);
    expect(await verdicts()).toEqual([]);
  });
});

describe('the queue', () => {
  it('holds what waits for a person, what most needs eyes first, until it was reviewed', async () => {
    const { upload, review, queue, newSchema } = await newWorld();
    const schemaId = await newSchema();
    const sure = await upload('receipt.txt', RECEIPT);
    const poor = await upload('slip.txt', slip(41), { schemaId });
    const worst = await upload('blank.txt', 'Nothing that anybody could read out of this', { schemaId });
    const all = await queue('?maxConfidence=1');
    expect(all.map(({ documentId }) => documentId).sort()).toEqual([sure.id, poor.id, worst.id].sort());
    expect(all.at(-1)?.documentId).toBe(sure.id);
    expect(all.map(({ expectedErrors }) => expectedErrors)).toEqual(
      all.map(({ expectedErrors }) => expectedErrors).sort((a, b) => b - a),
    );
    expect(all.find(({ documentId }) => documentId === worst.id)?.reasons).toEqual(
      expect.arrayContaining([
        { code: 'missing', field: 'crownShare' },
        { code: 'missing', field: 'left' },
      ]),
    );
    const waiting = await queue();
    expect(waiting.map(({ documentId }) => documentId)).toContain(worst.id);
    expect(waiting.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect((await queue('?maxConfidence=0')).map(({ documentId }) => documentId)).not.toContain(sure.id);

    const fields = [{ name: 'left', verdict: 'corrected', value: truthOf(41).left }];
    expect((await review(poor.id, { fields, done: false })).status).toBe(201);
    const kept = (await queue('?maxConfidence=1')).find(({ documentId }) => documentId === poor.id);
    expect(kept?.reasons.some(({ field }) => field === 'left')).toBe(false);
    expect((await review(poor.id, { fields: [{ name: 'left', verdict: 'accepted' }] })).status).toBe(201);
    expect((await queue('?maxConfidence=1')).map(({ documentId }) => documentId)).not.toContain(poor.id);
  });

  it('goes on from page to page, also where documents leave it in between', async () => {
    const { api, upload, review } = await newWorld();
    for (let n = 0; n < 5; n++) await upload(`${n}.txt`, `${RECEIPT}\nTill ${n}`);
    const page = async (cursor: string) =>
      (
        await api.get<{ items: { documentId: string }[]; nextCursor: string }>(
          `/v1/reviews?maxConfidence=1&limit=2${cursor}`,
        )
      ).body;
    const first = await page('');
    await review(first.items[1]?.documentId ?? '', { fields: [{ name: 'total', verdict: 'accepted' }] });
    const second = await page(`&cursor=${first.nextCursor}`);
    const third = await page(`&cursor=${second.nextCursor}`);
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ documentId }) => documentId));
    expect([ids.length, new Set(ids).size, third.nextCursor]).toEqual([5, 5, null]);
    expect((await api.get('/v1/reviews?cursor=bm9uZQ')).status).toBe(400);
    expect((await api.get('/v1/reviews?maxConfidence=2')).status).toBe(400);
  });

  it('follows the settings of the tenant, and holds what was sent twice like what was sent first', async () => {
    const { api, upload, queue } = await newWorld();
    await api.patch('/v1/tenant', { review: { minConfidence: 0 } });
    const first = await upload('a.txt', RECEIPT);
    expect(await queue()).toEqual([]);
    expect((await api.patch('/v1/tenant', { review: { minConfidence: 2 } })).status).toBe(400);
    await api.patch('/v1/tenant', { review: { minConfidence: 1, acceptAtError: 0.02 } });
    expect((await api.get('/v1/tenant')).body).toMatchObject({ review: { minConfidence: 1, acceptAtError: 0.02 } });
    // A file that was sent before has its result at once, and waits like the first.
    const second = await upload('b.txt', RECEIPT);
    expect(second.duplicateOf).toBe(first.id);
    const both = [first.id, second.id].sort();
    await vi.waitFor(
      async () => expect((await queue()).map(({ documentId }) => documentId).sort()).toEqual(both),
      5_000,
    );
  });

  it('is judged anew when the settings change, by whomever, but for what people have reviewed', async () => {
    const { api, tenant, upload, review, queue } = await newWorld();
    const waiting = async () => (await queue()).map(({ documentId }) => documentId);
    const open = await upload('open.txt', RECEIPT);
    const done = await upload('done.txt', `${RECEIPT}\nTill 2`);
    const begun = await upload('begun.txt', `${RECEIPT}\nTill 3`);
    const fields = [{ name: 'total', verdict: 'accepted' }];
    expect((await review(done.id, { fields })).status).toBe(201);
    expect((await review(begun.id, { fields, done: false })).status).toBe(201);
    const before = await waiting();
    const all = [open.id, begun.id].sort();
    await api.patch('/v1/tenant', { review: { minConfidence: 1, acceptAtError: 0.001 } });
    await vi.waitFor(async () => expect((await waiting()).sort()).toEqual(all), 5_000);
    // The same settings again, and others, change nothing: nobody judges anything.
    await api.patch('/v1/tenant', { name: 'Other', review: { minConfidence: 1 } });
    expect(
      (await owner.query(`SELECT 1 FROM outbox_events WHERE event = 'tenant.review-settings-changed'`)).rows,
    ).toEqual([]);
    await app.platform.patch(`/v1/admin/tenants/${tenant.id}`, { review: { minConfidence: 0.8, acceptAtError: null } });
    await vi.waitFor(async () => expect(await waiting()).toEqual(before), 5_000);
    expect((await queue('?maxConfidence=1')).map(({ documentId }) => documentId)).not.toContain(done.id);
  });

  it('of many documents is judged anew step by step, to its end', async () => {
    const { api, upload } = await newWorld();
    await api.patch('/v1/tenant', { review: { minConfidence: 1 } });
    const { id } = await upload('a.txt', RECEIPT);
    await copyInQueue(owner, id, 230);
    const waiting = async () => {
      const { rows } = await owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM review_items i JOIN documents d USING (tenant_id)
          WHERE i.needed AND replace(d.id::text, '-', '') = $1`,
        [id.slice(4)],
      );
      return rows[0]?.n;
    };
    expect(await waiting()).toBe(231);
    await api.patch('/v1/tenant', { review: { minConfidence: 0 } });
    await vi.waitFor(async () => expect(await waiting()).toBe(0), 5_000);
  });

  it('is the tenant’s own', async () => {
    const [{ upload }, { queue }] = [await newWorld(), await newWorld()];
    await upload('a.txt', RECEIPT);
    expect(await queue('?maxConfidence=1')).toEqual([]);
  });
});

describe('a review that is taken back', () => {
  it('leaves things as they were before it', async () => {
    const { upload, review, document, withdraw, history, queue } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    const fields = [{ name: 'total', verdict: 'corrected', value: '10.00' }];
    const { body: first } = await review(before.id, { fields });
    const { body: second } = await review(before.id, { fields: [{ name: 'total', verdict: 'rejected' }] });
    const early = await withdraw(before.id, first.id);
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'newer_review']);
    expect((await withdraw(before.id, second.id)).status).toBe(204);
    expect((await document(before.id)).extraction.runId).toBe(first.runId);
    expect(await queue('?maxConfidence=1')).toEqual([]);
    expect((await withdraw(before.id, first.id)).status).toBe(204);
    expect((await document(before.id)).extraction).toEqual(before.extraction);
    expect((await queue('?maxConfidence=1')).map(({ documentId }) => documentId)).toEqual([before.id]);
    const again = await withdraw(before.id, first.id);
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'review_withdrawn']);
    expect((await history(before.id)).map(({ withdrawnAt }: ReviewBody) => typeof withdrawnAt)).toEqual([
      'string',
      'string',
    ]);
  });

  it('does not put aside what was read anew meanwhile, and takes its values out of it', async () => {
    const { api, upload, review, document, withdraw } = await newWorld();
    const { id, extraction: first } = await upload('a.txt', RECEIPT);
    const { body } = await review(id, { fields: [{ name: 'total', verdict: 'corrected', value: '10.00' }] });
    await api.post(`/v1/documents/${id}/reprocess?wait=30`, { from: 'understand' });
    const again = await document(id);
    expect(fieldOf(again, 'total')).toMatchObject({ value: '10.00', verdict: 'corrected', confidence: 1 });
    expect(again.extraction.reviewId).toBe(body.id);
    expect((await withdraw(id, body.id)).status).toBe(204);
    const { extraction } = await document(id);
    expect([extraction.runId, extraction.reviewId]).toEqual([again.extraction.parentRunId, undefined]);
    expect(extraction.runId).not.toBe(first.runId);
    expect(fieldOf(await document(id), 'total')).toMatchObject({ verdict: null, origin: { engine: 'local' } });
  });
});

it('reviews go with their document', async () => {
  const { api, upload, review } = await newWorld();
  const { id } = await upload('a.txt', RECEIPT);
  await review(id, { fields: [{ name: 'total', verdict: 'corrected', value: '10.00' }], done: false });
  const { body } = await api.delete<{ rows: Record<string, number> }>(`/v1/documents/${id}`);
  expect(body.rows).toMatchObject({ reviews: 1, review_items: 1, lessons: 1 });
  expect(body.rows['verdicts']).toBeGreaterThan(0);
  for (const table of ['reviews', 'review_items', 'lessons', 'verdicts']) {
    const { rows } = await owner.query(`SELECT 1 FROM ${table} WHERE replace(document_id::text, '-', '') = $1`, [
      id.slice(4),
    ]);
    expect([table, rows.length]).toEqual([table, 0]);
  }
});
