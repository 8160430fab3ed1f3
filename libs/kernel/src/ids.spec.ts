import { describe, expect, it } from 'vitest';
import { ID_PREFIXES, type IdKind, isUuid, newUuid, parsePublicId, publicId, requirePublicId } from './ids.js';

const KINDS = Object.keys(ID_PREFIXES) as IdKind[];
const UUID = '0193a5f0-7c1e-7d3a-9b4f-0123456789ab';
const HEX = '0193a5f07c1e7d3a9b4f0123456789ab';

describe('newUuid', () => {
  it.each([0, 1, 1_800_000_000_000, 2 ** 48 - 1])('holds the milliseconds %i, version 7 and variant 10', (now) => {
    const uuid = newUuid(now);
    expect(isUuid(uuid)).toBe(true);
    expect(Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    expect(uuid[14]).toBe('7');
    expect('89ab').toContain(uuid[19]);
  });

  it('sorts by time as text', () => {
    const times = [1, 255, 256, 65_536, 1_700_000_000_000, 1_700_000_000_001];
    const ids = times.map((time) => newUuid(time));
    expect(ids.toSorted()).toEqual(ids);
  });

  it('differs within one millisecond', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newUuid(1_700_000_000_000))).size).toBe(10_000);
  });
});

describe('public ids', () => {
  it.each(KINDS)('go there and back: %s', (kind) => {
    const uuid = newUuid();
    expect(publicId(kind, uuid)).toMatch(/^[a-z]{3}_[0-9a-f]{32}$/);
    expect(parsePublicId(kind, publicId(kind, uuid))).toBe(uuid);
  });

  it('have a prefix of their own for each kind', () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(KINDS.length);
  });

  it.each([
    ['another kind', `usr_${HEX}`],
    ['no prefix', HEX],
    ['only the prefix', 'doc_'],
    ['the bare UUID', `doc_${UUID}`],
    ['capitals', `doc_${HEX.toUpperCase()}`],
    ['a digit too few', `doc_${HEX.slice(1)}`],
    ['a digit too many', `doc_${HEX}0`],
    ['another alphabet', `doc_${HEX.slice(1)}g`],
    ['a line after it', `doc_${HEX}\n`],
    ['SQL after it', `doc_${HEX}' OR '1'='1`],
    ['a path', `doc_../../${HEX}`],
    ['nothing', ''],
  ])('are refused with %s, as if there were no such thing', (_, id) => {
    expect(parsePublicId('document', id)).toBeNull();
    expect(() => requirePublicId('document', id)).toThrow(expect.objectContaining({ kind: 'not_found' }));
  });
});

it.each([
  [UUID, true],
  [UUID.toUpperCase(), false],
  [`${UUID}\n`, false],
  [` ${UUID}`, false],
  [`${UUID}'; DROP TABLE documents; --`, false],
  [HEX, false],
  [null, false],
  [42, false],
])('isUuid(%o) is %s', (value, expected) => {
  expect(isUuid(value)).toBe(expected);
});
