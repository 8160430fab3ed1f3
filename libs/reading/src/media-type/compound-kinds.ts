import { CompoundFile } from '../compound/compound-file.js';

/** Streams and storages of the root that tell what wrote a compound file ([MS-CFB]). */
const KINDS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'application/x-ole-encrypted'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  // How the names of its properties begin, of which a head may show some.
  ['__substg1.0_', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  // PowerPoint 97 that can be read by PowerPoint 95.
  ['PP97_DUALSTORAGE', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
];

export const UNKNOWN_COMPOUND = 'application/x-cfb';

/** The kind of a compound file by what lies in its root; `application/x-cfb` where nothing tells it. */
export const compoundKind = (file: CompoundFile): string =>
  KINDS.find(([name]) => file.entry(name) !== null)?.[1] ?? UNKNOWN_COMPOUND;

/**
 * The kind of a compound file by its head. Its directory may lie behind what there is of it: then names that stand anywhere
 * are taken, which may be those of a document inside; readers look again.
 */
export function compoundMediaType(head: Uint8Array): string {
  const kind = kindByDirectory(head);
  if (kind !== UNKNOWN_COMPOUND) return kind;
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return KINDS.find(([name]) => buffer.includes(Buffer.from(name, 'utf16le')))?.[1] ?? UNKNOWN_COMPOUND;
}

function kindByDirectory(head: Uint8Array): string {
  try {
    return compoundKind(CompoundFile.open(head));
  } catch {
    return UNKNOWN_COMPOUND;
  }
}

/** The first record of an Excel file before version 5, which has no compound file around it: its number, length, version, kind. */
// eslint-disable-next-line no-control-regex -- bytes, not text
const BARE_WORKBOOK = /^\t[\0\u0002\u0004\b][\u0004\u0006\b\u0010]\0[^]{2}(?:[\u0005\u0010 @]\0|\0\u0001)/;

export const isBareWorkbook = (head: Uint8Array): boolean =>
  BARE_WORKBOOK.test(Buffer.from(head.subarray(0, 16)).toString('latin1'));
