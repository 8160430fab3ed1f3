import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

interface Hit {
  readonly documentId: string;
  readonly filename: string;
  readonly text: string;
  readonly page: number;
  readonly score: number;
  readonly ranks: { readonly lexical: number; readonly vector: null };
}
interface Answer {
  readonly id: string;
  readonly answered: boolean;
  readonly answer: string | null;
  readonly citations: readonly { documentId: string; filename: string; quote: string; span: [number, number] }[];
}

const LIGHTHOUSE =
  'The lighthouse of Grenholm was built in 1874 by the engineer Astrid Lindqvist. Its lamp can be seen from 31 kilometres.';
const HARBOUR = 'The harbour of Grenholm has berths for forty boats. The harbour master is Tomas Berg.';
const PAYMENT = 'Hello,\nYou sent a wire payment of $850.00 to Nordlicht Media. The money has left your account.';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const upload = async (api: ApiClient, name: string, text: string, metadata: object = {}): Promise<string> => {
  const { body } = await api.upload({ name, bytes: text }, { pipeline: 'index', metadata });
  expect(body).toMatchObject({ status: 'succeeded', stage: 'indexed' });
  return body.id;
};
const search = async (api: ApiClient, query: string, filter?: object, topK?: number): Promise<readonly Hit[]> => {
  const { status, body } = await api.post<{ hits: Hit[] }>('/v1/search', { query, filter, topK });
  expect(status).toBe(200);
  return body.hits;
};
const ask = async (api: ApiClient, question: string, filter?: object): Promise<Answer> => {
  const { status, body } = await api.post<Answer>('/v1/queries', { question, filter });
  expect(status).toBe(200);
  return body;
};

describe('search', () => {
  it('finds a document as soon as it is indexed, the best first', async () => {
    const { api } = await app.newTenant();
    expect(await search(api, 'lighthouse')).toEqual([]);
    const id = await upload(api, 'lighthouse.txt', LIGHTHOUSE);
    await upload(api, 'harbour.txt', HARBOUR);
    const hits = await search(api, 'who built the lighthouse of Grenholm');
    expect(hits.map((hit) => hit.filename)).toEqual(['lighthouse.txt', 'harbour.txt']);
    expect(hits[0]).toMatchObject({ documentId: id, page: 1, text: LIGHTHOUSE, ranks: { lexical: 1, vector: null } });
    expect(await search(api, 'Grenholm', {}, 1)).toHaveLength(1);
  });

  it('finds nothing of another tenant, and its ids filter to nothing', async () => {
    const [one, other] = [await app.newTenant(), await app.newTenant()];
    const id = await upload(one.api, 'secret.txt', LIGHTHOUSE);
    await upload(other.api, 'harbour.txt', HARBOUR);
    expect((await search(other.api, 'Grenholm lighthouse')).map((hit) => hit.filename)).toEqual(['harbour.txt']);
    expect(await search(other.api, 'Grenholm lighthouse', { documentIds: [id] })).toEqual([]);
    const answer = await ask(other.api, 'Who built the lighthouse of Grenholm?', { documentIds: [id] });
    expect(answer).toMatchObject({ answered: false, answer: null, citations: [] });
  });

  it('filters by metadata: every key, exactly', async () => {
    const { api } = await app.newTenant();
    await upload(api, 'a.txt', LIGHTHOUSE, { set: 'x', tags: ['old', 'north'] });
    await upload(api, 'b.txt', HARBOUR, { set: 'y' });
    const names = async (metadata: object) => (await search(api, 'Grenholm', { metadata })).map((hit) => hit.filename);
    expect(await names({ set: 'x' })).toEqual(['a.txt']);
    expect(await names({ set: 'x', tags: ['old', 'north'] })).toEqual(['a.txt']);
    expect(await names({ tags: ['old'] })).toEqual([]);
    expect(await names({ set: 'x', more: 1 })).toEqual([]);
  });

  it('forgets what was erased and finds a document once after it was indexed again', async () => {
    const { api } = await app.newTenant();
    const id = await upload(api, 'lighthouse.txt', LIGHTHOUSE);
    expect(await search(api, 'lighthouse')).toHaveLength(1);
    await api.post(`/v1/documents/${id}/reprocess?wait=30`, { from: 'index' });
    expect(await search(api, 'lighthouse')).toHaveLength(1);
    const asked = await ask(api, 'Who built the lighthouse?');
    expect(asked.answer).toContain('Astrid Lindqvist');
    await api.delete(`/v1/documents/${id}`);
    expect(await search(api, 'lighthouse')).toEqual([]);
    const { body } = await api.get<{ items: Answer[] }>('/v1/queries');
    expect(body.items).toEqual([expect.objectContaining({ id: asked.id, answer: null, citations: [] })]);
  });

  it('finishes documents without text', async () => {
    const { api } = await app.newTenant();
    const { body } = await api.upload({ name: 'empty.txt', bytes: '  \n' }, { pipeline: 'index' });
    expect(body).toMatchObject({ status: 'partial', stage: 'indexed', receipt: { pages: { empty: 1 } } });
    expect(await search(api, 'anything')).toEqual([]);
  });
});

describe('questions', () => {
  it('are answered in the words of the document, with the quote at its span', async () => {
    const { api } = await app.newTenant();
    const id = await upload(api, 'lighthouse.txt', LIGHTHOUSE);
    const answer = await ask(api, 'When was the lighthouse of Grenholm built?');
    expect(answer).toMatchObject({ answered: true, answer: '1874' });
    const [citation] = answer.citations;
    expect(citation).toMatchObject({ documentId: id, filename: 'lighthouse.txt' });
    expect(LIGHTHOUSE.slice(...citation!.span)).toBe(citation!.quote);
  });

  it('are told apart by who paid whom', async () => {
    const { api } = await app.newTenant();
    const filter = { documentIds: [await upload(api, 'payment.txt', PAYMENT)] };
    expect((await ask(api, 'What amount was paid to Nordlicht?', filter)).answer).toBe('$850.00');
    expect(await ask(api, 'What amount was paid by Nordlicht?', filter)).toMatchObject({ answered: false });
  });

  it('can be streamed, are kept for their asker, and rated', async () => {
    const { api } = await app.newTenant();
    await upload(api, 'harbour.txt', HARBOUR);
    const question = { question: 'Who is the harbour master?' };
    const stream = await api.post<string>('/v1/queries', question, { accept: 'text/event-stream' });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect([...stream.body.matchAll(/^event: (\w+)$/gm)].map((match) => match[1])).toEqual([
      'answer',
      'citations',
      'done',
    ]);
    const { id } = await ask(api, question.question);
    expect((await api.post(`/v1/queries/${id}/feedback`, { helpful: true, comment: 'yes' })).status).toBe(204);
    const { body } = await api.get<{ items: { id: string; helpful: boolean | null }[]; nextCursor: string | null }>(
      '/v1/queries?limit=1',
    );
    expect(body).toMatchObject({ items: [{ id, helpful: true }], nextCursor: expect.any(String) });
    const other = await app.newTenant();
    expect((await other.api.post(`/v1/queries/${id}/feedback`, { helpful: false })).status).toBe(404);
    expect((await other.api.get<{ items: unknown[] }>('/v1/queries')).body.items).toEqual([]);
  });
});
