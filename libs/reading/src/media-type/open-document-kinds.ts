/** The first entry of a package says what it is, and is stored as it is (OpenDocument 1.3, part 2, 3.3). */
const ZIPPED = /^PK[^]{28}mimetype(application\/vnd\.(?:oasis\.opendocument|sun\.xml)\.[a-z.-]+)/;
/** All in one XML file (part 3, 3.1.2): its root says what it is. */
const FLAT = /<office:document\s[^<>]*office:mimetype\s*=\s*["'](application\/vnd\.oasis\.opendocument\.[a-z-]+)["']/;
/** The part of a package that has the content, on its own. */
const CONTENT = /^(?:\ufeff|\s)*(?:<\?xml[^<>]*>\s*)?<office:document-content\s/;
const FLAT_SUFFIX = '-flat-xml';

/** The kind of an OpenDocument package by its first entry; null of other ZIP files. */
export const zippedOpenDocument = (head: Uint8Array): string | null =>
  ZIPPED.exec(Buffer.from(head.subarray(0, 256)).toString('latin1'))?.[1] ?? null;

/** The kind of a flat OpenDocument file; null of other XML. */
export function flatOpenDocument(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 16 * 1024)).toString('latin1');
  const kind = FLAT.exec(start)?.[1]?.replace(/-template$/, '');
  if (kind !== undefined) return kind + FLAT_SUFFIX;
  return CONTENT.test(start) ? `application/vnd.oasis.opendocument.text${FLAT_SUFFIX}` : null;
}
