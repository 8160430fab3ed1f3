import CFB from 'cfb';
import { decodeCodePage } from '../encoding/code-pages.js';
import { sniffMediaType } from '../media-type/sniff.js';
import { ByteView } from './byte-view.js';
import { CompoundFile, isCompoundFile } from './compound-file.js';

/** A file that was put into a document. */
export interface EmbeddedFile {
  /** Empty where the object does not say. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Streams that hold a whole file: Office Open XML, OpenDocument (LibreOffice). */
const WHOLE_FILES = ['Package', 'EmbeddedOdf'];
/** Acrobat's objects have the file here; those of other programs hold what only they can read. */
const CONTENTS = 'CONTENTS';
/** Streams that show that the storage itself is a document. */
const OWN_DOCUMENTS = [
  'WordDocument',
  'Workbook',
  'Book',
  'PowerPoint Document',
  '__properties_version1.0',
  'VisioDocument',
];
const NATIVE = '\u0001Ole10Native';

/** The file inside the bytes of an OLE object; bytes that are no compound file are the file itself. Null where it has none. */
export function unpackOleObject(bytes: Uint8Array): EmbeddedFile | null {
  if (!isCompoundFile(bytes)) return bytes.byteLength === 0 ? null : { name: '', bytes };
  const file = CompoundFile.open(bytes);
  return OWN_DOCUMENTS.some((name) => file.entry(name) !== null) ? { name: '', bytes } : embeddedFile(file, '');
}

/** The file inside a storage of a compound file, which is an OLE object ([MS-OLEDS] 1.3.3); null where it has none. */
export function embeddedFile(file: CompoundFile, storage: string): EmbeddedFile | null {
  const prefix = storage === '' ? '' : `${storage}/`;
  const native = file.stream(`${prefix}${NATIVE}`);
  if (native !== null) return readNative(native);
  for (const name of WHOLE_FILES) {
    const bytes = file.stream(`${prefix}${name}`);
    if (bytes !== null && bytes.byteLength > 0) return { name: '', bytes };
  }
  const contents = file.stream(`${prefix}${CONTENTS}`);
  if (contents !== null && isPdf(contents)) return { name: '', bytes: contents };
  if (OWN_DOCUMENTS.some((name) => file.entry(`${prefix}${name}`) !== null))
    return { name: '', bytes: storageAsFile(file, storage) };
  return null;
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

/** The native data of an object ([MS-OLEDS] 2.3.6): their length, and a package or what the program itself wrote. */
function readNative(stream: Uint8Array): EmbeddedFile | null {
  const body = stream.subarray(4);
  const file = readPackage(body);
  if (file !== null) return file;
  const bytes = new ByteView(body).slice(0, new ByteView(stream).u32(0));
  return bytes.byteLength === 0 ? null : { name: '', bytes };
}

/**
 * What the Packager of Windows puts around a file: two bytes, 2; label and path; flags; the path of a temporary file; the file;
 * the same names once more in UTF-16. It is documented nowhere but seen in every Office document with a file in it. Null
 * where it is something else.
 */
export function readPackage(bytes: Uint8Array): EmbeddedFile | null {
  const body = new ByteView(bytes);
  const label = textAt(body, 2);
  const path = textAt(body, label.next);
  const dataAt = path.next + 8 + body.u32(path.next + 4);
  const size = body.u32(dataAt);
  const end = dataAt + 4 + size;
  if (body.u16(0) !== 2 || label.text === '' || size === 0 || end > body.length) return null;
  const wide = wideTextAt(body, end + 4 + body.u32(end) * 2);
  return { name: baseName(wide || label.text), bytes: body.slice(dataAt + 4, size) };
}

/** Longest name that is believed. */
const MAX_NAME = 1024;

/** Text that ends with a zero, and what comes after it. */
function textAt(view: ByteView, at: number): { text: string; next: number } {
  const end = view.slice(at, MAX_NAME).indexOf(0);
  return end < 0 ? { text: '', next: at } : { text: decodeCodePage(view.slice(at, end), 1252), next: at + end + 1 };
}

/** Units of UTF-16 behind their number. */
function wideTextAt(view: ByteView, at: number): string {
  const length = view.u32(at);
  if (length === 0 || length > MAX_NAME) return '';
  const text = decodeCodePage(view.slice(at + 4, length * 2), 1200);
  // What stands here in files of other writers is no name.
  return /^[^\p{Cc}\ufffd]+$/u.test(text) ? text : '';
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? '';

/** A storage with all below it as a compound file of its own; the library adds a small stream that means nothing. */
function storageAsFile(file: CompoundFile, storage: string): Uint8Array {
  const container = CFB.utils.cfb_new();
  for (const { path, kind } of file.entries) {
    if (kind !== 'stream' || !path.startsWith(`${storage}/`)) continue;
    CFB.utils.cfb_add(container, path.slice(storage.length), file.stream(path), { unsafe: true });
  }
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** Endings of names for objects that have none. */
const EXTENSIONS: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml/, 'docx'],
  [/spreadsheetml/, 'xlsx'],
  [/presentationml/, 'pptx'],
  [/opendocument\.text/, 'odt'],
  [/opendocument\.spreadsheet/, 'ods'],
  [/opendocument\.presentation/, 'odp'],
  [/msword/, 'doc'],
  [/ms-excel/, 'xls'],
  [/ms-powerpoint/, 'ppt'],
  [/ms-outlook/, 'msg'],
  [/^text\/plain/, 'txt'],
  [/rtf/, 'rtf'],
  [/jpeg/, 'jpg'],
  [/^application\/(?:octet-stream|x-)/, 'bin'],
];

/** A name for a file by what it is: `object-1.docx`. */
export async function nameByContent(base: string, bytes: Uint8Array): Promise<string> {
  const mediaType = (await sniffMediaType(bytes)) ?? 'application/octet-stream';
  const known = EXTENSIONS.find(([pattern]) => pattern.test(mediaType))?.[1];
  return `${base}.${known ?? /\/(?:x-)?([a-z0-9]+)/.exec(mediaType)?.[1] ?? 'bin'}`;
}
