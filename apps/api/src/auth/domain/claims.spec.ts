import { describe, expect, it } from 'vitest';
import { keyIdOf, parseClaims } from './claims.js';

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const SIGNATURE = Buffer.alloc(64, 7).toString('base64url');
const HEADER = { alg: 'ES256', typ: 'at+jwt', kid: 'one' };
const token = (header: unknown, signature = SIGNATURE): string => `${encode(header)}.${encode({})}.${signature}`;

describe('keyIdOf', () => {
  it('reads the key id of a token with our form', () => expect(keyIdOf(token(HEADER))).toBe('one'));

  it.each([
    ['no algorithm', token({ ...HEADER, alg: 'none' })],
    ['a symmetric algorithm', token({ ...HEADER, alg: 'HS256' })],
    ['another curve', token({ ...HEADER, alg: 'ES384' })],
    ['another type', token({ ...HEADER, typ: 'JWT' })],
    ['no type', token({ alg: 'ES256', kid: 'one' })],
    ['no key id', token({ alg: 'ES256', typ: 'at+jwt' })],
    ['a key id that is no text', token({ ...HEADER, kid: ['one'] })],
    ['an address of keys', token({ ...HEADER, jku: 'https://evil.example' })],
    ['a key inside', token({ ...HEADER, jwk: {} })],
    ['a critical extension', token({ ...HEADER, crit: ['b64'], b64: false })],
    ['a header that is a list', token([HEADER])],
    ['a header that is no JSON', token('{"alg":')],
    ['no signature', token(HEADER, '')],
    ['a short signature', token(HEADER, Buffer.alloc(63).toString('base64url'))],
    ['a long signature', token(HEADER, Buffer.alloc(72).toString('base64url'))],
    ['unused bits that are set', token(HEADER, `${SIGNATURE.slice(0, -1)}x`)],
    ['padding', `${token(HEADER)}==`],
    ['a line break', `${token(HEADER)}\n`],
    ['plain base64', token(HEADER).replace(/.$/, '+')],
    ['five parts', `${token(HEADER)}.a.b`],
    ['nothing', ''],
  ])('refuses a token with %s', (_, text) => expect(keyIdOf(text)).toBeNull());
});

describe('parseClaims', () => {
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
  const hex = uuid.replaceAll('-', '');
  const claims = { sub: `usr_${hex}`, tid: `ten_${hex}`, iat: 1, exp: 2, role: 'admin' };

  it('answers ids and the end in milliseconds', () =>
    expect(parseClaims(claims)).toEqual({ userId: uuid, tenantId: uuid, expiresAt: 2_000 }));

  it.each([
    ['no subject', { ...claims, sub: undefined }],
    ['a tenant as subject', { ...claims, sub: claims.tid }],
    ['no tenant', { ...claims, tid: undefined }],
    ['no end', { ...claims, exp: undefined }],
    ['an end that is text', { ...claims, exp: '2' }],
    ['nothing', null],
  ])('refuses %s', (_, payload) => expect(parseClaims(payload)).toBeNull());
});
