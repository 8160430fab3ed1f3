import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const SCHEMA = {
  key: 'slips',
  name: 'Slips',
  description: 'Slips of a haulage company',
  fields: [
    { name: 'crownShare', type: 'money', description: 'What goes to the crown', labels: [] },
    { name: 'left', type: 'date', description: 'When the load has gone', labels: [] },
  ],
};

const day = (seed: number, offset: number): string =>
  `2026-0${1 + (seed % 9)}-${String(1 + ((seed * 7 + offset) % 28)).padStart(2, '0')}`;
const amount = (seed: number, factor: number): string =>
  `${(seed * factor + 3) % 900}.${String((seed * 17) % 100).padStart(2, '0')}`;
const slip = (seed: number): string => `Haulage slip ${seed}
Drawn up ${day(seed, 1)}
Out of the yard ${day(seed, 9)}
Weighbridge   ${amount(seed, 31)}
Toll road     ${amount(seed, 7)}
Royal part    ${amount(seed, 13)}
Handling      ${amount(seed, 43)}`;
const truthOf = (seed: number) => ({ crownShare: amount(seed, 13), left: day(seed, 9) });

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

interface Taught {
  readonly fields: Record<string, string>;
}

const read = async (api: ApiClient, schemaId: string, seed: number) => {
  const { body } = await api.upload({ name: `${seed}.txt`, bytes: slip(seed) }, { schemaId });
  const values = Object.fromEntries(body.extraction?.fields.map(({ name, value }) => [name, value]) ?? []);
  return { id: body.id, values, duplicateOf: body.duplicateOf };
};
const schemaOf = async (api: ApiClient): Promise<string> => {
  const { body } = await api.post<{ id: string }>('/v1/schemas', SCHEMA);
  return body.id;
};
const teach = async (api: ApiClient, schemaId: string, seed: number) => {
  const { id } = await read(api, schemaId, seed);
  const answer = await api.post<Taught>(`/v1/schemas/${schemaId}/examples`, { documentId: id, fields: truthOf(seed) });
  expect([answer.status, answer.body.fields]).toEqual([201, { crownShare: 'learned', left: 'learned' }]);
  return id;
};

describe('examples', () => {
  it('teach at once, until they are forgotten, and teach no other tenant', async () => {
    const [{ api }, { api: other }] = await Promise.all([app.newTenant(), app.newTenant()]);
    const [schemaId, otherSchemaId] = [await schemaOf(api), await schemaOf(other)];
    const before = await read(api, schemaId, 41);
    expect(before.values).not.toEqual(truthOf(41));
    const taught = [await teach(api, schemaId, 5), await teach(api, schemaId, 12)];
    expect((await read(api, schemaId, 52)).values).toEqual(truthOf(52));
    // What was read before is not answered from its old result.
    expect(await read(api, schemaId, 41)).toMatchObject({ values: truthOf(41), duplicateOf: null });
    expect((await read(other, otherSchemaId, 41)).values).toEqual(before.values);
    expect((await other.get(`/v1/schemas/${schemaId}/examples`)).status).toBe(404);

    const { body } = await api.get<{ items: { documentId: string; source: string; fields: object }[] }>(
      `/v1/schemas/${schemaId}/examples`,
    );
    expect(body.items.map(({ documentId }) => documentId).sort()).toEqual(taught.sort());
    expect(body.items[0]).toMatchObject({ source: 'example', fields: { left: { learned: true } } });
    for (const id of taught) expect((await api.delete(`/v1/schemas/${schemaId}/examples/${id}`)).status).toBe(204);
    expect((await api.delete(`/v1/schemas/${schemaId}/examples/${taught[0]}`)).status).toBe(404);
    expect((await read(api, schemaId, 63)).values).toEqual((await read(other, otherSchemaId, 63)).values);
  });

  it('go with their document', async () => {
    const { api } = await app.newTenant();
    const schemaId = await schemaOf(api);
    const id = await teach(api, schemaId, 5);
    const { body } = await api
      .delete<{ rows?: Record<string, number> }>(`/v1/documents/${id}`)
      .then((answer) => answer as never);
    expect(JSON.stringify(body)).toContain('lessons');
    expect((await api.get<{ items: unknown[] }>(`/v1/schemas/${schemaId}/examples`)).body.items).toEqual([]);
  });

  it('that do not fit are refused with pointers, and values that stand nowhere are kept and named', async () => {
    const { api } = await app.newTenant();
    const schemaId = await schemaOf(api);
    const { id } = await read(api, schemaId, 5);
    const send = (documentId: string, fields: object) =>
      api.post<Taught & { code: string; errors: { pointer: string }[] }>(`/v1/schemas/${schemaId}/examples`, {
        documentId,
        fields,
      });
    const bad = await send(id, { left: '3 May', nothing: 'x' });
    expect([bad.status, bad.body.code, bad.body.errors.map(({ pointer }) => pointer)]).toEqual([
      400,
      'invalid_example',
      ['/fields/left', '/fields/nothing'],
    ]);
    expect((await send('doc_00000000000000000000000000000000', { left: '2026-01-01' })).status).toBe(404);
    const { body } = await send(id, { crownShare: '99999.99' });
    expect(body.fields).toEqual({ crownShare: 'not-in-document' });
  });

  it('may not be given by those who only look', async () => {
    const { api, slug } = await app.newTenant();
    const schemaId = await schemaOf(api);
    const { id } = await read(api, schemaId, 5);
    const viewer = { email: `viewer@${slug}.test`, password: 'a viewer password of some length' };
    expect((await api.post('/v1/users', { ...viewer, role: 'viewer' })).status).toBe(201);
    const { ApiClient: Client } = await import('../../support/api-client.js');
    const looking = await Client.signIn(api.url, viewer);
    const body = { documentId: id, fields: truthOf(5) };
    expect((await looking.post(`/v1/schemas/${schemaId}/examples`, body)).status).toBe(403);
  });
});
