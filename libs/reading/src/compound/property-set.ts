import { decodeCodePage } from '../encoding/code-pages.js';
import { ByteView } from './byte-view.js';
import type { CompoundFile } from './compound-file.js';

/** [MS-OLEPS] 2.25.1: properties of the summary information that describe a document. */
const SUMMARY: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments',
  8: 'lastAuthor',
  12: 'creationDate',
  13: 'modDate',
  18: 'creator',
};
/** [MS-OSHARED] 2.3.3.2.2: properties of the document summary information. */
const DOCUMENT_SUMMARY: Readonly<Record<number, string>> = { 2: 'category', 14: 'manager', 15: 'company' };
/** Properties whose meaning is the same in all sets ([MS-OLEPS] 2.18). */
const DICTIONARY = 0;
const CODE_PAGE = 1;
/** More properties, or longer ones, are no metadata. */
const MAX_PROPERTIES = 1000;
const MAX_VALUE_BYTES = 16 * 1024;

/** What a compound file says of itself: title, author, dates; properties that its users named as `custom.NAME`. */
export function readMetadata(file: CompoundFile): Record<string, string> {
  const metadata: Record<string, string> = {};
  const summary = file.stream('\u0005SummaryInformation');
  if (summary !== null) addSet(metadata, new ByteView(summary), 0, SUMMARY);
  const document = file.stream('\u0005DocumentSummaryInformation');
  if (document !== null) {
    const view = new ByteView(document);
    addSet(metadata, view, 0, DOCUMENT_SUMMARY);
    if (view.u32(24) > 1) addSet(metadata, view, 1, null);
  }
  return metadata;
}

/** Adds one section of a stream ([MS-OLEPS] 2.21); `names` null takes the names of its dictionary. */
function addSet(
  metadata: Record<string, string>,
  stream: ByteView,
  section: number,
  names: Readonly<Record<number, string>> | null,
): void {
  const from = stream.u32(28 + section * 20 + 16);
  const set = stream.part(from, stream.length);
  const places = new Map<number, number>();
  const count = Math.min(set.u32(4), MAX_PROPERTIES);
  for (let index = 0; index < count; index++) places.set(set.u32(8 + index * 8), set.u32(12 + index * 8));
  const codePage = codePageOf(set, places.get(CODE_PAGE));
  const known = names ?? customNames(set, places.get(DICTIONARY), codePage);
  for (const [id, at] of places) {
    const name = known[id];
    if (name === undefined || id === CODE_PAGE || id === DICTIONARY) continue;
    const value = valueAt(set, at, codePage).trim();
    if (value !== '') metadata[name] = value;
  }
}

const codePageOf = (set: ByteView, at: number | undefined): number => (at === undefined ? 1252 : set.u16(at + 4));

/** [MS-OLEPS] 2.17: a number and a name, one after the other; names in UTF-16 are padded to four bytes. */
function customNames(set: ByteView, dictionary: number | undefined, codePage: number): Record<number, string> {
  const names: Record<number, string> = {};
  if (dictionary === undefined) return names;
  let at = dictionary + 4;
  const count = Math.min(set.u32(dictionary), MAX_PROPERTIES);
  for (let index = 0; index < count && at < set.length; index++) {
    const length = set.u32(at + 4);
    if (length > MAX_VALUE_BYTES) break;
    const bytes = codePage === 1200 ? length * 2 : length;
    const name = trimmed(decodeCodePage(set.slice(at + 8, bytes), codePage));
    if (name !== '' && !name.startsWith('_PID_')) names[set.u32(at)] = `custom.${name}`;
    at += 8 + (codePage === 1200 ? (bytes + 3) & ~3 : bytes);
  }
  return names;
}

/** A typed value ([MS-OLEPS] 2.15) as text; empty where it is of a type that nobody reads. */
function valueAt(set: ByteView, at: number, codePage: number): string {
  const length = Math.min(set.u32(at + 4), MAX_VALUE_BYTES);
  switch (set.u16(at)) {
    case 0x1e: // VT_LPSTR: `length` bytes
      return trimmed(decodeCodePage(set.slice(at + 8, length), codePage));
    case 0x1f: // VT_LPWSTR: `length` units of UTF-16
      return trimmed(decodeCodePage(set.slice(at + 8, length * 2), 1200));
    case 0x40: // VT_FILETIME
      return fileTime(set.u32(at + 4), set.u32(at + 8));
    case 0x02: // VT_I2
      return String(set.i16(at + 4));
    case 0x03: // VT_I4
      return String(set.i32(at + 4));
    case 0x05: // VT_R8
      return String(set.f64(at + 4));
    case 0x0b: // VT_BOOL
      return String(set.u16(at + 4) !== 0);
    default:
      return '';
  }
}

const trimmed = (text: string): string => text.replace(/\0[^]*$/, '').trim();

/** Milliseconds between 1601, where Windows counts from, and 1970. */
const EPOCH_MS = 11_644_473_600_000;
/** Durations are kept as times near 1601 ([MS-OLEPS] 2.25.1, total editing time). */
const FIRST_YEAR_MS = -EPOCH_MS + 366 * 86_400_000;
const LAST_MS = Date.UTC(2200, 0);

/** 100 nanoseconds since 1601 ([MS-DTYP] 2.3.3) as RFC 3339; empty where it is no time. */
export function fileTime(low: number, high: number): string {
  const ms = (high * 2 ** 32 + low) / 10_000 - EPOCH_MS;
  return ms > FIRST_YEAR_MS && ms < LAST_MS ? new Date(ms).toISOString().replace('.000Z', 'Z') : '';
}
