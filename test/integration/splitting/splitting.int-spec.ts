import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, DocumentBody } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { bundle, contractPages, invoicePage } from '../../support/bundles.js';

interface PartBody {
  readonly pages: [number, number];
  readonly type?: string;
  readonly confidence?: number;
  readonly documentId?: string;
}

interface SplitBody extends Omit<DocumentBody, 'children' | 'classification'> {
  readonly split: string | null;
  readonly pages: [number, number] | null;
  readonly sha256: string;
  readonly children: { id: string; role: string; pages: [number, number] | null; type: string | null }[];
  readonly classification: { type: string; confidence: number; parts?: PartBody[]; origin: { forced: boolean } } | null;
}

const INVOICES = [invoicePage(1), invoicePage(2), invoicePage(3)];

let app: TestApp;
let file: Buffer;
let contract: Buffer;
beforeAll(async () => {
  app = await startTestApp();
  [file, contract] = await Promise.all([bundle([...INVOICES, ...contractPages]), bundle(contractPages)]);
});
afterAll(() => app?.close());

const upload = async (api: ApiClient, bytes: Buffer, fields: Record<string, unknown> = {}) =>
  (await api.upload<SplitBody>({ name: 'batch.pdf', bytes }, fields)).body;
const get = async (api: ApiClient, id: string) => (await api.get<SplitBody>(`/v1/documents/${id}`)).body;
const partsOf = async (api: ApiClient, { children }: SplitBody) => {
  const ids = children.filter(({ role }) => role === 'part').map(({ id }) => id);
  return Promise.all(ids.map(async (id) => (await api.settled(id)) as unknown as SplitBody));
};
const hitsOf = async (api: ApiClient, query: string) => {
  const { body } = await api.post<{ hits: { documentId: string; page: number; text: string }[] }>('/v1/search', {
    query,
  });
  return body.hits;
};
const splitBy = (api: ApiClient, id: string, parts: unknown) =>
  api.post<SplitBody>(`/v1/documents/${id}/split?wait=30`, { parts });

describe('a file with several documents', () => {
  it('is split where that is sure, and each document is understood on its own', async () => {
    const { api } = await app.newTenant();
    const batch = await upload(api, file);
    expect(batch).toMatchObject({ status: 'succeeded', stage: 'indexed', split: 'split', extraction: null });
    expect(batch.classification).toMatchObject({ type: 'batch', origin: { forced: false } });
    expect(batch.receipt?.children).toMatchObject({ found: 4, processed: 4, parts: 4 });
    const parts = await partsOf(api, batch);
    expect(parts.map(({ pages }) => pages)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 6],
    ]);
    expect(parts.map(({ status, classification }) => [status, classification?.type])).toEqual([
      ['succeeded', 'invoice'],
      ['succeeded', 'invoice'],
      ['succeeded', 'invoice'],
      ['succeeded', 'contract'],
    ]);
    const numbers = parts
      .slice(0, 3)
      .map(({ extraction }) => extraction?.fields.find(({ name }) => name === 'invoiceNumber'));
    expect(numbers.map((field) => field?.value)).toEqual(['INV-7037', 'INV-7074', 'INV-7111']);
    expect(batch.classification?.parts?.map(({ documentId }) => documentId)).toEqual(parts.map(({ id }) => id));
  });

  it('gives each part its own text, pages, places and pictures', async () => {
    const { api } = await app.newTenant();
    const [, second, , last] = await partsOf(api, await upload(api, file));
    const { body: text } = await api.get<string>(`/v1/documents/${second!.id}/text`);
    expect(text).toContain('INV-7074');
    expect(text).not.toContain('INV-7037');
    const field = second!.extraction?.fields.find(({ name }) => name === 'invoiceNumber');
    expect(field?.grounding).toMatchObject({ page: 1, box: expect.anything() });
    expect(text.slice(...field!.grounding!.span)).toContain('INV-7074');
    const image = async (id: string, page: number) => {
      const response = await fetch(`${api.url}/v1/documents/${id}/pages/${page}/image`, {
        headers: { authorization: `Bearer ${api.token}` },
      });
      return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const parent = (await get(api, second!.id)).parentId!;
    expect((await image(second!.id, 1)).bytes.equals((await image(parent, 2)).bytes)).toBe(true);
    expect((await image(last!.id, 3)).bytes.equals((await image(parent, 6)).bytes)).toBe(true);
    expect((await image(last!.id, 4)).status).toBe(404);
  });

  it('is found once, is read once, and its bytes count once', async () => {
    const { api } = await app.newTenant();
    const batch = await upload(api, file);
    const parts = await partsOf(api, batch);
    const hits = await hitsOf(api, 'invoice number INV-7074');
    expect(hits[0]).toMatchObject({ documentId: parts[1]!.id, page: 1 });
    expect(hits.filter(({ documentId }) => documentId === batch.id)).toEqual([]);
    expect(new Set(parts.map(({ sha256 }) => sha256))).toEqual(new Set([batch.sha256]));
    const { body: usage } = await api.get<{ rows: { key: string; pages: number }[] }>(
      '/v1/analytics/usage?groupBy=type',
    );
    const pages = Object.fromEntries(usage.rows.map((row) => [row.key, row.pages]));
    expect(pages).toMatchObject({ invoice: 3, contract: 3 });
    expect(pages['batch'] ?? 0).toBe(0);
  });

  it('is split again when the same bytes come again, and its parts are never taken for the file', async () => {
    const { api } = await app.newTenant();
    const first = await partsOf(api, await upload(api, file));
    const again = await upload(api, file);
    const second = await partsOf(api, again);
    expect(again).toMatchObject({ split: 'split', duplicateOf: null });
    expect(second.map(({ pages, status }) => [pages, status])).toEqual(
      first.map(({ pages, status }) => [pages, status]),
    );
    expect(second.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id));
  });

  it('keeps its parts when it is processed again, and refuses to be understood as one', async () => {
    const { api } = await app.newTenant();
    const batch = await upload(api, file);
    const ids = (await partsOf(api, batch)).map(({ id }) => id);
    for (const from of ['classify', 'read']) {
      const { body } = await api.post<SplitBody>(`/v1/documents/${batch.id}/reprocess?wait=30`, { from });
      expect(body).toMatchObject({
        status: 'succeeded',
        split: 'split',
        receipt: { children: { found: 4, parts: 4 } },
      });
      expect(body.classification).toMatchObject({ type: 'batch', origin: { forced: false } });
      expect(body.children.map(({ id }) => id)).toEqual(ids);
    }
    const refused = await api.post(`/v1/documents/${batch.id}/reprocess`, { from: 'understand' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'document_split']);
    const { body: part } = await api.post<SplitBody>(`/v1/documents/${ids[3]}/reprocess?wait=30`, { from: 'read' });
    expect(part).toMatchObject({ status: 'succeeded', pages: [4, 6], receipt: { pages: { total: 3 } } });
  });

  it('becomes whole again, and stays so', async () => {
    const { api } = await app.newTenant();
    const batch = await upload(api, file);
    const [part] = await partsOf(api, batch);
    const { status, body } = await api.request<SplitBody>('DELETE', `/v1/documents/${batch.id}/split?wait=30`);
    expect([status, body.status, body.split, body.children]).toEqual([200, 'succeeded', 'whole', []]);
    expect(body.receipt?.children.found).toBe(0);
    expect(body.extraction).not.toBeNull();
    expect((await api.get(`/v1/documents/${part!.id}`)).status).toBe(404);
    const hits = await hitsOf(api, 'INV-7074');
    expect(new Set(hits.map(({ documentId }) => documentId))).toEqual(new Set([batch.id]));
    const { body: again } = await api.post<SplitBody>(`/v1/documents/${batch.id}/reprocess?wait=30`, {
      from: 'classify',
    });
    expect(again).toMatchObject({ split: 'whole', status: 'succeeded', children: [] });
  });

  it('goes with all of its parts when it is erased', async () => {
    const { api } = await app.newTenant();
    const batch = await upload(api, file);
    await partsOf(api, batch);
    const { body } = await api.request<{ documents: number; files: number; rows: Record<string, number> }>(
      'DELETE',
      `/v1/documents/${batch.id}`,
    );
    expect(body).toMatchObject({ documents: 5, files: 1, rows: { readings: 5, documents: 5 } });
    expect((await api.get<{ items: unknown[] }>('/v1/documents')).body.items).toEqual([]);
  });
});

describe('what a person says of a file', () => {
  it('is done, with types that are named, and can be changed and taken back', async () => {
    const { api } = await app.newTenant();
    const { id } = await upload(api, contract);
    const { status, body } = await splitBy(api, id, [{ pages: [1, 1], type: 'letter' }, { pages: [2, 3] }]);
    expect([status, body.split, body.classification?.origin.forced]).toEqual([200, 'split', true]);
    const first = await partsOf(api, body);
    expect(first.map(({ pages }) => pages)).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(first[0]?.classification?.type).toBe('letter');
    const { body: other } = await splitBy(api, id, [{ pages: [1, 2] }, { pages: [3, 3] }]);
    expect((await partsOf(api, other)).map(({ pages }) => pages)).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(other.receipt?.children).toMatchObject({ found: 2, parts: 2 });
    expect((await api.get(`/v1/documents/${first[0]!.id}`)).status).toBe(404);
    const { body: whole } = await splitBy(api, id, []);
    expect(whole).toMatchObject({
      split: 'whole',
      children: [],
      status: 'succeeded',
      classification: { type: 'contract' },
    });
  });

  it.each<[string, unknown, number, string]>([
    ['pages that are not there', [{ pages: [1, 4] }], 400, 'invalid_parts'],
    ['pages twice', [{ pages: [1, 2] }, { pages: [2, 3] }], 400, 'invalid_parts'],
    ['all pages as one part', [{ pages: [1, 3] }], 400, 'invalid_parts'],
    ['no pages', [{ pages: [] }], 400, 'invalid_input'],
    ['page zero', [{ pages: [0, 1] }], 400, 'invalid_input'],
  ])('is refused where it names %s', async (_, parts, status, code) => {
    const { api } = await app.newTenant();
    const { id } = await upload(api, contract);
    const answer = await api.post<{ code: string; errors?: { pointer: string }[] }>(`/v1/documents/${id}/split`, {
      parts,
    });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors?.[0]?.pointer).toMatch(/^\/parts/);
    expect((await get(api, id)).split).toBeNull();
  });

  it('is refused of what has no pages, and of parts', async () => {
    const { api } = await app.newTenant();
    const { body: note } = await api.upload({ name: 'note.txt', bytes: 'A note of one line.' });
    const [part] = await partsOf(api, await upload(api, file));
    for (const id of [note.id, part!.id]) {
      const { status, body } = await api.post(`/v1/documents/${id}/split`, { parts: [{ pages: [1, 1] }] });
      expect([status, body['code']]).toEqual([409, 'not_splittable']);
    }
  });
});

describe('the setting of a tenant', () => {
  const withSetting = async (splitting: string) => {
    const { api } = await app.newTenant();
    await api.patch('/v1/tenant', { splitting });
    return api;
  };

  it('may be to propose: the file stays whole until somebody decides', async () => {
    const api = await withSetting('propose');
    const batch = await upload(api, file);
    expect(batch).toMatchObject({ split: 'proposed', status: 'succeeded', children: [] });
    expect(batch.extraction).not.toBeNull();
    const parts = batch.classification!.parts!;
    expect(parts.map(({ pages, type }) => [pages, type])).toEqual([
      [[1, 1], 'invoice'],
      [[2, 2], 'invoice'],
      [[3, 3], 'invoice'],
      [[4, 6], 'contract'],
    ]);
    expect(parts.every(({ confidence }) => confidence! > 0.5 && confidence! <= 1)).toBe(true);
    const waiting = async () =>
      (await api.get<{ items: { id: string }[] }>('/v1/documents?split=proposed')).body.items.map(({ id }) => id);
    expect(await waiting()).toEqual([batch.id]);
    const reasons = async () => {
      const { body } = await api.get<{ items: { reasons: { code: string }[] }[] }>('/v1/reviews');
      return body.items.flatMap((item) => item.reasons.map(({ code }) => code));
    };
    expect(await reasons()).toContain('several_documents');
    const { body: refused } = await splitBy(api, batch.id, []);
    expect(refused).toMatchObject({ split: 'whole', status: 'succeeded' });
    expect(await waiting()).toEqual([]);
    expect(await reasons()).not.toContain('several_documents');
    const { body: accepted } = await splitBy(
      api,
      batch.id,
      parts.map(({ pages, type }) => ({ pages, type })),
    );
    expect((await partsOf(api, accepted)).map(({ status }) => status)).toEqual(Array(4).fill('succeeded'));
    expect((await hitsOf(api, 'INV-7074')).some(({ documentId }) => documentId === batch.id)).toBe(false);
  });

  it('that refuses a proposal leaves what people have reviewed out of their queue', async () => {
    const api = await withSetting('propose');
    const queue = async () => (await api.get<{ items: unknown[] }>('/v1/reviews?maxConfidence=1')).body.items.length;
    const batch = await upload(api, file);
    expect(await queue()).toBe(1);
    const { status } = await api.post(`/v1/documents/${batch.id}/review`, { type: { verdict: 'accepted' } });
    expect([status, await queue()]).toEqual([201, 0]);
    const { body } = await splitBy(api, batch.id, []);
    expect([body.split, await queue()]).toEqual(['whole', 0]);
  });

  it('may be to leave files alone', async () => {
    const api = await withSetting('off');
    const batch = await upload(api, file);
    expect(batch).toMatchObject({ split: null, children: [] });
    expect(batch.classification?.parts).toBeUndefined();
    // Whose type a person knows: once the file is several documents, that is of none of them.
    const { status } = await api.post(`/v1/documents/${batch.id}/review`, { type: { verdict: 'accepted' } });
    expect([status, (await api.patch('/v1/tenant', { splitting: 'automatic' })).status]).toEqual([201, 200]);
    await api.post(`/v1/documents/${batch.id}/reprocess`, { from: 'classify' });
    expect(await api.settled(batch.id)).toMatchObject({ split: 'split', classification: { type: 'batch' } });
  });

  it('does not matter where the sender says what the file is, or wants its type alone', async () => {
    const { api } = await app.newTenant();
    expect(await upload(api, file, { type: 'contract' })).toMatchObject({ split: null, children: [] });
    expect(await upload(api, file, { pipeline: 'classify' })).toMatchObject({ split: 'proposed', children: [] });
    expect(await upload(api, contract)).toMatchObject({
      split: null,
      children: [],
      classification: { type: 'contract' },
    });
  });
});
