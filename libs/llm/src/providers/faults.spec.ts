import { describe, expect, it } from 'vitest';
import { costOf, fromDollars, toDollars } from '../catalogue/money.js';
import { faultOfStatus, faultOfTransport } from './api-faults.js';
import { NotSent } from './not-sent.js';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.UTC(2026, 0, 1);

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'retry-after': new Date(NOW + 4_000).toUTCString() }, 4_000],
    [{ 'retry-after': new Date(NOW - 4_000).toUTCString() }, undefined],
    [{ 'retry-after': '-1' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '999999' }, 900_000],
    [{}, undefined],
  ])('reads %o as %s', (headers, wait) =>
    expect(retryAfterMs(new Headers(headers as Record<string, string>), NOW)).toBe(wait),
  );
});

describe('faults', () => {
  it.each([
    [{ status: 429 }, 'rate-limited'],
    [{ status: 429, code: 'insufficient_quota' }, 'quota'],
    [{ status: 401 }, 'dead-key'],
    [{ status: 402 }, 'quota'],
    [{ status: 404, code: 'model_not_found' }, 'missing-model'],
    [{ status: 400, code: 'context_length_exceeded' }, 'rejected'],
    [{ status: 413 }, 'rejected'],
    [{ status: 500 }, 'server'],
    [{ status: 502 }, 'server'],
    [{ status: 503 }, 'overloaded'],
    [{ status: 529, type: 'overloaded_error' }, 'overloaded'],
    [{ status: 408 }, 'server'],
    [{ status: 400, code: 'constructor' }, 'rejected'],
    [{ status: 429, code: 'some_code', type: 'insufficient_quota' }, 'quota'],
  ])('tells %o as %s', (error, kind) => expect(faultOfStatus(error, NOW, null).kind).toBe(kind));

  it.each([
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'connection'],
    [new Error('outer', { cause: Object.assign(new Error('x'), { code: 'UND_ERR_CONNECT_TIMEOUT' }) }), 'timeout'],
    [new Error('outer', { cause: Object.assign(new Error('x'), { code: 'UND_ERR_SOCKET' }) }), 'cut'],
    [new SyntaxError('Unexpected end'), 'cut'],
    [Object.assign(new Error('x'), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' }), 'cut'],
    ['a string', 'connection'],
  ])('tells %s as %s', (error, kind) => expect(faultOfTransport(error, new AbortController().signal).kind).toBe(kind));

  it.each([
    ['ECONNRESET', 'connection'],
    ['UND_ERR_SOCKET', 'connection'],
    ['ECONNREFUSED', 'connection'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ])('tells %s before anything was sent as %s that cannot have been billed', (code, kind) => {
    const error = new Error('outer', { cause: new NotSent(Object.assign(new Error('x'), { code })) });
    const fault = faultOfTransport(error, new AbortController().signal);
    expect([fault.kind, fault.wasSent]).toEqual([kind, false]);
    expect(faultOfTransport(error, AbortSignal.abort())).toMatchObject({ kind: 'cancelled', wasSent: false });
    expect(faultOfTransport(Object.assign(new Error('x'), { code }), AbortSignal.abort()).wasSent).toBe(true);
  });

  it('tells a cancelled call whatever the error', () =>
    expect(faultOfTransport(new Error('x'), AbortSignal.abort()).kind).toBe('cancelled'));

  it('says nothing of what the provider wrote', () =>
    expect(String(faultOfStatus({ status: 400 }, NOW, new Error('prompt: 4111')))).not.toContain('4111'));
});

describe('money', () => {
  it.each([
    [{ input: 1_000_000, cachedInput: 0, output: 0 }, { input: 0.15, output: 0.6 }, '0.150000000'],
    [{ input: 1_000, cachedInput: 400, output: 50 }, { input: 2.5, output: 10, cachedInput: 1.25 }, '0.002500000'],
    [{ input: 1_000, cachedInput: 400, output: 0 }, { input: 2.5, output: 10 }, '0.002500000'],
    [{ input: 1, cachedInput: 0, output: 0 }, { input: 0.0375, output: 0 }, '0.000000038'],
    [{ input: 3, cachedInput: 9, output: 0 }, { input: 1, output: 1, cachedInput: 0 }, '0.000000000'],
  ])('%o at %o costs %s dollars', (usage, price, dollars) => {
    expect(toDollars(costOf(usage, price))).toBe(dollars);
    expect(fromDollars(dollars)).toBe(costOf(usage, price));
  });
});
