import { describe, expect, it } from 'vitest';
import { bearerToken, formatApiKey, hashOf, matchesHash, newApiKey, newSecret, parseApiKey } from './secret-tokens.js';

describe('API keys', () => {
  it('can be read back from what is shown to the user', () => {
    const parts = newApiKey();
    expect(parseApiKey(formatApiKey(parts))).toEqual(parts);
  });

  it('carry 256 bits of secret', () => expect(Buffer.from(newApiKey().secret, 'base64url')).toHaveLength(32));

  const key = formatApiKey(newApiKey());
  it.each([
    ['', 'nothing'],
    [key.slice(0, -1), 'a character too few'],
    [`${key}A`, 'a character too many'],
    [key.replace('dsr_', 'dsx_'), 'another prefix'],
    [key.toUpperCase(), 'upper case'],
    [`${key}\n`, 'a line break'],
    [` ${key}`, 'a space'],
  ])('%j is not a key: %s', (text) => expect(parseApiKey(text)).toBeNull());
});

describe('hashes of secrets', () => {
  const secret = newSecret();
  it('match only their secret', () => {
    expect(matchesHash(secret, hashOf(secret))).toBe(true);
    expect(matchesHash(newSecret(), hashOf(secret))).toBe(false);
    expect(matchesHash(secret, new Uint8Array(0))).toBe(false);
  });
});

it.each([
  ['Bearer abc', 'abc'],
  ['bearer  abc ', 'abc'],
  ['Basic abc', null],
  ['Bearer', null],
  ['Bearer a b', null],
  ['Bearer a\u00e4', null],
  [undefined, null],
])('bearer token of %j is %j', (header, token) => expect(bearerToken(header)).toBe(token));
