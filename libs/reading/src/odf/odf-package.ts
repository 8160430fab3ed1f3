import { crc32 } from 'node:zlib';
import { isAppError } from '@app/kernel';
import { childOf, descendantsOf, type XmlNode } from '../ooxml/xml-tree.js';
import { readingError } from '../reading.errors.js';
import type { ReadInput } from '../readers/format-reader.js';
import { ZipArchive, type ZipEntry } from '../zip/zip-archive.js';
import { readOdfTree } from './odf-tree.js';

/** The parts of a document, from a package or a flat XML file. */
export interface OdfParts {
  /** The part with the body; a flat file has all in it. */
  readonly content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Roots of other parts, where the package has them. */
  readonly styles: XmlNode | null;
  readonly meta: XmlNode | null;
  /** Documents inside the package by their folder. */
  readonly objects: ReadonlyMap<string, XmlNode>;
  readonly hasMacros: boolean;
  /** True where parts of the package are lost. */
  readonly isDamaged: boolean;
  readonly file: (path: string) => Promise<Uint8Array | null>;
}

/** Documents inside a document that are read in place. */
const MAX_OBJECTS = 500;
const OBJECT = /^(.+)\/content\.xml$/;
const FLAT_SUFFIX = '-flat-xml';

export const isFlat = (mediaType: string): boolean => mediaType.endsWith(FLAT_SUFFIX);

/** Opens a document (OpenDocument 1.3, part 2). Throws `encrypted_document`, and what `ZipArchive` throws. */
export async function openOdf({ bytes, mediaType, limits }: ReadInput): Promise<OdfParts> {
  if (isFlat(mediaType)) return flatParts(bytes);
  const archive = await ZipArchive.openDamaged(bytes, {
    maxEntries: limits.maxEntries,
    maxBytes: limits.maxInflatedBytes,
  });
  await refuseEncrypted(archive);
  const content = archive.entries.find(({ name }) => name === 'content.xml');
  if (content === undefined) throw readingError('corrupt_document');
  return {
    content: () => checked(archive, content),
    styles: await treeOf(archive, 'styles.xml'),
    meta: await treeOf(archive, 'meta.xml'),
    objects: await objectsOf(archive),
    hasMacros: archive.entries.some(({ name }) => /^(?:Basic\/.+\/(?!script-l[bc]\.xml)|Scripts\/.)/.test(name)),
    isDamaged: archive.isDamaged,
    file: async (path) => archive.read(path),
  };
}

/** The bytes of a part. Throws `corrupt_document` behind the last of them where they are not those that were packed. */
async function* checked(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Uint8Array, void> {
  let checksum = 0;
  for await (const chunk of archive.stream(entry)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (!archive.hasChecksum(entry, checksum)) throw readingError('corrupt_document');
}

const flatParts = (bytes: Uint8Array): OdfParts => ({
  content: () => [bytes],
  styles: null,
  meta: null,
  objects: new Map(),
  hasMacros: false,
  isDamaged: false,
  file: () => Promise.resolve(null),
});

/** Each part is encrypted on its own (part 2, 4), or the whole package lies in one (1.4). */
async function refuseEncrypted(archive: ZipArchive): Promise<void> {
  if (archive.has('encrypted-package')) throw readingError('encrypted_document');
  const manifest = await treeOf(archive, 'META-INF/manifest.xml');
  const isEncrypted = descendantsOf(manifest ?? undefined, 'file-entry').some(
    (entry) =>
      entry.attributes['manifest:full-path'] === 'content.xml' && childOf(entry, 'encryption-data') !== undefined,
  );
  if (isEncrypted) throw readingError('encrypted_document');
}

/** A part as a tree; null where it is missing or damaged, as nothing but the body is needed. */
async function treeOf(archive: ZipArchive, name: string): Promise<XmlNode | null> {
  try {
    const bytes = await archive.read(name);
    return bytes === null ? null : readOdfTree(bytes);
  } catch (error) {
    if (isAppError(error) && error.code === 'corrupt_document') return null;
    throw error;
  }
}

async function objectsOf(archive: ZipArchive): Promise<Map<string, XmlNode>> {
  const objects = new Map<string, XmlNode>();
  for (const { name } of archive.entries) {
    const folder = OBJECT.exec(name)?.[1];
    if (folder === undefined || objects.size >= MAX_OBJECTS) continue;
    const tree = await treeOf(archive, name);
    if (tree !== null) objects.set(folder, tree);
  }
  return objects;
}
