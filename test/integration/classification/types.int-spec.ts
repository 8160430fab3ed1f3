import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paper } from '../../../apps/api/src/classification/domain/samples/papers.builder.js';
import { TypeMemory } from '../../../apps/api/src/classification/index.js';
import { runAsTenant, systemContext } from '@app/tenancy';
import { parsePublicId } from '@app/kernel';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

interface Found {
  readonly id: string;
  readonly type: string;
  readonly industry: string;
  readonly confidence: number;
  readonly reasoning: string;
  readonly duplicateOf: string | null;
  readonly origin: {
    readonly step: string;
    readonly engine: string;
    readonly steps: { step: string; reason: string }[];
  };
}

const classify = async (api: ApiClient, text: string, fields: Record<string, unknown> = {}): Promise<Found> => {
  const { body } = await api.upload({ name: 'paper.txt', bytes: text }, { pipeline: 'classify', ...fields });
  return { ...(body.classification as unknown as Found), id: body.id, duplicateOf: body.duplicateOf };
};
const idOf = (kind: 'document' | 'tenant', id: string): string => parsePublicId(kind, id) ?? '';
const confirm = (tenant: TestTenant, documentId: string, type: string) =>
  runAsTenant(systemContext(idOf('tenant', tenant.id)), () =>
    app.app.get(TypeMemory, { strict: false }).confirm(idOf('document', documentId), type),
  );
const forget = (tenant: TestTenant, documentId: string) =>
  runAsTenant(systemContext(idOf('tenant', tenant.id)), () =>
    app.app.get(TypeMemory, { strict: false }).forget(idOf('document', documentId)),
  );

const BEES = {
  name: 'Apiary inspection',
  description:
    'What a keeper notes when hives are opened: colony strength, queen, brood pattern, varroa count, honey frames',
};
const HIVE = (hive: number): string => `Meadow station, visit ${hive}
Hive ${hive} opened at noon, weather mild
Queen seen, marked blue
Brood pattern solid over ${hive + 3} frames, eggs in the middle
Varroa count on the board: ${hive * 2}
Colony strength good; honey in ${hive + 1} frames, no feeding needed`;

describe('own categories', () => {
  it('are known by their description alone, in the same stage as the built-in ones', async () => {
    const { api } = await app.newTenant();
    const before = await classify(api, HIVE(1));
    expect(before.type).not.toBe('apiary_inspection');
    expect((await api.post('/v1/industries', { name: 'Bee keeping' })).body).toMatchObject({
      id: 'bee_keeping',
      builtIn: false,
    });
    const made = await api.post('/v1/industries/bee_keeping/categories', BEES);
    expect([made.status, made.body]).toMatchObject([201, { id: 'apiary_inspection', builtIn: false, examples: 0 }]);
    const after = await classify(api, HIVE(2));
    expect(after).toMatchObject({ type: 'apiary_inspection', industry: 'bee_keeping', origin: { step: 'local' } });
    expect(after.reasoning).toContain('description');
    // What was read before is not answered from its old result.
    expect(await classify(api, HIVE(1))).toMatchObject({ type: 'apiary_inspection', duplicateOf: null });
    const listed = await api.get<{ items: { id: string; builtIn: boolean }[] }>(
      '/v1/industries/bee_keeping/categories',
    );
    expect(listed.body.items).toEqual([expect.objectContaining({ id: 'apiary_inspection', builtIn: false })]);
  });

  it('leave built-in types as they are', async () => {
    const { api } = await app.newTenant();
    const before = await classify(api, paper(1, 'invoice', 1));
    await api.post('/v1/industries/general/categories', BEES);
    await api.post('/v1/industries/finance/categories', {
      name: 'Price list',
      description: 'Articles with their prices, quantities and discounts, valid for a period',
    });
    expect(await classify(api, paper(1, 'invoice', 2))).toMatchObject({ type: before.type, industry: 'finance' });
  });

  it('are known by examples: texts and documents', async () => {
    const { api } = await app.newTenant();
    const letter = (name: string, day: number): string =>
      `Parish of St Mary\nThe banns of marriage between ${name} and Mary Field of this parish are read for the ${day}. time.
If any of you know cause or just impediment why these two persons should not be joined, ye are to declare it.
Read on Sunday ${day} by the vicar.`;
    const { id } = await classify(api, letter('John Wood', 1));
    const { body } = await api.post('/v1/industries/general/categories', {
      id: 'banns',
      name: 'Banns',
      examples: [
        { documentId: id },
        ...['Tom Hill', 'Sam Lake', 'Ned Moor', 'Bob Glen'].map((name, day) => ({ text: letter(name, day) })),
      ],
    });
    expect(body).toMatchObject({ id: 'banns', examples: 5 });
    const other = `The banns of marriage between Peter Stone and Anne Brook, both of this parish, were read for the second time
on Sunday last. If any person knows cause or just impediment why these two should not be joined, let it be declared to the vicar.`;
    expect(await classify(api, other)).toMatchObject({ type: 'banns' });
    // Erased with the document: an example less.
    expect(JSON.stringify((await api.delete(`/v1/documents/${id}`)).body)).toContain('type_memories');
    const listed = await api.get<{ items: { id: string; examples: number }[] }>('/v1/industries/general/categories');
    expect(listed.body.items.find((item) => item.id === 'banns')?.examples).toBe(4);
  });

  it('choose the schema of their type, also where the sender names the type', async () => {
    const { api } = await app.newTenant();
    await api.post('/v1/industries/general/categories', BEES);
    const { body: schema } = await api.post<{ id: string }>('/v1/schemas', {
      key: 'hives',
      name: 'Hives',
      documentType: 'apiary_inspection',
      fields: [{ name: 'varroa', type: 'number', labels: ['Varroa count on the board'] }],
    });
    for (const fields of [{}, { type: 'apiary_inspection' }]) {
      const { body } = await api.upload(
        { name: 'a.txt', bytes: HIVE(fields.type ? 4 : 3) },
        { pipeline: 'full', ...fields },
      );
      expect(body.classification).toMatchObject({ type: 'apiary_inspection' });
      expect(body.extraction).toMatchObject({ schemaId: schema.id });
    }
  });

  it('are one tenant’s, and gone when deleted', async () => {
    const [{ api }, { api: other }] = [await app.newTenant(), await app.newTenant()];
    await api.post('/v1/industries', { id: 'bees', name: 'Bees' });
    await api.post('/v1/industries/bees/categories', { id: 'hives', ...BEES });
    expect((await other.get('/v1/industries/bees/categories')).status).toBe(404);
    expect(await classify(other, HIVE(5))).not.toMatchObject({ type: 'hives' });
    expect((await other.delete('/v1/industries/bees/categories/hives')).status).toBe(404);
    expect((await api.delete('/v1/industries/bees')).body).toMatchObject({ code: 'industry_in_use' });
    expect((await api.delete('/v1/industries/bees/categories/hives')).status).toBe(204);
    expect((await api.delete('/v1/industries/bees')).status).toBe(204);
    expect(await classify(api, HIVE(6))).not.toMatchObject({ type: 'hives' });
  });

  it.each([
    ['/v1/industries', { id: 'finance', name: 'Finance' }, 409, 'built_in_category'],
    ['/v1/industries', { name: '漢字' }, 400, 'invalid_input'],
    ['/v1/industries/finance/categories', { id: 'invoice', name: 'Mine' }, 409, 'built_in_category'],
    ['/v1/industries/nowhere/categories', { name: 'Mine' }, 404, 'not_found'],
    ['/v1/industries/finance/categories', { name: '' }, 400, 'invalid_input'],
    ['/v1/industries/finance/categories', { name: 'Mine', examples: [{}] }, 400, 'invalid_input'],
    [
      '/v1/industries/finance/categories',
      { name: 'Mine', examples: [{ documentId: 'doc_00000000000000000000000000000000' }] },
      404,
      'not_found',
    ],
  ])('refuse what does not fit: %s %j', async (path, body, status, code) => {
    const { api } = await app.newTenant();
    const answer = await api.post(path, body);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});

describe('what was confirmed', () => {
  it('tells the next document of the form, in this tenant only, until it is forgotten', async () => {
    const [tenant, other] = [await app.newTenant(), await app.newTenant()];
    const first = await classify(tenant.api, paper(4, 'invoice', 1));
    expect(first.type).toBe('invoice');
    await confirm(tenant, first.id, 'utility_bill');
    const next = await classify(tenant.api, paper(4, 'invoice', 2));
    expect(next).toMatchObject({ type: 'utility_bill', origin: { engine: 'local', step: 'memory' } });
    expect(next.reasoning).toContain('confirmed as a utility bill');
    // The same letterhead with another title is another kind of paper.
    expect(await classify(tenant.api, paper(4, 'delivery_note', 3))).toMatchObject({ type: 'delivery_note' });
    expect(await classify(other.api, paper(4, 'invoice', 5))).toMatchObject({ type: 'invoice' });
    expect(await forget(tenant, first.id)).toBe(true);
    expect(await forget(tenant, first.id)).toBe(false);
    expect(await classify(tenant.api, paper(4, 'invoice', 6))).toMatchObject({ type: 'invoice' });
  });

  it('comes from reviews, and goes when they are withdrawn', async () => {
    const { api } = await app.newTenant();
    const { id } = await classify(api, paper(5, 'invoice', 1));
    const { status, body } = await api.post<{ id: string }>(`/v1/documents/${id}/review`, {
      fields: [],
      type: { verdict: 'corrected', value: 'utility_bill' },
    });
    expect(status, JSON.stringify(body)).toBeLessThan(300);
    expect(await classify(api, paper(5, 'invoice', 2))).toMatchObject({
      type: 'utility_bill',
      origin: { step: 'memory' },
    });
    const { body: reviews } = await api.get<{ items: { id: string }[] }>(`/v1/documents/${id}/reviews`);
    expect((await api.delete(`/v1/documents/${id}/reviews/${reviews.items[0]!.id}`)).status).toBeLessThan(300);
    expect(await classify(api, paper(5, 'invoice', 3))).toMatchObject({ type: 'invoice' });
  });

  it('cannot be a type that there is not, nor of another tenant’s document', async () => {
    const [tenant, other] = [await app.newTenant(), await app.newTenant()];
    const { id } = await classify(tenant.api, paper(2, 'invoice', 1));
    expect(await confirm(tenant, id, 'no_such_type')).toBe(false);
    await expect(confirm(other, id, 'invoice')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an own classifier', () => {
  /** The same classifier says of which category e-mails are, where it knows. */
  async function triagesBy(api: ApiClient, classifierId: string, known: (n: number) => string): Promise<void> {
    const mail = { from: 'kim@example.com' };
    const triage = async (text: string) =>
      (await api.post<{ category: object; origin: object }>('/v1/triage?wait=30', { ...mail, text })).body;
    const invoice = 'Please find our invoice attached. The amount is due within 14 days.';
    const engine = await triage(invoice);
    expect(engine.origin).toMatchObject({ category: { by: 'engine', classifierId: null, reason: null } });
    const set = (id: string | null) => api.patch('/v1/tenant', { triage: { classifierId: id } });
    expect((await set('clf_00000000000000000000000000000000')).body).toMatchObject({
      code: 'invalid_input',
      errors: [{ pointer: '/triage/classifierId' }],
    });
    expect((await set(classifierId)).body).toMatchObject({ triage: { classifierId } });
    expect(await triage(known(81))).toMatchObject({
      category: { name: 'Moon diary' },
      origin: { category: { by: 'classifier', classifierId, version: 1, reason: null } },
    });
    expect(await triage(`${invoice} Thank you.`)).toMatchObject({
      category: { name: (engine.category as { name: string }).name },
      origin: { category: { by: 'engine', classifierId, version: 1, reason: 'unknown' } },
    });
    expect((await set(null)).body).toMatchObject({ triage: { classifierId: null } });
  }

  it('takes part in the cascade and in triage, and says so where it does not know', async () => {
    const { api } = await app.newTenant();
    const { body: classifier } = await api.post<{ id: string }>('/v1/classifiers', {
      name: 'Papers',
      labels: [{ name: 'Moon diary' }, { name: 'Tide table' }],
      unknown: true,
    });
    const moon = (n: number): string =>
      `The moon rose ${n} minutes late, pale and waxing, seen from the old tower by night`;
    const tide = (n: number): string =>
      `High water at ${n} hours, low water after it, harbour gauge in metres and springs`;
    const examples = Array.from({ length: 40 }, (_, n) => [
      { text: moon(n), label: 'Moon diary' },
      { text: tide(n), label: 'Tide table' },
    ]).flat();
    await api.post(`/v1/classifiers/${classifier.id}/examples`, { examples });
    expect((await api.post(`/v1/classifiers/${classifier.id}/train?wait=60`)).status).toBe(200);
    await triagesBy(api, classifier.id, moon);
    const set = (classifierId: string | null) => api.patch('/v1/tenant', { classification: { classifierId } });
    expect((await set('clf_00000000000000000000000000000000')).body).toMatchObject({
      code: 'invalid_input',
      errors: [{ pointer: '/classification/classifierId' }],
    });
    expect((await set(classifier.id)).body).toMatchObject({ classification: { classifierId: classifier.id } });
    expect(await classify(api, moon(77))).toMatchObject({ type: 'moon_diary', origin: { step: 'classifier' } });
    const strange = await classify(api, paper(1, 'invoice', 1));
    expect(strange.type).toBe('invoice');
    await api.delete(`/v1/classifiers/${classifier.id}`);
    const without = await classify(api, moon(78));
    expect(without.origin.steps.find(({ step }) => step === 'classifier')?.reason).toContain('not_found');
  });
});
