import { berChildren, type BerElement, berElement, berOctets } from './ber.js';

/** What a CMS message (RFC 5652; S/MIME, CAdES) holds: what was signed, or only that it is encrypted. */
export type CmsContent = { readonly kind: 'signed'; readonly content: Buffer } | { readonly kind: 'encrypted' };

/** Object identifiers in DER: signedData, and what only a key opens (RFC 5652, 5 and 6; RFC 5083). */
const SIGNED = '2a864886f70d010702';
const ENCRYPTED: ReadonlySet<string> = new Set(['2a864886f70d010703', '2a864886f70d010706', '2a864886f70d0109100117']);
const OID = 0x06;
const SEQUENCE = 0x30;
const EXPLICIT = 0xa0;

/** Reads a CMS message; null where the bytes are none, or a signature without what it signs. */
export function readCms(bytes: Uint8Array): CmsContent | null {
  const whole = berElement(bytes, 0);
  if (whole?.tag !== SEQUENCE) return null;
  const [type, explicit] = berChildren(bytes, whole);
  if (type?.tag !== OID || explicit?.tag !== EXPLICIT) return null;
  const oid = Buffer.from(bytes.subarray(type.start, type.end)).toString('hex');
  if (ENCRYPTED.has(oid)) return { kind: 'encrypted' };
  const signed = oid === SIGNED ? berElement(bytes, explicit.start, explicit.end) : null;
  const content = signed === null ? null : signedContent(bytes, signed);
  return content === null ? null : { kind: 'signed', content };
}

/** RFC 5652, 5.1 and 5.2: version, digests, then the type and, if it is there, the octets of what was signed. */
function signedContent(bytes: Uint8Array, signed: BerElement): Buffer | null {
  const encapsulated = berChildren(bytes, signed).find(({ tag }) => tag === SEQUENCE);
  if (encapsulated === undefined) return null;
  const explicit = berChildren(bytes, encapsulated).find(({ tag }) => tag === EXPLICIT);
  const octets = explicit === undefined ? null : berElement(bytes, explicit.start, explicit.end);
  return octets === null ? null : berOctets(bytes, octets);
}

/** True of bytes that begin as CMS messages do. */
export function isCms(bytes: Uint8Array): boolean {
  if (bytes[0] !== SEQUENCE) return false;
  const head = Buffer.from(bytes.subarray(0, 24)).toString('hex');
  return /^30.{2,10}06(?:09|0b)2a864886f70d0107(?:02|03|06)|^30.{2,10}060b2a864886f70d0109100117/.test(head);
}
