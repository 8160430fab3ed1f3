import { createHash } from 'node:crypto';

/** What somebody did: changed something, read what may hold personal data, or came in and went out. */
export const AUDIT_KINDS = ['change', 'read', 'sign-in'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** `unknown` is a change that had begun when its process died: it may have happened, or a part of it. */
export const AUDIT_OUTCOMES = ['succeeded', 'refused', 'failed', 'unknown'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Roles of a tenant, and `platform` for its administrators in the trail of a tenant that is not theirs. */
export type AuditRole = 'viewer' | 'analyst' | 'admin' | 'platform';

/** One line of a tenant's trail. Names, ids and verdicts only: never a value, a text or a file name. */
export interface AuditEntry {
  readonly tenantId: string;
  /** UUID of version 7, made with `occurredAt`. */
  readonly id: string;
  /** When it began, to the millisecond. */
  readonly occurredAt: Date;
  readonly kind: AuditKind;
  /** `documents.review.create`: the route without ids, and what its method does. */
  readonly action: string;
  /** Public id of a user or an API key; null where nobody has been recognised. */
  readonly actor: string | null;
  readonly actorRole: AuditRole | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly outcome: AuditOutcome;
  /** Status of the answer; null where there was none, or where the outcome was written before it. */
  readonly status: number | null;
  readonly requestId: string | null;
  /** Where the request came from, as exactly as the tenant wants it. */
  readonly source: string | null;
  /** JSON as it was written. */
  readonly detail: string | null;
}

/** An entry as it is kept: with the name of the key, and its code under that key. */
export interface SealedEntry extends AuditEntry {
  readonly keyId: string;
  readonly mac: Buffer;
}

/**
 * What of an entry is authenticated and chained: all of it, in one spelling. An array, because its order and its separators leave
 * nothing that could be read in two ways.
 */
export const canonicalEntry = (entry: AuditEntry, keyId: string): string =>
  JSON.stringify([
    'dossier-audit-entry-1',
    entry.tenantId,
    entry.id,
    entry.occurredAt.toJSON(),
    entry.kind,
    entry.action,
    entry.actor,
    entry.actorRole,
    entry.resourceType,
    entry.resourceId,
    entry.outcome,
    entry.status,
    entry.requestId,
    entry.source,
    entry.detail,
    keyId,
  ]);

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** What the first link follows. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256 of the entry in its place, behind the link before it. Each part is JSON or hexadecimal, so that no line break is in one. */
export const linkHash = (seq: number, previous: Uint8Array, entry: SealedEntry): Buffer =>
  createHash('sha256')
    .update(['dossier-audit-link-1', seq, hex(previous), canonicalEntry(entry, entry.keyId), hex(entry.mac)].join('\n'))
    .digest();

/** The end of a tenant's chain as it was signed. Numbers of a tenant follow each other without a gap. */
export interface ChainHead {
  readonly number: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly signedAt: Date;
  readonly keyId: string;
}

export interface SignedHead extends ChainHead {
  readonly signature: Buffer;
}

/** What is signed. */
export const canonicalHead = (tenantId: string, head: ChainHead): Buffer =>
  Buffer.from(
    JSON.stringify([
      'dossier-audit-head-1',
      tenantId,
      head.number,
      head.seq,
      head.hash.toString('hex'),
      head.signedAt.toJSON(),
      head.keyId,
    ]),
  );

/** The class of an answer's status. */
export function outcomeOf(status: number): AuditOutcome {
  if (status < 400) return 'succeeded';
  return status < 500 ? 'refused' : 'failed';
}
