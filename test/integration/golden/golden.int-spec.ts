import { parsePublicId } from '@app/kernel';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const slip = (seed: number): string => `Haulage slip ${seed}
Drawn up: 2026-03-${String(10 + seed)}
Weighbridge: ${30 + seed}.50
Royal part: ${10 + seed}.40`;
const truthOf = (seed: number) => ({ drawn: `2026-03-${10 + seed}`, crown: `${10 + seed}.40` });

/** A schema that knows the words of the slips, or not. */
const schemaWith = (labels: { readonly drawn?: string; readonly crown?: string } = {}) => ({
  key: 'slips',
  name: 'Slips',
  fields: [
    { name: 'drawn', type: 'date', labels: [labels.drawn ?? 'Drawn up'] },
    { name: 'crown', type: 'money', labels: [labels.crown ?? 'Royal part'] },
  ],
});
const BLIND = { crown: 'Duty of the exchequer' };

interface Rates {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}
interface Figures {
  readonly documents: number;
  readonly allRight: number;
  readonly typeAccuracy: number | null;
  readonly micro: Rates;
  readonly fields: readonly (Rates & { name: string; tally: Record<string, number> })[];
}
interface Evaluation {
  readonly id: string;
  readonly status: string;
  readonly documents: number;
  readonly figures: Figures | null;
  readonly baseline: Figures | null;
  readonly against: object | null;
  readonly changes: readonly { documentId: string; regressed: string[]; improved: string[] }[];
  readonly publication: { status: string; version?: number } | null;
  readonly error: { code: string } | null;
}
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

/** A tenant with a published schema and a set of slips that are read by it. */
async function goldenSet(published: ReturnType<typeof schemaWith>, seeds: readonly number[] = [1, 2, 3]) {
  const { api, slug } = await app.newTenant();
  const { body: schema } = await api.post<{ id: string }>('/v1/schemas', published);
  const { body: set, headers, status } = await api.post<{ id: string }>('/v1/golden-sets', { name: 'Slips' });
  expect([status, headers.get('location')]).toEqual([201, `/v1/golden-sets/${set.id}`]);
  const path = `/v1/golden-sets/${set.id}`;
  const documents: string[] = [];
  for (const seed of seeds) {
    const { body } = await api.upload({ name: `${seed}.txt`, bytes: slip(seed) }, { schemaId: schema.id });
    const added = await api.post(`${path}/documents`, { documentId: body.id, fields: truthOf(seed) });
    expect([added.status, added.body['fields']]).toEqual([201, truthOf(seed)]);
    documents.push(body.id);
  }
  const evaluate = (body: object) => api.post<Evaluation>(`${path}/evaluations?wait=30`, body);
  const publish = (body: object) => api.post<Evaluation & Problem>(`${path}/publications?wait=30`, body);
  return { api, slug, schemaId: schema.id, path, documents, evaluate, publish };
}

const uuidOf = (id: string): string => parsePublicId('evaluation', id) ?? parsePublicId('document', id) ?? '';

const latestOf = async (api: ApiClient, schemaId: string) =>
  (await api.get<{ version: number }>(`/v1/schemas/${schemaId}`)).body.version;

describe('an evaluation', () => {
  it('says how well a schema reads, and leaves the documents and their runs as they are', async () => {
    const { api, schemaId, path, documents, evaluate } = await goldenSet(schemaWith());
    const before = (await api.get(`/v1/documents/${documents[0]}`)).body;
    const { status, headers, body } = await evaluate({ schemaId });
    expect([status, body.status, body.documents]).toEqual([200, 'succeeded', 3]);
    expect(headers.get('location')).toBe(`${path}/evaluations/${body.id}`);
    expect(body.figures).toMatchObject({ documents: 3, allRight: 3, typeAccuracy: null, micro: { f1: 1 } });
    expect([body.baseline, body.against, body.changes]).toEqual([null, null, []]);
    expect((await api.get(`/v1/documents/${documents[0]}`)).body).toEqual(before);
    const { body: later } = await api.get<Evaluation>(`${path}/evaluations/${body.id}`);
    expect(later).toEqual(body);
    const { body: list } = await api.get<{ items: { id: string; f1: number }[] }>(`${path}/evaluations`);
    expect(list.items.map(({ id, f1 }) => [id, f1])).toEqual([[body.id, 1]]);
  });

  it('of a schema that is not published tells what became worse and better against the one before it', async () => {
    const { api, schemaId, path, documents, evaluate } = await goldenSet(schemaWith());
    const { body: first } = await evaluate({ schemaId, version: 1 });
    const { body: worse } = await evaluate({ schema: schemaWith(BLIND) });
    expect(worse.figures?.fields.map(({ name, tally }) => [name, tally['right'], tally['missing']])).toEqual([
      ['crown', 0, 3],
      ['drawn', 3, 0],
    ]);
    expect([worse.against, worse.baseline?.micro.f1]).toEqual([{ evaluationId: first.id }, 1]);
    const inOrder = documents.toSorted();
    expect(worse.changes).toEqual(inOrder.map((documentId) => ({ documentId, regressed: ['crown'], improved: [] })));
    const { body: better } = await evaluate({ schemaId });
    expect(better.changes).toEqual(inOrder.map((documentId) => ({ documentId, regressed: [], improved: ['crown'] })));
    expect(await latestOf(api, schemaId)).toBe(1);
    const { body: shown } = await api.get<{ items: { documentId: string; fields: object[] }[] }>(
      `${path}/evaluations/${worse.id}/documents`,
    );
    expect(shown.items[0]?.fields).toContainEqual(
      expect.objectContaining({ name: 'crown', verdict: 'missing', found: null }),
    );
  });

  it('is held against what is published where that is asked for', async () => {
    const { schemaId, evaluate } = await goldenSet(schemaWith(BLIND));
    const { body } = await evaluate({ schema: schemaWith(), against: 'published' });
    expect([body.against, body.figures?.micro.f1, body.changes.length]).toEqual([{ schemaId, version: 1 }, 1, 3]);
    expect(body.baseline?.micro.recall).toBe(0.5);
  });

  it('scores the type where one is right, also of documents whose type was forced', async () => {
    const { api, path, schemaId, evaluate } = await goldenSet(schemaWith(), [1]);
    const invoice = 'INVOICE\nInvoice number: 17\nInvoice date: 2026-03-02\nBill to: Acme Ltd\nTotal due: 12.00 EUR';
    const { body } = await api.upload({ name: 'i.txt', bytes: invoice }, { type: 'contract' });
    const truth = { documentId: body.id, type: 'invoice', fields: {} };
    expect((await api.post(`${path}/documents`, truth)).status).toBe(201);
    expect((await evaluate({ schemaId })).body.figures?.typeAccuracy).toBe(1);
    await api.post(`${path}/documents`, { ...truth, type: 'contract' });
    expect((await evaluate({ schemaId })).body.changes).toEqual([
      { documentId: body.id, regressed: ['@type'], improved: [] },
    ]);
  });

  it('needs documents and a schema that is there', async () => {
    const { api, path, schemaId, evaluate } = await goldenSet(schemaWith(), [1]);
    const { body: empty } = await api.post<{ id: string }>('/v1/golden-sets', { name: 'Nothing' });
    const cases: [path: string, body: object, status: number, code: string][] = [
      [`/v1/golden-sets/${empty.id}/evaluations`, { schemaId }, 409, 'golden_set_empty'],
      [`${path}/evaluations`, {}, 400, 'invalid_input'],
      [`${path}/evaluations`, { schemaId, schema: schemaWith() }, 400, 'invalid_input'],
      [`${path}/evaluations`, { schemaId: 'sch_unheard_of' }, 422, 'unknown_schema'],
      [`${path}/evaluations`, { schemaId, version: 9 }, 422, 'unknown_schema'],
      [`${path}/evaluations`, { schemaId, modelThresholds: { extract: 2 } }, 400, 'invalid_input'],
      [`${path}/evaluations`, { schema: { key: 'x', name: 'x', fields: [] } }, 400, 'invalid_schema'],
    ];
    for (const [to, body, status, code] of cases) {
      const answer = await api.post<Problem>(to, body);
      expect([answer.status, answer.body.code], JSON.stringify(body)).toEqual([status, code]);
    }
    const { body: invalid } = await api.post<Problem>(`${path}/evaluations`, {
      schema: { ...schemaWith(), fields: [] },
    });
    expect(invalid.errors?.[0]?.pointer).toBe('/schema/fields');
    expect((await evaluate({ schemaId: 'sch_invoice' })).body.status).toBe('succeeded');
  });
});

describe('an evaluation whose worker died', () => {
  it('goes on with the documents that are left', async () => {
    const { api, path, documents, schemaId, evaluate } = await goldenSet(schemaWith());
    const { body: whole } = await evaluate({ schemaId });
    const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
    await owner.connect();
    // As it stands after a crash: one document is done, with a score that shows that it is not read once more.
    const [id, done] = [uuidOf(whole.id), uuidOf(documents[0] ?? '')];
    const scores = JSON.stringify([{ name: 'crown', verdict: 'invented', expected: null, found: 'x' }]);
    await owner.query(
      `UPDATE golden_evaluations SET status = 'running', result = NULL, completed_at = NULL WHERE id = $1`,
      [id],
    );
    await owner.query('DELETE FROM golden_outcomes WHERE evaluation_id = $1 AND document_id <> $2', [id, done]);
    await owner.query('UPDATE golden_outcomes SET scores = $2 WHERE evaluation_id = $1', [id, scores]);
    await owner.query(
      `INSERT INTO outbox_events (tenant_id, event, subject_id) SELECT tenant_id, 'golden-set.evaluation-requested', id FROM golden_evaluations WHERE id = $1`,
      [id],
    );
    await owner.end();
    const ended = async (): Promise<Evaluation> => {
      const { body } = await api.get<Evaluation>(`${path}/evaluations/${whole.id}`);
      return body.status === 'succeeded' ? body : new Promise((resolve) => setTimeout(resolve, 50)).then(ended);
    };
    const { figures } = await ended();
    expect([figures?.documents, figures?.allRight]).toEqual([3, 2]);
    expect(figures?.fields.map(({ name, tally }) => [name, tally['right'], tally['invented']])).toEqual([
      ['crown', 2, 1],
      ['drawn', 2, 0],
    ]);
  });
});

describe('a publication', () => {
  it('is refused with figures where the schema reads worse, and made where it does not', async () => {
    const { api, schemaId, path, publish } = await goldenSet(schemaWith());
    const refused = await publish({ schema: schemaWith(BLIND) });
    expect([refused.status, refused.body.code]).toEqual([409, 'quality_regression']);
    expect(refused.body.detail).toContain('F1 0.6667, before F1 1.0000');
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/fields/crown']);
    expect(await latestOf(api, schemaId)).toBe(1);
    const { body: list } = await api.get<{ items: { id: string }[] }>(`${path}/evaluations`);
    const { body: kept } = await api.get<Evaluation>(`${path}/evaluations/${list.items[0]?.id}`);
    expect(kept.publication).toEqual({ status: 'refused', code: 'quality_regression' });

    const made = await publish({ schema: schemaWith() });
    expect([made.status, made.body.publication]).toEqual([200, { status: 'published', schemaId, version: 2 }]);
    expect(await latestOf(api, schemaId)).toBe(2);
    const tolerated = await publish({ schema: schemaWith(BLIND), tolerance: 0.4 });
    expect([tolerated.status, tolerated.body.publication?.version]).toEqual([200, 3]);
  });

  it('of a new key has nothing to be worse than', async () => {
    const { publish } = await goldenSet(schemaWith(), [1]);
    const { status, body } = await publish({ schema: { ...schemaWith(BLIND), key: 'others' } });
    expect([status, body.publication?.status, body.baseline]).toEqual([200, 'published', null]);
  });
});

describe('a golden set', () => {
  it('takes what a person has confirmed where nothing is given, and refuses where nobody has', async () => {
    const { api, path, documents } = await goldenSet(schemaWith(), [1]);
    const { status, body } = await api.post<Problem>(`${path}/documents`, { documentId: documents[0] });
    expect([status, body.code]).toEqual([422, 'no_truth']);
    const reviewed = await api.post(`/v1/documents/${documents[0]}/review`, {
      fields: [
        { name: 'drawn', verdict: 'accepted' },
        { name: 'crown', verdict: 'rejected' },
      ],
    });
    expect(reviewed.status).toBe(201);
    const confirmed = await api.post(`${path}/documents`, { documentId: documents[0] });
    expect([confirmed.status, confirmed.body['fields'], confirmed.body['type']]).toEqual([
      201,
      { drawn: truthOf(1).drawn },
      null,
    ]);
    const bad = await api.post<Problem>(`${path}/documents`, { documentId: documents[0], fields: { drawn: '3 May' } });
    expect([bad.status, bad.body.code, bad.body.errors?.[0]?.pointer]).toEqual([400, 'invalid_truth', '/fields/drawn']);
    const unknown = { documentId: `doc_${'0'.repeat(32)}`, fields: { drawn: null } };
    expect((await api.post(`${path}/documents`, unknown)).status).toBe(404);
  });

  it('loses a document that is removed from it or erased, with all that was found in it', async () => {
    const { api, path, schemaId, documents, evaluate } = await goldenSet(schemaWith());
    const { body: evaluation } = await evaluate({ schemaId });
    const { body: receipt } = await api.delete<{ rows: Record<string, number> }>(`/v1/documents/${documents[0]}`);
    expect(receipt.rows).toMatchObject({ golden_documents: 1, golden_outcomes: 1 });
    const { body: outcomes } = await api.get<{ items: object[] }>(`${path}/evaluations/${evaluation.id}/documents`);
    expect(outcomes.items.length).toBe(2);
    expect((await api.delete(`${path}/documents/${documents[1]}`)).status).toBe(204);
    expect((await api.delete(`${path}/documents/${documents[1]}`)).status).toBe(404);
    expect((await evaluate({ schemaId })).body.figures?.documents).toBe(1);
    const { body: left } = await api.get<{ items: { documentId: string }[] }>(`${path}/documents`);
    expect(left.items.map(({ documentId }) => documentId)).toEqual([documents[2]]);
    expect((await api.delete(path)).status).toBe(204);
    expect((await api.get(`${path}/evaluations/${evaluation.id}`)).status).toBe(404);
    expect((await api.get(`/v1/documents/${documents[2]}`)).status).toBe(200);
  });

  it('is written by administrators, read by analysts, and not shown to viewers', async () => {
    const { api, slug, path, schemaId } = await goldenSet(schemaWith(), [1]);
    const signedIn = async (role: string) => {
      const person = { email: `${role}@${slug}.test`, password: 'a password of some length' };
      expect((await api.post('/v1/users', { ...person, role })).status).toBe(201);
      return ApiClient.signIn(api.url, person);
    };
    const [analyst, viewer] = [await signedIn('analyst'), await signedIn('viewer')];
    expect((await analyst.get(path)).status).toBe(200);
    expect((await viewer.get(path)).status).toBe(403);
    expect((await analyst.post(`${path}/evaluations`, { schemaId })).status).toBe(403);
    expect((await analyst.post('/v1/golden-sets', { name: 'mine' })).status).toBe(403);
    expect((await analyst.delete(path)).status).toBe(403);
  });
});
