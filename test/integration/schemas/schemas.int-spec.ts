import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

interface Schema {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly latestVersion: number;
  readonly builtIn: boolean;
  readonly fields: readonly { readonly name: string }[];
  readonly archivedAt: string | null;
}
interface Extracted {
  readonly id: string;
  readonly status: string;
  readonly duplicateOf: string | null;
  readonly extraction: {
    readonly runId: string;
    readonly schemaId: string;
    readonly schemaVersion: number;
    readonly fields: readonly { readonly name: string; readonly value: string | null }[];
  };
}
interface List {
  readonly items: readonly Schema[];
  readonly nextCursor: string | null;
}

const TICKET = [
  'Repair ticket',
  '',
  'Ticket No: R-2041',
  'Device: Kettle',
  'Collected on: 2026-03-04',
  'Price: 41.50 EUR',
];
const TEXT = TICKET.join('\n');

const fields = (...names: string[]) => names.map((name) => ({ name, type: 'string' }));
const ticket = {
  key: 'repair-ticket',
  name: 'Repair ticket',
  description: 'What a workshop gives to a customer',
  fields: [
    { name: 'ticket_number', type: 'string', labels: ['Ticket No'] },
    { name: 'collected', type: 'date', description: 'When the device was collected', labels: ['Collected on'] },
    { name: 'price', type: 'money' },
  ],
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const publish = async (api: ApiClient, schema: object): Promise<Schema> => {
  const { status, body } = await api.post<Schema>('/v1/schemas', schema);
  expect(status).toBe(201);
  return body;
};
const send = async (api: ApiClient, form: object, text = TEXT): Promise<Extracted> => {
  const { status, body } = await api.upload<Extracted>({ name: 'ticket.txt', bytes: text }, { ...form });
  expect([status, body.status]).toEqual([200, 'succeeded']);
  return body;
};
const valuesOf = ({ extraction }: Extracted) =>
  Object.fromEntries(extraction.fields.map(({ name, value }) => [name, value]));

describe("a tenant's own schemas", () => {
  it('are shown as they were stated, with their versions, which stay as they were', async () => {
    const { api } = await app.newTenant();
    const first = await publish(api, ticket);
    const second = await publish(api, { ...ticket, fields: fields('device') });
    expect([first.version, second.version, second.id]).toEqual([1, 2, first.id]);
    const { body: latest } = await api.get<Schema>(`/v1/schemas/${first.id}`);
    expect(latest).toMatchObject({ version: 2, latestVersion: 2, builtIn: false, fields: [{ name: 'device' }] });
    const { body: old } = await api.get<Schema>(`/v1/schemas/${first.id}?version=1`);
    expect(old).toMatchObject({ ...ticket, version: 1, latestVersion: 2 });
    for (const path of [`/v1/schemas/${first.id}?version=3`, '/v1/schemas/sch_invoice?version=2', '/v1/schemas/sch_no'])
      expect((await api.get(path)).status).toBe(404);
  });

  it('get numbers without gaps where many publish at once', async () => {
    const { api } = await app.newTenant();
    const made = await Promise.all(Array.from({ length: 8 }, () => publish(api, ticket)));
    expect(made.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it('stand in the list behind the built-in ones, page after page, for their tenant only', async () => {
    const [{ api }, { api: other }] = [await app.newTenant(), await app.newTenant()];
    const keys = ['a', 'b', 'c', 'd'].map((key) => `own-${key}`);
    for (const key of keys) await publish(api, { ...ticket, key });
    const seen: Schema[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: List } = await api.get<List>(`/v1/schemas?limit=3${cursor && `&cursor=${cursor}`}`);
      expect(body.items.length).toBeLessThanOrEqual(3);
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.slice(-4).map(({ key }) => key)).toEqual(keys);
    const { body: theirs } = await other.get<List>('/v1/schemas?limit=100');
    expect(theirs.items.map(({ id }) => id)).toEqual(seen.slice(0, -4).map(({ id }) => id));
    expect((await other.get(`/v1/schemas/${seen.at(-1)?.id}`)).status).toBe(404);
  });

  it('are refused with pointers where something is wrong, and not kept', async () => {
    const { api } = await app.newTenant();
    const wrong = { ...ticket, fields: [...ticket.fields, { name: 'Price', type: 'string', pattern: '(?=x)' }] };
    const pointers = ['/fields/3/name', '/fields/3/pattern'];
    const refused = await api.post<{ code: string; errors: { pointer: string }[] }>('/v1/schemas', wrong);
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_schema' } });
    expect(refused.body.errors.map(({ pointer }) => pointer)).toEqual(pointers);
    const told = await api.post<{ valid: boolean; problems: { pointer: string }[] }>('/v1/schemas/validate', wrong);
    expect(told).toMatchObject({ status: 200, body: { valid: false } });
    expect(told.body.problems.map(({ pointer }) => pointer)).toEqual(pointers);
    const good = await api.post('/v1/schemas/validate', ticket);
    expect(good).toMatchObject({ status: 200, body: { valid: true, problems: [] } });
    const { body } = await api.get<List>('/v1/schemas?limit=100');
    expect(body.items.filter(({ builtIn }) => !builtIn)).toEqual([]);
  });
});

describe('reading by an own schema', () => {
  const VALUES = { ticket_number: 'R-2041', collected: '2026-03-04', price: '41.50' };

  it('works for uploads and for documents that are there, and keeps the version that was used', async () => {
    const { api } = await app.newTenant();
    const schema = await publish(api, ticket);
    const uploaded = await send(api, { schemaId: schema.id });
    expect(valuesOf(uploaded)).toEqual(VALUES);
    expect(uploaded.extraction).toMatchObject({ schemaId: schema.id, schemaVersion: 1 });
    await publish(api, { ...ticket, fields: [{ name: 'device', type: 'string' }] });
    const { body: again } = await api.post<Extracted>(`/v1/documents/${uploaded.id}/extractions?wait=30`, {
      schemaId: schema.id,
    });
    expect(again.extraction.schemaVersion).toBe(2);
    const { body: run } = await api.get(`/v1/runs/${uploaded.extraction.runId}`);
    expect(run).toMatchObject({ schemaId: schema.id, schemaVersion: 1 });
  });

  it('does not answer from what the same bytes gave under an earlier version', async () => {
    const { api } = await app.newTenant();
    const schema = await publish(api, ticket);
    const first = await send(api, { schemaId: schema.id });
    const twin = await send(api, { schemaId: schema.id });
    expect(twin.duplicateOf).toBe(first.id);
    await publish(api, { ...ticket, fields: fields('device') });
    const after = await send(api, { schemaId: schema.id });
    expect(after).toMatchObject({ duplicateOf: null, extraction: { schemaVersion: 2 } });
  });

  it('is the default for a document type of this tenant until it is archived', async () => {
    const [{ api }, { api: other }] = [await app.newTenant(), await app.newTenant()];
    const schema = await publish(api, { ...ticket, documentType: 'receipt' });
    const own = async (client: ApiClient, text?: string) =>
      (await send(client, { type: 'receipt' }, text)).extraction.schemaId;
    expect(await own(api)).toBe(schema.id);
    expect(await own(other)).toBe('sch_receipt');
    const later = await publish(api, { ...ticket, key: 'later', documentType: 'receipt' });
    expect(await own(api)).toBe(later.id);
    for (const { id } of [schema, later]) expect((await api.delete(`/v1/schemas/${id}`)).status).toBe(204);
    expect(await own(api)).toBe('sch_receipt');
  });

  it('is refused for what is archived, foreign or built on sand, and an archived one comes back with its key', async () => {
    const [{ api }, { api: other }] = [await app.newTenant(), await app.newTenant()];
    const schema = await publish(api, ticket);
    const document = await send(api, {});
    const ask = (client: ApiClient, schemaId: string) => client.upload({ name: 't.txt', bytes: TEXT }, { schemaId });
    expect((await api.delete('/v1/schemas/sch_invoice')).status).toBe(409);
    expect((await api.delete(`/v1/schemas/${schema.id}`)).status).toBe(204);
    for (const [client, id] of [
      [api, schema.id],
      [other, schema.id],
      [api, 'sch_none'],
    ] as const)
      expect(await ask(client, id)).toMatchObject({ status: 422, body: { code: 'unknown_schema' } });
    expect(await api.post(`/v1/documents/${document.id}/extractions`, { schemaId: schema.id })).toMatchObject({
      status: 422,
      body: { code: 'unknown_schema' },
    });
    expect((await api.get<Schema>(`/v1/schemas/${schema.id}`)).body.archivedAt).not.toBeNull();
    expect(await publish(api, ticket)).toMatchObject({ id: schema.id, version: 2, archivedAt: null });
    expect((await ask(api, schema.id)).status).toBe(200);
  });
});

describe('drafting a schema', () => {
  it('gives what documents have in common, ready to be kept and to read by', async () => {
    const { api } = await app.newTenant();
    const texts = [TEXT, TEXT.replace('R-2041', 'R-2042').replace('41.50', '17.20').replace('Kettle', 'Lamp')];
    const documents = [];
    for (const text of texts) documents.push(await send(api, { type: 'receipt' }, text));
    const { status, body } = await api.post<{ schema: typeof ticket; problems: unknown[] }>('/v1/schemas/draft', {
      documentIds: documents.map(({ id }) => id),
    });
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.schema.fields.map(({ name, type }) => [name, type])).toEqual([
      ['ticketNo', 'string'],
      ['device', 'string'],
      ['collectedOn', 'date'],
      ['price', 'money'],
    ]);
    const schema = await publish(api, { ...body.schema, key: 'kept' });
    expect(valuesOf(await send(api, { schemaId: schema.id }, texts[1]))).toEqual({
      ticketNo: 'R-2042',
      device: 'Lamp',
      collectedOn: '2026-03-04',
      price: '17.20',
    });
  });

  it('refuses documents of others, and those without anything labelled', async () => {
    const [{ api }, { api: other }] = [await app.newTenant(), await app.newTenant()];
    const plain = await send(api, {}, 'Nothing to see here, only words that follow each other.');
    const draft = (client: ApiClient, ...documentIds: string[]) => client.post('/v1/schemas/draft', { documentIds });
    expect(await draft(api, plain.id)).toMatchObject({ status: 422, body: { code: 'nothing_to_draft' } });
    expect((await draft(other, plain.id)).status).toBe(404);
    expect((await draft(api)).status).toBe(400);
  });
});
