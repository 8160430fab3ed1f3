import { fileTypeFromBuffer } from 'file-type';
import { isCms } from '../mail/cms.js';
import { compoundMediaType, isBareWorkbook } from './compound-kinds.js';
import { flatOpenDocument, zippedOpenDocument } from './open-document-kinds.js';
import { textMediaType } from './text-kinds.js';

/** Bytes of a file's head that `sniffMediaType` looks at, at most. */
export const SNIFF_BYTES = 64 * 1024;

/** A PDF may begin with other bytes; readers look for the header in the first 1,024 (ISO 32000-1, H.3, note 13). */
const PDF_HEADER_WITHIN = 1024;

/** Kinds that file-type tells by text rules of its own; ours see more of the text. */
const TEXTUAL = new Set([
  'application/xml',
  'text/html',
  'text/plain',
  'application/json',
  'text/csv',
  'text/calendar',
  'text/vcard',
  'image/svg+xml',
]);

/**
 * The media type of a file by its content; null where it cannot be told (random bytes, nothing at all). The name only
 * breaks ties between kinds of text. `head` may be the whole file; only its first 64 KB are looked at.
 */
export async function sniffMediaType(head: Uint8Array, filename?: string): Promise<string | null> {
  const bytes = head.subarray(0, SNIFF_BYTES);
  if (bytes.byteLength === 0) return null;
  const binary = await binaryMediaType(bytes);
  const isMarked = binary !== null && !TEXTUAL.has(binary);
  // An archive whose first member is a PDF has its header early too.
  if (hasPdfHeader(bytes, isMarked ? 0 : PDF_HEADER_WITHIN)) return 'application/pdf';
  if (binary === 'application/x-cfb') return compoundMediaType(head);
  if (binary === 'application/zip') return zippedOpenDocument(bytes) ?? binary;
  return isMarked ? normalise(binary) : unmarkedMediaType(bytes, filename);
}

/** Kinds that no mark at the beginning tells for sure. */
function unmarkedMediaType(bytes: Uint8Array, filename: string | undefined): string | null {
  if (isTiff(bytes)) return 'image/tiff';
  if (isBareWorkbook(bytes)) return 'application/vnd.ms-excel';
  const text = textMediaType(bytes, filename);
  return text === 'application/xml' ? (flatOpenDocument(bytes) ?? text) : text;
}

/** A header that begins within so many bytes. */
const hasPdfHeader = (bytes: Uint8Array, within: number): boolean => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, within + 5));
  const at = head.indexOf('%PDF-', 0, 'latin1');
  // Mail and text that speak of PDF have letters before it; junk before a real header ends with a line or a zero.
  return (
    at === 0 ||
    (at > 0 &&
      /[\s\0]/.test(String.fromCharCode(bytes[at - 1] ?? 0)) &&
      !/[a-z]{3}[ :]/i.test(Buffer.from(bytes.subarray(0, at)).toString('latin1')))
  );
};

/** TIFF 6.0, section 2: byte order, 42. Its directory may lie behind what is looked at. */
const isTiff = (bytes: Uint8Array): boolean => {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return mark === 'II*\0' || mark === 'MM\0*';
};

/** What mail wraps files into: TNEF ([MS-OXTNEF] 2.1.3.1), CMS. */
const mailedMediaType = (bytes: Uint8Array): string | null => {
  const isTnef = [0x78, 0x9f, 0x3e, 0x22].every((byte, index) => bytes[index] === byte);
  return isTnef ? 'application/vnd.ms-tnef' : isCms(bytes) ? 'application/pkcs7-mime' : null;
};

async function binaryMediaType(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? mailedMediaType(bytes);
  } catch {
    // The head ends before what the detector wanted to see.
    return mailedMediaType(bytes);
  }
}

const normalise = (mime: string): string =>
  mime === 'image/apng' ? 'image/png' : mime === 'text/rtf' ? 'application/rtf' : mime;
