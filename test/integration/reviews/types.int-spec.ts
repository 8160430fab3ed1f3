import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.js';
import { RECEIPT, reviewing } from './review-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const newWorld = async () => {
  const { api } = await app.newTenant();
  return { api, ...reviewing(api) };
};

describe('the type of a document', () => {
  it('is confirmed or corrected by a run of its own, and the fields are read anew where that is wanted', async () => {
    const { api, upload, review, document, history, withdraw } = await newWorld();
    const before = await upload('a.txt', RECEIPT);
    expect(before.classification.type).toBe('receipt');
    expect((await review(before.id, { type: { verdict: 'accepted' } })).status).toBe(201);
    expect((await document(before.id)).classification).toMatchObject({
      type: 'receipt',
      confidence: 1,
      origin: { engine: 'person' },
    });
    const wrong = await review(before.id, { type: { verdict: 'corrected', value: 'No Type' } });
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, '/type/value']);
    const { status } = await review(before.id, { type: { verdict: 'corrected', value: 'invoice', extract: true } });
    expect(status).toBe(201);
    await api.settled(before.id);
    const after = await document(before.id);
    expect([after.classification.type, after.extraction.schemaId]).toEqual(['invoice', 'sch_invoice']);
    expect((await api.get<{ items: { id: string }[] }>('/v1/documents?type=invoice')).body.items).toMatchObject([
      { id: before.id },
    ]);
    const [newest] = await history(before.id);
    expect((await withdraw(before.id, newest?.id ?? '')).status).toBe(204);
    expect((await document(before.id)).classification).toMatchObject({ type: 'receipt', confidence: 1 });
    expect((await api.get<{ items: unknown[] }>('/v1/documents?type=invoice')).body.items).toEqual([]);
  });

  it.each([
    ['classify', {}, 'receipt'],
    ['read', {}, 'receipt'],
    ['classify', { type: 'contract' }, 'contract'],
  ])('stays as a person has left it when it is found anew from %s with %o', async (from, options, found) => {
    const { api, upload, review, document, withdraw } = await newWorld();
    const { id } = await upload('a.txt', RECEIPT, options);
    // Nobody but the person knows these types: they are not among what the engine could come to by itself.
    const correct = async (value: string) =>
      (await review(id, { type: { verdict: 'corrected', value, extract: true } })).body.id;
    const renewed = async () => {
      expect((await api.post(`/v1/documents/${id}/reprocess`, { from })).status).toBe(202);
      await api.settled(id);
      return document(id);
    };
    const reviews: string[] = [];
    for (const type of ['haulage_slip', 'toll_note']) {
      reviews.push(await correct(type));
      await api.settled(id);
      const { classification, extraction } = await renewed();
      expect(classification).toMatchObject({
        type,
        confidence: 1,
        reviewId: reviews.at(-1),
        origin: { engine: 'person' },
      });
      expect(extraction.schemaId).toBe('sch_generic');
      const { body: listed } = await api.get<{ items: { id: string }[] }>(`/v1/documents?type=${type}`);
      expect(listed.items.map((item) => item.id)).toEqual([id]);
      // What was found is kept beside it.
      const { parentRunId } = classification as unknown as { parentRunId: string };
      const { body: run } = await api.get<{ engine: string; result: { type: string } }>(`/v1/runs/${parentRunId}`);
      expect([run.engine, run.result.type]).toEqual(['local', found]);
    }
    expect((await withdraw(id, reviews[1]!)).status).toBe(204);
    expect((await document(id)).classification).toMatchObject({ type: 'haulage_slip', confidence: 1 });
    expect((await withdraw(id, reviews[0]!)).status).toBe(204);
    expect((await document(id)).classification.type).toBe(found);
    expect((await renewed()).classification.type).toBe(found);
    const { body: none } = await api.get<{ items: unknown[] }>('/v1/documents?type=haulage_slip');
    expect(none.items).toEqual([]);
  });
});
