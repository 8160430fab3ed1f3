import { describe, expect, it } from 'vitest';
import { AuditKeys } from './audit-keys.js';
import { type AuditEntry, canonicalEntry, GENESIS, linkHash } from './domain/audit-entry.js';
import { checkEnds, checkHeads, checkLinks, FIRST_LINK } from './domain/verify-chain.js';

const [OLD, NEW] = ['a-secret-of-twenty-four-1', 'a-secret-of-twenty-four-2'];
const ENTRY: AuditEntry = {
  tenantId: '01a20454-fcfa-7af7-b4e4-b9880295a719',
  id: '01a20454-fcfa-7af7-b4e4-b9880295a71a',
  occurredAt: new Date('2026-11-22T10:00:00.123Z'),
  kind: 'change',
  action: 'documents.review.create',
  actor: 'usr_1',
  actorRole: 'analyst',
  resourceType: 'documents',
  resourceId: 'doc_1',
  outcome: 'succeeded',
  status: 201,
  requestId: 'r',
  source: null,
  detail: '{"given":["fields"]}',
};

describe('the canonical form of an entry', () => {
  it('is the one that stands in databases already', () => {
    expect(canonicalEntry(ENTRY, 'k')).toBe(
      '["dossier-audit-entry-1","01a20454-fcfa-7af7-b4e4-b9880295a719","01a20454-fcfa-7af7-b4e4-b9880295a71a",' +
        '"2026-11-22T10:00:00.123Z","change","documents.review.create","usr_1","analyst","documents","doc_1","succeeded",201,"r",null,' +
        '"{\\"given\\":[\\"fields\\"]}","k"]',
    );
    const keys = new AuditKeys([OLD]);
    expect(linkHash(1, GENESIS, keys.seal(ENTRY)).toString('hex')).toMatchInlineSnapshot(
      `"d59f5fd4402222329ba243990d805d785b4b61b88565100f2e8cb4dd91609a0f"`,
    );
  });

  it('tells nothing from empty, and one member from the next', () => {
    const forms = [
      ENTRY,
      { ...ENTRY, source: '' },
      { ...ENTRY, actor: null, actorRole: null },
      { ...ENTRY, resourceType: 'documentsdoc_1', resourceId: '' },
      { ...ENTRY, action: 'documents.review","create' },
    ].map((entry) => canonicalEntry(entry as AuditEntry, 'k'));
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe('AuditKeys', () => {
  const keys = new AuditKeys([OLD]);
  const sealed = keys.seal(ENTRY);

  it('knows an entry that it sealed, and none that was changed in any member', () => {
    expect(keys.isGenuine(sealed)).toBe(true);
    for (const member of Object.keys(sealed) as (keyof typeof sealed)[]) {
      const was = sealed[member];
      const other =
        was instanceof Date
          ? new Date(was.getTime() + 1)
          : was instanceof Buffer
            ? Buffer.alloc(32)
            : `${String(was)}x`;
      expect(keys.isGenuine({ ...sealed, [member]: other }), member).toBe(false);
    }
    expect(keys.isGenuine({ ...sealed, occurredAt: new Date(NaN), mac: Buffer.of(1) })).toBe(false);
  });

  it('verifies what former secrets wrote, and writes with the first one', () => {
    const rotated = new AuditKeys([NEW, OLD]);
    expect(rotated.isGenuine(sealed)).toBe(true);
    expect(rotated.seal(ENTRY).keyId).not.toBe(sealed.keyId);
    expect(keys.isGenuine(rotated.seal(ENTRY))).toBe(false);
    expect(new AuditKeys([NEW]).isGenuine(sealed)).toBe(false);
  });

  it('signs a head for one tenant', () => {
    const head = keys.signHead('t', { number: 1, seq: 2, hash: Buffer.alloc(32), signedAt: new Date(0) });
    expect(keys.isSigned('t', head)).toBe(true);
    expect(keys.isSigned('u', head)).toBe(false);
    expect(keys.isSigned('t', { ...head, seq: 3 })).toBe(false);
    expect(keys.publicKey(head.keyId)).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(keys.publicKey('gone')).toBeNull();
  });

  it.each([[[]], [['short']]])('refuses %j as secrets', (secrets) =>
    expect(() => new AuditKeys(secrets)).toThrow(expect.objectContaining({ code: 'invalid_configuration' })),
  );
});

describe('the check of a chain', () => {
  const keys = new AuditKeys([OLD]);
  const chain = Array.from({ length: 5 }, (_, n) => keys.seal({ ...ENTRY, id: `${n}` })).reduce<
    { seq: number; entryId: string; previous: Buffer; hash: Buffer; entry: ReturnType<typeof keys.seal> }[]
  >((links, entry) => {
    const previous = links.at(-1)?.hash ?? GENESIS;
    const seq = links.length + 1;
    return [...links, { seq, entryId: entry.id, previous, hash: linkHash(seq, previous, entry), entry }];
  }, []);
  const kinds = (links: Parameters<typeof checkLinks>[0]) =>
    checkLinks(links, FIRST_LINK, (entry) => keys.isGenuine(entry)).problems.map(({ seq, kind }) => `${seq} ${kind}`);

  it('finds nothing in one that is whole, in pages too', () => {
    expect(kinds(chain)).toEqual([]);
    const { last } = checkLinks(chain.slice(0, 2), FIRST_LINK, () => true);
    expect(checkLinks(chain.slice(2), last, () => true).problems).toEqual([]);
  });

  it('says where one is broken', () => {
    expect(kinds(chain.filter(({ seq }) => seq !== 3))).toEqual(['3 link_missing']);
    expect(kinds(chain.map((link) => (link.seq === 2 ? { ...link, entry: null } : link)))).toEqual(['2 entry_missing']);
    expect(kinds(chain.map((link) => (link.seq === 2 ? { ...link, hash: Buffer.alloc(32) } : link)))).toEqual([
      '2 link_changed',
      '3 link_changed',
    ]);
  });

  it('holds heads against links, and both ends against each other', () => {
    const hash = chain[4]!.hash;
    const head = keys.signHead('t', { number: 1, seq: 5, hash, signedAt: new Date(0) });
    const isSigned = (signed: typeof head) => keys.isSigned('t', signed);
    expect(checkHeads([{ head, linkHash: hash }], 0, isSigned)).toEqual([]);
    expect(checkHeads([{ head, linkHash: Buffer.alloc(32) }], 0, isSigned)).toMatchObject([{ kind: 'link_changed' }]);
    expect(checkHeads([{ head, linkHash: hash }], 1, isSigned)).toMatchObject([{ kind: 'head_missing' }]);
    const top = { entries: 5, links: 5, lastSeq: 5, lastNumber: 1 };
    expect(checkEnds(top, head, { head, isSigned: true, linkHash: hash })).toEqual([]);
    expect(checkEnds(top, null, null)).toMatchObject([{ kind: 'head_missing' }]);
    expect(checkEnds({ ...top, lastSeq: 4 }, head, null)).toMatchObject([{ kind: 'tail_missing' }]);
    expect(checkEnds({ ...top, lastSeq: 0 }, null, { head, isSigned: true, linkHash: null })).toMatchObject([
      { kind: 'tail_missing' },
    ]);
  });
});
