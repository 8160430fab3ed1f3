import { AppError } from '@app/kernel';
import { Log } from '@app/observability';
import type { ArgumentsHost } from '@nestjs/common';
import { describe, expect, it, vi } from 'vitest';
import { ProblemFilter } from './problem.filter.js';

const exchange = ({ sent = false, headersSent = false, headers = {} as Record<string, string> } = {}) => {
  const reply = {
    sent,
    raw: { headersSent, destroy: vi.fn<() => void>() },
    code: 0,
    body: undefined as unknown,
    getHeader: (name: string) => headers[name],
    header: (name: string, value: string) => ((headers[name] = value), reply),
    status: (code: number) => ((reply.code = code), reply),
    send: (body: string) => void (reply.body = JSON.parse(body)),
  };
  const http = { getRequest: () => ({ id: 'req-1' }), getResponse: () => reply };
  return { host: { switchToHttp: () => http } as unknown as ArgumentsHost, reply, headers };
};

const filtered = (thrown: unknown, options = {}) => {
  const lines: string[] = [];
  const log = new Log({ level: 'trace', pretty: false }, { write: (line) => void lines.push(line) });
  const { host, reply, headers } = exchange(options);
  new ProblemFilter(log).catch(thrown, host);
  return { reply, headers, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('ProblemFilter', () => {
  it.each([
    ['a mistake of the client', new AppError('bad', 'invalid'), 400, []],
    ['what is not there', new AppError('not_found', 'not_found'), 404, []],
    ['a limit', new AppError('rate_limited', 'rate_limited'), 429, []],
    ['a dependency', new AppError('database_unavailable', 'unavailable'), 503, ['http.unavailable']],
    ['a fault', new TypeError('secret text'), 500, ['http.error']],
  ])('answers %s as a problem, and logs only what an operator must see', (_, thrown, status, events) => {
    const { reply, headers, lines } = filtered(thrown);
    expect(reply.code).toBe(status);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.body).toMatchObject({ status, requestId: 'req-1' });
    expect(lines.map(({ msg }) => msg)).toEqual(events);
    expect(JSON.stringify([lines, reply.body])).not.toContain('secret text');
  });

  it.each([
    ['as it says', new AppError('a', 'unavailable', { retryAfterSeconds: 7 }), '7'],
    ['rounded up', new AppError('a', 'rate_limited', { retryAfterSeconds: 0.2 }), '1'],
    ['at least a second', new AppError('a', 'conflict', { retryAfterSeconds: 0 }), '1'],
    ['by itself where something is down', new AppError('a', 'unavailable'), '2'],
    ['not otherwise', new AppError('a', 'invalid'), undefined],
  ])('tells when to come back: %s', (_, thrown, expected) => {
    expect(filtered(thrown).headers['retry-after']).toBe(expected);
  });

  it.each([
    ['asks for a token', {}, 'Bearer'],
    [
      'leaves what a guard has said',
      { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } },
      'Bearer error="invalid_token"',
    ],
  ])('%s where there was none', (_, options, expected) => {
    const { headers } = filtered(new AppError('unauthenticated', 'unauthenticated'), options);
    expect(headers['www-authenticate']).toBe(expected);
  });

  it.each([[{ sent: true }], [{ headersSent: true }]])('cuts an answer off that has begun: %o', (options) => {
    const { reply, lines } = filtered(new Error('in the middle'), options);
    expect(reply.raw.destroy).toHaveBeenCalledOnce();
    expect(reply.body).toBeUndefined();
    expect(lines).toHaveLength(1);
  });
});
