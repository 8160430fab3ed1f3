import { detectEncoding } from './detect-encoding.js';
import { isEbcdic } from './ebcdic.js';
import { decodeBytes } from './text-decoder.js';
import { isMostlyUtf8, markedEncoding, wideEncoding } from './unicode-forms.js';

/** Text and the name of the encoding that it was read with: a WHATWG label, `utf-32le`, `utf-32be`, `ibm437`, `ibm850` or `ibm500`. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Decodes text of unknown encoding: a byte order mark decides; then zero bytes (UTF-16, UTF-32); then the escapes of
 * ISO-2022-JP; then valid UTF-8; then what the text declares; then what its bytes look like.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return { text: decodeBytes(bytes, encoding), encoding };
}

/** As `decodeText`, and ready for a reading: lines end in `\n`, no control characters but tabs. */
export const decodePlainText = (bytes: Uint8Array): string => cleanText(decodeText(bytes).text);

/** Lines end in `\n`; form feeds end lines too; other control characters are taken away. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|\f|\v|\u2028|\u2029|\u0085/g, '\n')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, '');

export function encodingOf(bytes: Uint8Array): string {
  const unicode = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (unicode !== null) return unicode;
  if (isIso2022Jp(bytes)) return 'iso-2022-jp';
  if (isMostlyUtf8(bytes)) return 'utf-8';
  if (isEbcdic(bytes)) return 'ibm500';
  return declaredEncoding(bytes) ?? detectEncoding(bytes);
}

/** Escapes to JIS X 0208 (1978 and 1983), and back, in a text that is seven bits wide (RFC 1468). */
const TO_JAPANESE = ['\u001b$@', '\u001b$B'];
const FROM_JAPANESE = ['\u001b(B', '\u001b(J'];
const ESCAPE = 0x1b;

function isIso2022Jp(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(ESCAPE);
  if (at < 0 || !bytes.every((byte) => byte < 0x80)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', at);
  return [TO_JAPANESE, FROM_JAPANESE].every((escapes) => escapes.some((escape) => text.includes(escape)));
}

/** A declaration inside the text: XML's `encoding="…"`, HTML's `charset=…`; both stand early and are ASCII. */
const DECLARATION = /(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,39})/;
const DECLARATION_WITHIN = 2048;
/** Pages have them behind scripts and styles too. */
const META = /<meta\s[^>]{0,300}charset\s*=\s*["']?\s*([A-Za-z][\w.:-]{1,39})/i;
const META_WITHIN = 256 * 1024;
/** Of the characters beyond ASCII that a declared encoding gives, so many may be broken. */
const MAX_BROKEN = 0.02;

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, META_WITHIN)).toString('latin1');
  const label = (DECLARATION.exec(head.slice(0, DECLARATION_WITHIN)) ?? META.exec(head))?.[1];
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label);
    // It is not valid UTF-8, and a text whose declaration can be read as ASCII is not UTF-16, whatever it says.
    if (decoder.encoding.startsWith('utf-')) return null;
    return isTelling(decoder.decode(bytes.subarray(0, META_WITHIN))) ? decoder.encoding : null;
  } catch {
    return null;
  }
}

function isTelling(text: string): boolean {
  let foreign = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) foreign++;
    if (code === 0xfffd) broken++;
  }
  return broken <= 1 || broken <= foreign * MAX_BROKEN;
}
