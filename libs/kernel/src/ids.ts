import { randomFillSync } from 'node:crypto';
import { notFound } from './app-error.js';

/** Prefixes of public ids. Inside, an id is a UUID; outside, `doc_` and 32 hexadecimal digits. */
export const ID_PREFIXES = {
  document: 'doc',
  schema: 'sch',
  classifier: 'clf',
  run: 'run',
  review: 'rev',
  tenant: 'ten',
  user: 'usr',
  apiKey: 'key',
  webhook: 'whk',
  chunk: 'chk',
  query: 'qry',
  batch: 'bat',
  deadLetter: 'ded',
  goldenSet: 'gld',
  evaluation: 'evl',
  auditEntry: 'aud',
  thread: 'thr',
  replyTemplate: 'tpl',
  erasure: 'ers',
  subjectExport: 'exp',
  legalHold: 'hld',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/** UUID version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then random. New rows land at the end of an index. */
export function newUuid(now: number = Date.now()): string {
  const bytes = randomFillSync(Buffer.allocUnsafe(16));
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return dashed(bytes.toString('hex'));
}

const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

export const publicId = (kind: IdKind, uuid: string): string => `${ID_PREFIXES[kind]}_${uuid.replaceAll('-', '')}`;

/** The UUID inside a public id of this kind, or null where it is not one. */
export function parsePublicId(kind: IdKind, id: string): string | null {
  const prefix = `${ID_PREFIXES[kind]}_`;
  const hex = id.slice(prefix.length);
  return id.startsWith(prefix) && /^[0-9a-f]{32}$/.test(hex) ? dashed(hex) : null;
}

/** As `parsePublicId`; what cannot be an id answers exactly like an id that does not exist. */
export function requirePublicId(kind: IdKind, id: string): string {
  const uuid = parsePublicId(kind, id);
  if (uuid === null) throw notFound();
  return uuid;
}
