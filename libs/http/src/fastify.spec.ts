import { Log, register } from '@app/observability';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createFastify } from './fastify.js';

const CANARY = 'janedoe4711';

describe('createFastify', () => {
  let lines: string[] = [];
  let fastify: FastifyInstance;

  const start = (overrides: object = {}): FastifyInstance => {
    lines = [];
    const log = new Log({ level: 'trace', pretty: false }, { write: (line) => void lines.push(line) });
    const config = { port: 0, host: '', publicUrl: undefined, trustedProxies: [], jsonLimitBytes: 64, ...overrides };
    fastify = createFastify(config, log).getInstance() as unknown as FastifyInstance;
    fastify.get('/things/:id', async (request) => ({ id: request.id, ip: request.ip }));
    fastify.post('/things', async () => 'made');
    return fastify;
  };
  afterEach(() => fastify.close());

  it.each(['a', 'req-1', '7f3c:2._X', 'x'.repeat(128)])("takes over the caller's request id %s", async (id) => {
    const answer = await start().inject({ url: '/things/1', headers: { 'x-request-id': id } });
    expect(answer.headers['x-request-id']).toBe(id);
    expect(answer.json()).toMatchObject({ id });
  });

  it.each(['', ' ', 'two words', 'x'.repeat(129), 'ü', '<script>', 'a,b', 'a\tb'])(
    'makes its own for %o',
    async (id) => {
      const answer = await start().inject({ url: '/things/1', headers: { 'x-request-id': id } });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it.each(['/things/1', '/nowhere'])('lets nothing be cached or guessed at, and names the request: %s', async (url) => {
    expect((await start().inject({ url })).headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('writes one line a request, with the pattern of the route and nothing that the caller wrote', async () => {
    const answer = await start().inject({
      url: `/things/${CANARY}?q=${CANARY}`,
      headers: { 'x-request-id': 'req-9', 'user-agent': CANARY, cookie: CANARY, authorization: `Bearer ${CANARY}` },
    });
    expect(answer.statusCode).toBe(200);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        msg: 'http.request',
        requestId: 'req-9',
        method: 'GET',
        route: '/things/:id',
        status: 200,
        durationMs: expect.any(Number),
      }),
    ]);
    expect(lines.join()).not.toContain(CANARY);
  });

  it('measures by pattern: what is not there has one label for all of it', async () => {
    start();
    for (const url of ['/things/1', '/things/2', `/${CANARY}`, `/${CANARY}/deeper`]) await fastify.inject({ url });
    const text = await register.getSingleMetricAsString('dossier_http_request_duration_seconds');
    const counts = text.split('\n').filter((line) => line.includes('_count{'));
    expect(counts.filter((line) => line.includes('/things/:id'))).toHaveLength(1);
    expect(counts.filter((line) => line.includes('unmatched'))).toHaveLength(1);
    expect(text).not.toContain(CANARY);
  });

  it.each([
    ['believes nobody by itself', [], '127.0.0.1', '127.0.0.1'],
    ['believes a proxy that it knows', ['127.0.0.1'], '127.0.0.1', '203.0.113.9'],
    ['believes a network that it knows', ['10.0.0.0/8'], '10.1.2.3', '203.0.113.9'],
    ['does not believe others', ['10.0.0.0/8'], '192.0.2.1', '192.0.2.1'],
  ])('%s about where a request comes from', async (_, trustedProxies, remoteAddress, expected) => {
    const answer = await start({ trustedProxies }).inject({
      url: '/things/1',
      remoteAddress,
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(answer.json()).toMatchObject({ ip: expected });
  });

  it.each([
    ['cannot be decoded', '/things/%zz', 400, 'bad_request'],
    ['holds a very long id', `/things/${CANARY.repeat(50)}`, 404, 'not_found'],
  ])('refuses a path that %s as a problem, without quoting it', async (_, url, status, code) => {
    const answer = await start().inject({ url, headers: { 'x-request-id': 'req-7' } });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-request-id': 'req-7',
      'cache-control': 'no-store',
    });
    expect(answer.json()).toMatchObject({ status, code, requestId: 'req-7' });
    expect(answer.body).not.toContain('things');
  });

  it.each([
    [60, 200],
    [65, 413],
  ])('reads JSON up to its limit: %i bytes give %i', async (bytes, status) => {
    const body = JSON.stringify({ a: 'x'.repeat(bytes - 8) });
    expect(body).toHaveLength(bytes);
    const answer = await start().inject({
      method: 'POST',
      url: '/things',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.statusCode).toBe(status);
  });
});
