import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const SLIP = `Haulage slip 17
Drawn up 2026-03-02
Weighbridge: 31.50
Royal part: 12.40
Handling: 7.00`;

const schemaWith = (label: string) => ({
  key: 'slips',
  name: 'Slips',
  fields: [
    { name: 'handling', type: 'money', labels: ['Handling'] },
    { name: 'crown', type: 'money', labels: [label] },
  ],
});

interface RunBody {
  readonly id: string;
  readonly kind: string;
  readonly schemaVersion: number | null;
  readonly result?: { readonly fields?: readonly { name: string; value: string | null }[] };
}
interface Diff {
  readonly same: boolean;
  readonly kind: string;
  readonly provenance: readonly { name: string; before: unknown; after: unknown }[];
  readonly fields: readonly { name: string; change: string; before: unknown; after: { value: string } | null }[];
  readonly usage: { readonly cost: { readonly amount: string } };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const runsOf = async (api: ApiClient, documentId: string, kind?: string): Promise<RunBody[]> => {
  const { body } = await api.get<{ items: RunBody[] }>(`/v1/documents/${documentId}/runs`);
  return body.items.filter((run) => kind === undefined || run.kind === kind);
};
const currentRun = async (api: ApiClient, documentId: string) =>
  (await api.get<{ extraction: { runId: string } }>(`/v1/documents/${documentId}`)).body.extraction.runId;

/** A document that was read by two versions of a schema: the second one finds a field more. */
async function twoRuns() {
  const { api, slug } = await app.newTenant();
  const { body: schema } = await api.post<{ id: string }>('/v1/schemas', schemaWith('Duty of the exchequer'));
  const { body } = await api.upload({ name: 'slip.txt', bytes: SLIP }, { schemaId: schema.id });
  await api.post('/v1/schemas', schemaWith('Royal part'));
  await api.post(`/v1/documents/${body.id}/extractions?wait=30`, { schemaId: schema.id });
  const [first, second] = await runsOf(api, body.id, 'extract');
  if (!first || !second) throw new Error('There are not two runs');
  return { api, slug, documentId: body.id, first: first.id, second: second.id };
}

describe('runs', () => {
  it('are compared field by field, with what made them', async () => {
    const { api, first, second } = await twoRuns();
    const { status, body } = await api.get<Diff>(`/v1/runs/${second}/diff?against=${first}`);
    expect([status, body.kind, body.same]).toEqual([200, 'extract', false]);
    expect(body.provenance).toEqual([{ name: 'schemaVersion', before: 1, after: 2 }]);
    expect(body.fields.map(({ name, change, after }) => [name, change, after?.value])).toEqual([
      ['crown', 'added', '12.40'],
    ]);
    expect(body.usage.cost.amount).toBe('0.00');
    const { body: back } = await api.get<Diff>(`/v1/runs/${first}/diff?against=${second}`);
    expect(back.fields.map(({ name, change }) => [name, change])).toEqual([['crown', 'removed']]);
    const { body: itself } = await api.get<Diff>(`/v1/runs/${first}/diff?against=${first}`);
    expect([itself.same, itself.fields, itself.provenance]).toEqual([true, [], []]);
  });

  it('are only compared with runs of the same kind and document', async () => {
    const { api, documentId, second } = await twoRuns();
    const [classified] = await runsOf(api, documentId, 'classify');
    const { body: other } = await api.upload({ name: 'other.txt', bytes: `${SLIP}\nTwo` });
    for (const against of [classified?.id, (await runsOf(api, other.id, 'extract'))[0]?.id]) {
      const { status, body } = await api.get(`/v1/runs/${second}/diff?against=${against}`);
      expect([status, body['code']]).toEqual([422, 'runs_not_comparable']);
    }
    expect((await api.get(`/v1/runs/${second}/diff`)).status).toBe(400);
    expect((await api.get(`/v1/runs/${second}/diff?against=run_0`)).status).toBe(404);
    const { api: stranger } = await app.newTenant();
    expect((await stranger.get(`/v1/runs/${second}/diff?against=${second}`)).status).toBe(404);
  });

  it('become the result of their document, back and forward, and each time leaves an event', async () => {
    const { api, documentId, first, second } = await twoRuns();
    const events = async () => {
      const stream = await api.get<string>(`/v1/documents/${documentId}/events`);
      return stream.body.split('\n').filter((line) => line.startsWith('id:')).length;
    };
    const before = await events();
    expect(await currentRun(api, documentId)).toBe(second);
    const { status, body } = await api.post<{ extraction: { runId: string }; status: string }>(
      `/v1/runs/${first}/promote`,
    );
    expect([status, body.extraction.runId, body.status]).toEqual([200, first, 'succeeded']);
    expect((await api.post(`/v1/runs/${first}/promote`)).status).toBe(200);
    expect(await events()).toBe(before + 1);
    await api.post(`/v1/runs/${second}/promote`);
    expect(await currentRun(api, documentId)).toBe(second);
    expect((await runsOf(api, documentId)).length).toBe(4);
  });

  it('of a classification take the type with them', async () => {
    const { api } = await app.newTenant();
    const { body } = await api.upload({ name: 'slip.txt', bytes: SLIP }, { type: 'receipt' });
    await api.post(`/v1/documents/${body.id}/reprocess?wait=30`, { from: 'classify' });
    const [first] = await runsOf(api, body.id, 'classify');
    const { status } = await api.post(`/v1/runs/${first?.id}/promote`);
    const { body: list } = await api.get<{ items: { id: string; type: string }[] }>('/v1/documents?type=receipt');
    expect([status, list.items.map(({ id }) => id)]).toEqual([200, [body.id]]);
  });

  it('are done once more by the same version of the schema, beside the result', async () => {
    const { api, documentId, first, second } = await twoRuns();
    const { status, headers, body } = await api.post<{ runId: string; status: string }>(
      `/v1/runs/${first}/replay?wait=30`,
    );
    expect([status, body.status, headers.get('location')]).toEqual([200, 'done', `/v1/runs/${body.runId}`]);
    const { body: replay } = await api.get<RunBody>(`/v1/runs/${body.runId}`);
    expect([replay.kind, replay.schemaVersion]).toEqual(['extract', 1]);
    expect((await api.get<Diff>(`/v1/runs/${body.runId}/diff?against=${first}`)).body.same).toBe(true);
    expect((await api.get<Diff>(`/v1/runs/${body.runId}/diff?against=${second}`)).body.same).toBe(false);
    expect(await currentRun(api, documentId)).toBe(second);
    expect((await api.get(`/v1/documents/${documentId}`)).body['status']).toBe('succeeded');
    expect((await api.post(`/v1/runs/${body.runId}/promote`)).status).toBe(200);
    expect(await currentRun(api, documentId)).toBe(body.runId);
  });

  it('are refused where there is no choice between them, and to those who only look', async () => {
    const { api, slug, documentId, first } = await twoRuns();
    const [read, classified] = [await runsOf(api, documentId, 'read'), await runsOf(api, documentId, 'classify')];
    const promoted = await api.post(`/v1/runs/${read[0]?.id}/promote`);
    expect([promoted.status, promoted.body['code']]).toEqual([422, 'run_not_promotable']);
    await api.post(`/v1/documents/${documentId}/review`, { fields: [{ name: 'handling', verdict: 'accepted' }] });
    for (const id of [classified[0]?.id, await currentRun(api, documentId)]) {
      const replayed = await api.post(`/v1/runs/${id}/replay`);
      expect([replayed.status, replayed.body['code']]).toEqual([422, 'run_not_replayable']);
    }
    const viewer = { email: `viewer@${slug}.test`, password: 'a viewer password of some length' };
    await api.post('/v1/users', { ...viewer, role: 'viewer' });
    const looking = await ApiClient.signIn(api.url, viewer);
    expect((await looking.get(`/v1/runs/${first}/diff?against=${first}`)).status).toBe(200);
    for (const work of ['promote', 'replay'])
      expect((await looking.post(`/v1/runs/${first}/${work}`)).status, work).toBe(403);
  });
});
