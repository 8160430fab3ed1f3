import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { describe, expect, it } from 'vitest';
import { contentFree } from './content-free-spans.js';

const context = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
const withState = { ...context, traceState: { serialize: () => 'vendor=canary' } } as unknown as typeof context;

const span = (name: string, attributes: Attributes, more: Partial<ReadableSpan> = {}): ReadableSpan => ({
  name,
  kind: SpanKind.SERVER,
  spanContext: () => withState,
  parentSpanContext: withState,
  startTime: [1, 0],
  endTime: [2, 0],
  duration: [1, 0],
  ended: true,
  status: { code: SpanStatusCode.ERROR, message: 'canary' },
  attributes,
  links: [{ context: withState, attributes: { note: 'canary' } }],
  events: [
    { name: 'exception', time: [1, 5], attributes: { 'exception.type': 'TypeError', 'exception.message': 'canary' } },
    { name: 'note of a canary', time: [1, 5] },
  ],
  resource: { attributes: {} } as ReadableSpan['resource'],
  instrumentationScope: { name: 'test' },
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
  ...more,
});

describe('contentFree', () => {
  it('keeps ids, times, the code of the status and the class of an exception', () => {
    const { status, events, links, startTime, duration, spanContext, parentSpanContext } = contentFree(span('GET', {}));
    expect({ status, events, links, startTime, duration }).toEqual({
      status: { code: SpanStatusCode.ERROR },
      events: [{ name: 'exception', time: [1, 5], attributes: { 'exception.type': 'TypeError' } }],
      links: [],
      startTime: [1, 0],
      duration: [1, 0],
    });
    expect([spanContext(), parentSpanContext]).toEqual([context, context]);
    expect(contentFree(span('GET', {}, { parentSpanContext: undefined }))).not.toHaveProperty('parentSpanContext');
  });

  it('lets of a request only what the code of the service has written', () => {
    const kept = { 'http.request.method': 'GET', 'http.route': '/v1/documents/:id', 'http.response.status_code': 404 };
    const { attributes, name } = contentFree(
      span('GET /canary', {
        ...kept,
        'dossier.error_code': 'not_found',
        'url.path': '/canary',
        'url.query': 'canary',
        'url.full': 'https://canary.test',
        'server.address': 'canary.test',
        'user_agent.original': 'canary',
        'client.address': '192.0.2.1',
        'http.request.header.x': ['canary'],
        'db.query.text': 'canary',
      }),
    );
    expect(attributes).toEqual({ ...kept, 'dossier.error_code': 'not_found' });
    expect(name).toBe('GET /v1/documents/:id');
  });

  it.each<Attributes>([
    { 'error.type': 'connect failed: canary' },
    { 'error.type': '2026-11-01' },
    { 'http.request.method': 'CANARY' },
    { 'http.route': '/canary?q=1' },
    { 'http.response.status_code': 'canary' },
    { 'http.route': ['/canary'] },
  ])('does not trust a name alone: %j', (attributes) =>
    expect(contentFree(span('x', attributes)).attributes).toEqual({}),
  );

  it('keeps the text of statements, where values are parameters', () => {
    const attributes = {
      'db.system.name': 'postgresql',
      'db.query.text': 'SELECT 1 WHERE a = $1',
      'db.namespace': 'dossier',
      'error.type': '23505',
    };
    const free = contentFree(span('pg.query:SELECT', { ...attributes, 'db.postgresql.values': ['canary'] }));
    expect(free.attributes).toEqual(attributes);
    expect(free.name).toBe('pg.query:SELECT');
  });
});
