import { newUuid, publicId } from '@app/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';
import { type Route, routesOf } from '../../support/routes.js';

/** A word that stands in everything that the first tenant owns, and nowhere else. */
const CANARY = 'zyxcanarywvu';

const EMAIL = [
  `From: ${CANARY} <${CANARY}@example.test>`,
  'To: service@example.test',
  `Subject: Order ${CANARY} has arrived damaged`,
  'Date: Mon, 02 Nov 2026 10:00:00 +0000',
  'Message-ID: <1@example.test>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  `Please replace the order ${CANARY} until 10 November 2026.`,
  '--b',
  'Content-Type: text/plain',
  `Content-Disposition: attachment; filename="${CANARY}.txt"`,
  '',
  `Delivery note ${CANARY}`,
  '--b--',
  '',
].join('\r\n');

/** Bodies for routes that would refuse an empty one before they look for the resource. */
const BODIES: Record<string, unknown> = {
  'POST /v1/documents/:id/reprocess': { from: 'read' },
  'POST /v1/documents/:id/review': { type: { verdict: 'accepted' } },
  'POST /v1/documents/:id/split': { parts: [] },
  'POST /v1/documents/:id/triage/corrections': { priority: 'low' },
  'POST /v1/queries/:id/feedback': { helpful: true },
  'POST /v1/classifiers/:id/examples': { examples: [{ text: 'a', label: 'other' }] },
  'POST /v1/classifiers/:id/predictions': { texts: ['a'] },
  'POST /v1/industries/:industry/categories': { name: 'stolen' },
  'PUT /v1/tenant/model-keys/:provider': { keys: ['sk-a-key-of-a-tenant'] },
  'PATCH /v1/users/:id': { role: 'viewer' },
  'PATCH /v1/admin/tenants/:id': { name: 'stolen' },
};

/** Routes that answer everybody alike: no resource of a tenant is behind them. */
const SHARED = /^\/(health|metrics|docs|openapi|\.well-known|v1\/auth)/;

/** The same answer but for what is new in each: the request's id and times. */
const comparable = (answer: { status: number; body: unknown }): string =>
  JSON.stringify({ status: answer.status, body: answer.body }).replace(/"requestId":"[^"]*"/g, '');

describe('the isolation of tenants over HTTP', () => {
  let test: TestApp;
  let owner: TestTenant;
  let other: TestTenant;
  let routes: Route[];
  /** One id of each kind that belongs to the first tenant. */
  const owned = new Map<string, string>();

  beforeAll(async () => {
    test = await startTestApp();
    [owner, other] = [await test.newTenant(), await test.newTenant()];
    routes = routesOf(test.app);
    const { body: document } = await owner.api.upload(
      { name: `${CANARY}.eml`, bytes: EMAIL },
      { metadata: { project: CANARY } },
    );
    owned.set('documents', document.id);
    owned.set('classifications', document.id);
    const { body: runs } = await owner.api.get<{ items: { id: string }[] }>(`/v1/documents/${document.id}/runs`);
    owned.set('runs', runs.items[0]!.id);
    const { body: review } = await owner.api.post<{ id: string }>(`/v1/documents/${document.id}/review`, {
      type: { verdict: 'accepted' },
    });
    owned.set('reviews', review.id);
    const { body: threads } = await owner.api.get<{ items: { threadId: string }[] }>('/v1/threads');
    owned.set('threads', threads.items[0]!.threadId);
    const { body: user } = await owner.api.post<{ id: string }>('/v1/users', {
      email: `${CANARY}@user.test`,
      password: 'a long enough password',
      role: 'viewer',
    });
    owned.set('users', user.id);
    const { body: key } = await owner.api.post<{ id: string }>('/v1/api-keys', {
      name: CANARY,
      scopes: ['documents:read'],
    });
    owned.set('api-keys', key.id);
    const { body: query } = await owner.api.post<{ id: string }>('/v1/queries', {
      question: `What has happened to the order ${CANARY}?`,
    });
    owned.set('queries', query.id);
    const { body: schema } = await owner.api.post<{ id: string }>('/v1/schemas', {
      key: CANARY,
      name: CANARY,
      fields: [{ name: 'order', type: 'string', labels: [CANARY] }],
    });
    owned.set('schemas', schema.id);
    const { body: classifier } = await owner.api.post<{ id: string }>('/v1/classifiers', {
      name: CANARY,
      labels: [{ name: CANARY }, { name: 'other' }],
    });
    owned.set('classifiers', classifier.id);
    owned.set('versions', '1');
    const { body: set } = await owner.api.post<{ id: string }>('/v1/golden-sets', { name: CANARY });
    owned.set('golden-sets', set.id);
    await owner.api.post(`/v1/golden-sets/${set.id}/documents`, { documentId: document.id, type: 'email' });
    const { body: evaluation } = await owner.api.post<{ id: string }>(`/v1/golden-sets/${set.id}/evaluations?wait=30`, {
      schemaId: schema.id,
    });
    owned.set('evaluations', evaluation.id);
    BODIES['POST /v1/golden-sets/:id/documents'] = { documentId: document.id, fields: { order: CANARY } };
    BODIES['POST /v1/golden-sets/:id/evaluations'] = { schemaId: schema.id };
    BODIES['POST /v1/golden-sets/:id/publications'] = {
      schema: { key: 'k', name: 'k', fields: [{ name: 'f', type: 'string', labels: [] }] },
    };
    const { body: template } = await owner.api.post<{ id: string }>('/v1/reply-templates', {
      name: CANARY,
      language: 'en',
      text: CANARY,
    });
    owned.set('reply-templates', template.id);
    await owner.api.post('/v1/industries', { id: CANARY, name: CANARY });
    owned.set('industries', CANARY);
    await owner.api.post(`/v1/industries/${CANARY}/categories`, { id: CANARY, name: CANARY });
    owned.set('categories', CANARY);
    BODIES['POST /v1/documents/:id/extractions'] = { schemaId: 'sch_generic' };
    const { body: erasure } = await owner.api.post<{ id: string }>('/v1/privacy/erasures?wait=30', {
      subject: 'nobody@nowhere.example',
    });
    owned.set('erasures', erasure.id);
    const { body: exported } = await owner.api.post<{ id: string }>('/v1/privacy/exports?wait=30', {
      subject: 'nobody@nowhere.example',
    });
    owned.set('exports', exported.id);
    const { body: hold } = await owner.api.post<{ id: string }>('/v1/privacy/holds', { reason: 'a', type: 'nothing' });
    owned.set('holds', hold.id);
    owned.set('tenants', owner.id);
    owned.set('model-keys', 'provider');
    owned.set('dead-letters', publicId('deadLetter', newUuid()));
    if (document.status !== 'succeeded') throw new Error(`The document ended as ${document.status}`);
  });

  afterAll(() => test.close());

  const withIds = (): Route[] => routes.filter(({ path }) => path.includes(':') && !SHARED.test(path));

  const fill = (route: Route, idOf: (kind: string) => string): string => {
    const parts = route.path.split('/');
    return parts
      .map((part, index) => (part === ':page' ? '1' : part.startsWith(':') ? idOf(parts[index - 1] ?? '') : part))
      .join('/');
  };

  const foreignId = (kind: string): string => {
    const id = owned.get(kind);
    return `${id?.split('_')[0]}_${newUuid().replaceAll('-', '')}`;
  };

  it('knows a resource of the first tenant for each kind of id in the routes', () => {
    const kinds = new Set(withIds().map(({ path }) => path.split('/:')[0]!.split('/').at(-1)!));
    const unknown = [...kinds].filter((kind) => !owned.has(kind));
    expect(unknown, 'give the walk an example of these').toEqual([]);
    expect(withIds().length).toBeGreaterThan(15);
  });

  it('answers for what another tenant owns exactly as for what does not exist', async () => {
    const different: string[] = [];
    for (const route of withIds()) {
      const init = BODIES[`${route.method} ${route.path}`];
      const call = (path: string) =>
        other.api.request(route.method, path, {
          ...(init !== undefined && { body: JSON.stringify(init), headers: { 'content-type': 'application/json' } }),
        });
      const theirs = await call(fill(route, (kind) => owned.get(kind) ?? foreignId(kind)));
      const nobodys = await call(fill(route, foreignId));
      if (comparable(theirs) !== comparable(nobodys) || ![404, 400].includes(theirs.status))
        different.push(`${route.method} ${route.path}: ${comparable(theirs)} but ${comparable(nobodys)}`);
    }
    expect(different).toEqual([]);
  });

  it('changed nothing of the first tenant by all that', async () => {
    const { status, body } = await owner.api.get<{ status: string }>(`/v1/documents/${owned.get('documents')}`);
    expect([status, body.status]).toEqual([200, 'succeeded']);
    const { body: users } = await owner.api.get<{ items: { id: string; role: string }[] }>('/v1/users');
    expect(users.items.find(({ id }) => id === owned.get('users'))?.role).toBe('viewer');
    const { body: keys } = await owner.api.get<{ items: { id: string }[] }>('/v1/api-keys');
    expect(keys.items.map(({ id }) => id)).toContain(owned.get('api-keys'));
  });

  it('shows nothing of the first tenant in any list, search or answer', async () => {
    const seen: string[] = [];
    for (const route of routes.filter(({ path, method }) => method === 'GET' && !path.includes(':'))) {
      const { body } = await other.api.get(route.path);
      if (JSON.stringify(body).includes(CANARY)) seen.push(route.path);
    }
    for (const [path, body] of [
      ['/v1/search', { query: CANARY }],
      ['/v1/search', { query: 'order delivery', filter: { documentIds: [owned.get('documents')] } }],
      ['/v1/queries', { question: `What is ${CANARY}?` }],
      ['/v1/queries', { question: `What has happened to the order?`, filter: { metadata: { project: CANARY } } }],
    ] as const) {
      const answer = await other.api.post<Record<string, unknown>>(path, body);
      const { question: _question, query: _query, ...rest } = answer.body;
      if (JSON.stringify(rest).includes(CANARY) || JSON.stringify(rest).includes(String(owned.get('documents'))))
        seen.push(path);
    }
    expect(seen).toEqual([]);
  });

  it('finds the canary in the first tenant, so that the search above could have found it', async () => {
    const { body } = await owner.api.post<{ hits: unknown[] }>('/v1/search', { query: CANARY });
    expect(body.hits.length).toBeGreaterThan(0);
  });

  it('lets nobody without a token in, but to public routes', async () => {
    const open: string[] = [];
    for (const route of routes.filter(({ path }) => !SHARED.test(path))) {
      const { status } = await owner.api.as('').request(route.method, fill(route, foreignId));
      if (status !== 401) open.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('does not let a tenant see that platform routes exist', async () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/v1/admin'))) {
      const { status } = await other.api.request(
        route.method,
        fill(route, (kind) => owned.get(kind) ?? foreignId(kind)),
      );
      expect(status, `${route.method} ${route.path}`).toBe(404);
    }
  });
});
