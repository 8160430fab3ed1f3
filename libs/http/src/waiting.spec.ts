import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { waitSecondsOf } from './waiting.js';

const request = (wait: unknown, prefer?: string | string[]): FastifyRequest =>
  ({ query: wait === undefined ? {} : { wait }, headers: prefer === undefined ? {} : { prefer } }) as FastifyRequest;

describe('waitSecondsOf', () => {
  it.each([
    [undefined, 30],
    ['0', 0],
    ['0.5', 0.5],
    ['60', 60],
    [' 5 ', 5],
  ])('waits for %o as %d seconds', (wait, expected) => {
    expect(waitSecondsOf(request(wait), 30)).toBe(expected);
  });

  it.each(['', ' ', '61', '-1', '60.001', 'Infinity', 'NaN', '1s', 'soon', ['1', '2'], true])('refuses %o', (wait) => {
    expect(() => waitSecondsOf(request(wait), 30)).toThrow(
      expect.objectContaining({ code: 'invalid_input', errors: [expect.objectContaining({ pointer: '/wait' })] }),
    );
  });

  it.each([
    ['respond-async', 0],
    ['Respond-Async', 0],
    ['return=minimal, respond-async', 0],
    ['respond-async; wait=10', 0],
    ['respond-async , return=minimal', 0],
    ['wait=10', 20],
    ['respond-asynchronously', 20],
    ['do-not-respond-async', 20],
    ['', 20],
  ])('with Prefer %o waits %d seconds', (prefer, expected) => {
    expect(waitSecondsOf(request('20', prefer), 30)).toBe(expected);
  });

  it('needs no query at all', () => {
    expect(waitSecondsOf({ headers: {} } as FastifyRequest, 12)).toBe(12);
  });
});
