import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './idempotency.js';
import { idempotencyKeyOf, idempotentRouteOf } from './idempotency.interceptor.js';

const request = (parts: object): FastifyRequest => ({ headers: {}, ...parts }) as FastifyRequest;

describe('the key of a request', () => {
  it.each([undefined, 'a', '8e03978e-40d5-43dd-bc93-6894a57f9324', '"quoted"', '~'.repeat(255)])('may be %o', (key) => {
    expect(idempotencyKeyOf(request({ headers: { 'idempotency-key': key } }))).toBe(key);
  });

  it.each(['', ' ', 'two words', 'x'.repeat(256), 'ü', 'a\nb', ['a', 'b']])('may not be %o', (key) => {
    expect(() => idempotencyKeyOf(request({ headers: { 'idempotency-key': key } }))).toThrow(
      expect.objectContaining({ code: 'invalid_idempotency_key', kind: 'invalid' }),
    );
  });
});

it.each([
  ['POST', '/v1/users', 'POST /v1/users'],
  ['POST', '/v1/users?a=1&b=?', 'POST /v1/users'],
  ['POST', '/v1/documents/doc_1/cancel', 'POST /v1/documents/doc_1/cancel'],
])('%s %s belongs to %s', (method, url, expected) => {
  expect(idempotentRouteOf(request({ method, url }))).toBe(expected);
});

describe('fingerprintOf', () => {
  it.each([
    [{ body: { a: 1, b: 2 } }, { body: { b: 2, a: 1 } }, true],
    [{ body: { a: 1 } }, { body: { a: '1' } }, false],
    [{ body: { a: [1, 2] } }, { body: { a: [2, 1] } }, false],
    [{ body: null }, { body: {} }, false],
    [{ body: {}, query: { wait: '1' } }, { body: {}, query: {} }, false],
  ])('of %o and %o are the same: %s', (one, other, same) => {
    expect(fingerprintOf(one) === fingerprintOf(other)).toBe(same);
    expect(fingerprintOf(one)).toMatch(/^[0-9a-f]{64}$/);
  });
});
