import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../support/api-client.js';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { exampleTexts, KINDS } from './example-texts.js';

interface Classifier {
  readonly id: string;
  readonly status: string;
  readonly examples: number;
  readonly version: number | null;
  readonly metrics: {
    readonly accuracy: number;
    readonly heldBack: number;
    readonly encoder: string | null;
    readonly labels: readonly { name: string; f1: number }[];
    readonly unknown: { refused: number; strangersRefused: number | null } | null;
  } | null;
  readonly error: { code: string } | null;
}
interface Prediction {
  readonly label: string | null;
  readonly confidence: number;
  readonly alternatives: readonly { label: string; confidence: number }[];
  readonly unknown: boolean;
}

let test: TestApp;
let tenant: TestTenant;
beforeAll(async () => {
  test = await startTestApp();
  tenant = await test.newTenant();
});
afterAll(() => test?.close());

const LABELS = Object.keys(KINDS).map((name) => ({ name }));

const create = async (api: ApiClient, more: object = {}): Promise<string> => {
  const { status, body } = await api.post<Classifier>('/v1/classifiers', { name: 'requests', labels: LABELS, ...more });
  expect([status, body.status, body.metrics]).toEqual([201, 'empty', null]);
  return body.id;
};
const teach = (api: ApiClient, id: string, examples: readonly { text: string; label: string }[]) =>
  api.post<{ added: number; replaced: number; examples: number }>(`/v1/classifiers/${id}/examples`, { examples });
const train = (api: ApiClient, id: string, wait = 60) =>
  api.post<Classifier>(`/v1/classifiers/${id}/train?wait=${wait}`);
const predict = async (api: ApiClient, id: string, texts: readonly string[]): Promise<readonly Prediction[]> => {
  const { status, body } = await api.post<{ predictions: Prediction[] }>(`/v1/classifiers/${id}/predictions`, {
    texts,
  });
  expect(status).toBe(200);
  return body.predictions;
};
/** On so many examples of each label: half of them are enough where it does not matter what it says. */
const trained = async (api: ApiClient, more: object = {}, each = 24): Promise<string> => {
  const id = await create(api, more);
  await teach(api, id, exampleTexts(each));
  expect((await train(api, id)).body).toMatchObject({ status: 'ready', version: 1, error: null });
  return id;
};

describe('a classifier that a tenant trains', () => {
  let id: string;
  beforeAll(async () => {
    id = await trained(tenant.api, { unknown: true });
  });

  it('learns from examples and says of which label a new text is, in words that were not among them', async () => {
    const predictions = await predict(tenant.api, id, [
      'my parcel has still not been delivered',
      'please send the invoice for March once more',
      'I cannot sign in, the password is refused',
      'What is the capital of Mongolia?',
      'Bread with rye flour needs a hot oven',
      '',
    ]);
    expect(predictions.slice(0, 3).map(({ label }) => label)).toEqual(['delivery', 'billing', 'access']);
    for (const { confidence, alternatives, unknown } of predictions.slice(0, 3)) {
      expect(unknown).toBe(false);
      expect(alternatives.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(alternatives[0]!.confidence);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(predictions.slice(3).map(({ label, unknown }) => [label, unknown])).toEqual(
      Array.from({ length: 3 }, () => [null, true]),
    );
  });

  it('measures itself on what it did not train on', async () => {
    const { body } = await tenant.api.get<Classifier>(`/v1/classifiers/${id}`);
    const metrics = body.metrics!;
    expect(metrics.heldBack).toBe(body.examples);
    expect(metrics.labels.map(({ name }) => name)).toEqual(Object.keys(KINDS));
    expect(metrics.accuracy).toBeGreaterThan(0.7);
    expect(metrics.accuracy).toBeLessThanOrEqual(1);
    expect(metrics.encoder).toBe('universal-sentence-encoder-lite-en');
    expect(metrics.unknown!.refused).toBeLessThan(0.2);
  });

  it('cannot know what is not in its examples: metrics of labels by chance are those of chance', async () => {
    const id = await create(tenant.api);
    const names = Object.keys(KINDS);
    const examples = exampleTexts(12).map(({ text }, n) => ({ text, label: names[(n * 7) % names.length]! }));
    await teach(tenant.api, id, examples);
    const { body } = await train(tenant.api, id);
    expect(body.metrics!.accuracy).toBeLessThan(0.5);
  });

  it('gives one text one label: the last that it was sent with', async () => {
    const id = await create(tenant.api);
    const first = await teach(tenant.api, id, [
      { text: 'Where is it?', label: 'billing' },
      { text: 'Where is it?', label: 'delivery' },
      { text: 'What does it cost?', label: 'billing' },
    ]);
    expect(first.body).toEqual({ received: 3, added: 2, replaced: 0, examples: 2 });
    const second = await teach(tenant.api, id, [{ text: ' What does it cost?', label: 'access' }]);
    expect(second.body).toEqual({ received: 1, added: 0, replaced: 1, examples: 2 });
  });

  it('keeps versions, and goes back to one', async () => {
    const id = await trained(tenant.api);
    const text = 'my parcel has still not been delivered';
    expect((await predict(tenant.api, id, [text]))[0]!.label).toBe('delivery');
    const wrong = exampleTexts(24).map(({ text: t, label }) => ({
      text: t,
      label: label === 'delivery' ? 'access' : label,
    }));
    await teach(tenant.api, id, wrong);
    expect((await train(tenant.api, id)).body.version).toBe(2);
    expect((await predict(tenant.api, id, [text]))[0]!.label).toBe('access');

    const { status, body } = await tenant.api.post<Classifier>(`/v1/classifiers/${id}/versions/1/activate`);
    expect([status, body.version]).toEqual([200, 1]);
    expect((await predict(tenant.api, id, [text]))[0]!.label).toBe('delivery');
    const { body: versions } = await tenant.api.get<{ items: { version: number; active: boolean }[] }>(
      `/v1/classifiers/${id}/versions`,
    );
    expect(versions.items.map(({ version, active }) => [version, active])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect((await tenant.api.post(`/v1/classifiers/${id}/versions/3/activate`)).status).toBe(404);
  });

  it('answers 202 and follows a running training by another one where more is asked for', async () => {
    const id = await create(tenant.api);
    await teach(tenant.api, id, exampleTexts(12));
    const first = await train(tenant.api, id, 0);
    expect([first.status, first.body.status]).toEqual([202, 'training']);
    expect(first.headers.get('location')).toBe(`/v1/classifiers/${id}`);
    expect(first.headers.get('retry-after')).toBe('1');
    const second = await train(tenant.api, id, 60);
    expect(second.status).toBe(200);
    // Whether the second came while the first ran or after it: both were done.
    await expect
      .poll(async () => (await tenant.api.get<Classifier>(`/v1/classifiers/${id}`)).body, { timeout: 30_000 })
      .toMatchObject({ status: 'ready', version: 2 });
  });

  it('is gone with its examples and versions', async () => {
    expect((await tenant.api.delete(`/v1/classifiers/${id}`)).status).toBe(204);
    for (const call of [
      tenant.api.get(`/v1/classifiers/${id}`),
      tenant.api.post(`/v1/classifiers/${id}/predictions`, { texts: ['a'] }),
      tenant.api.get(`/v1/classifiers/${id}/versions`),
    ])
      expect((await call).status).toBe(404);
  });
});

describe('what is refused', () => {
  it.each([
    ['one label', { name: 'a', labels: [{ name: 'x' }] }],
    ['a label twice', { name: 'a', labels: [{ name: 'x' }, { name: 'x' }] }],
    ['no name', { labels: LABELS }],
    ['a field that is not there', { name: 'a', labels: LABELS, threshold: 1 }],
  ])('a classifier with %s', async (_, body) => {
    const answer = await tenant.api.post('/v1/classifiers', body);
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid_input']);
  });

  it('an example of no label, with its place', async () => {
    const id = await create(tenant.api);
    const { status, body } = await teach(tenant.api, id, [
      { text: 'a text', label: 'billing' },
      { text: 'another', label: 'weather' },
    ]);
    expect([status, body]).toMatchObject([400, { errors: [{ pointer: '/examples/1/label' }] }]);
    expect((await tenant.api.get<Classifier>(`/v1/classifiers/${id}`)).body.examples).toBe(0);
  });

  it.each([
    ['an empty text', { examples: [{ text: ' ', label: 'billing' }] }, 400],
    ['no example', { examples: [] }, 400],
    ['5,001 examples', { examples: Array.from({ length: 5_001 }, () => ({ text: 'a', label: 'billing' })) }, 400],
    [
      'more than 10 MB',
      { examples: Array.from({ length: 110 }, (_, n) => ({ text: `${n}${'ä'.repeat(49_900)}`, label: 'billing' })) },
      413,
    ],
  ])('%s', async (_, body, status) => {
    const id = await create(tenant.api);
    expect((await tenant.api.post(`/v1/classifiers/${id}/examples`, body)).status).toBe(status);
  });

  it('training without examples of two labels, and predicting without training', async () => {
    const id = await create(tenant.api);
    await teach(tenant.api, id, [{ text: 'What does it cost?', label: 'billing' }]);
    const training = await train(tenant.api, id);
    expect([training.status, training.body]).toMatchObject([409, { code: 'too_few_examples' }]);
    const prediction = await tenant.api.post(`/v1/classifiers/${id}/predictions`, { texts: ['a'] });
    expect([prediction.status, prediction.body['code']]).toEqual([409, 'classifier_not_trained']);
  });

  it('501 texts', async () => {
    const id = await create(tenant.api);
    const texts = Array.from({ length: 501 }, () => 'a');
    expect((await tenant.api.post(`/v1/classifiers/${id}/predictions`, { texts })).status).toBe(400);
  });
});

describe('who may do what', () => {
  it('a viewer predicts, an analyst teaches and trains, an administrator makes and deletes', async () => {
    const owner = await test.newTenant();
    const id = await trained(owner.api, {}, 12);
    const signedIn = async (role: string): Promise<ApiClient> => {
      const credentials = { email: `${role}@${owner.slug}.test`, password: 'a long enough password' };
      await owner.api.post('/v1/users', { ...credentials, role });
      const { body } = await owner.api.post<{ accessToken: string }>('/v1/auth/login', credentials);
      return owner.api.as(body.accessToken);
    };
    const [viewer, analyst] = [await signedIn('viewer'), await signedIn('analyst')];
    expect(await predict(viewer, id, ['where is my parcel'])).toHaveLength(1);
    expect((await teach(viewer, id, exampleTexts(1))).status).toBe(403);
    expect((await train(viewer, id)).status).toBe(403);
    expect((await teach(analyst, id, exampleTexts(1))).status).toBe(200);
    expect((await analyst.post('/v1/classifiers', { name: 'a', labels: LABELS })).status).toBe(403);
    expect((await analyst.post(`/v1/classifiers/${id}/versions/1/activate`)).status).toBe(403);
    expect((await analyst.delete(`/v1/classifiers/${id}`)).status).toBe(403);
  });

  it('lists only what the tenant has made, the newest first', async () => {
    const [one, other] = [await test.newTenant(), await test.newTenant()];
    const ids = [await create(one.api), await create(one.api)];
    const { body } = await one.api.get<{ items: Classifier[] }>('/v1/classifiers');
    expect(body.items.map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await other.api.get<{ items: Classifier[] }>('/v1/classifiers')).body.items).toEqual([]);
  });
});
