import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestTenant } from '../../support/app.js';

describe('requests that no client should send', () => {
  let test: TestApp;
  let tenant: TestTenant;
  beforeAll(async () => {
    test = await startTestApp('api');
    tenant = await test.newTenant();
  });
  afterAll(() => test.close());

  const CANARY = 'canary-4711';
  const json = { 'content-type': 'application/json' };

  it.each<[string, string, string, RequestInit, number]>([
    ['malformed JSON', 'POST', '/v1/users', { body: `{"email": ${CANARY}`, headers: json }, 400],
    ['an empty body', 'POST', '/v1/users', { body: '', headers: json }, 400],
    ['a list', 'POST', '/v1/users', { body: '[1]', headers: json }, 400],
    [
      'another media type',
      'POST',
      '/v1/users',
      { body: CANARY, headers: { 'content-type': 'application/x-canary' } },
      415,
    ],
    ['a path that cannot be decoded', 'GET', '/v1/documents/%zz', {}, 400],
    ['a zero byte in an id', 'GET', `/v1/documents/doc_%00${CANARY}`, {}, 404],
    ['a very long id', 'GET', `/v1/documents/doc_${'a'.repeat(5_000)}`, {}, 404],
    ['a path that climbs', 'GET', `/v1/documents/..%2f..%2f${CANARY}`, {}, 404],
    ['no such route', 'GET', `/v1/${CANARY}`, {}, 404],
    ['no such method', 'PUT', '/v1/users', { body: '{}', headers: json }, 404],
    ['a broken cursor', 'GET', `/v1/users?cursor=${CANARY}`, {}, 400],
    [
      'a zero byte in a text',
      'POST',
      '/v1/users',
      {
        body: JSON.stringify({ password: 'a long enough password', role: 'viewer', email: `\u0000${CANARY}@a.test` }),
        headers: json,
      },
      400,
    ],
    ['a zero byte in a query', 'GET', `/v1/documents?q=%00${CANARY}`, {}, 400],
    ['half a character', 'POST', '/v1/language/detect', { body: '{"texts":["\\ud800"]}', headers: json }, 200],
    ['a number beyond all', 'GET', '/v1/users?limit=1e400', {}, 400],
    [
      'a form without a boundary',
      'POST',
      '/v1/documents',
      { body: CANARY, headers: { 'content-type': 'multipart/form-data' } },
      400,
    ],
  ])('%s is the mistake of the client: a problem without what was sent', async (_, method, path, init, status) => {
    const answer = await tenant.api.request(method, path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    if (status === 200) return;
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, type: expect.stringMatching(/^urn:dossier:problem:[a-z_]+$/) });
    expect(JSON.stringify(answer.body)).not.toContain(CANARY);
  });
});
