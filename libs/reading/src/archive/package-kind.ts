import { ooxmlMediaTypeOf } from '../ooxml/package.js';
import type { ZipArchive } from '../zip/zip-archive.js';

/** The first part of OpenDocument and EPUB files says what they are (OpenDocument 1.3 part 2, 3.3; EPUB OCF 3.3, 4.3). */
const TYPE_PART = 'mimetype';
const MAX_TYPE_BYTES = 200;

/** The media type of the document that a ZIP file is, by its parts; null where it is none, but an archive. */
export const packageMediaTypeOf = async (zip: ZipArchive): Promise<string | null> =>
  (await ooxmlMediaTypeOf(zip)) ?? (await declaredMediaType(zip)) ?? (await manifestMediaType(zip));

async function declaredMediaType(zip: ZipArchive): Promise<string | null> {
  const entry = zip.entries.find(({ name }) => name === TYPE_PART);
  if (entry === undefined || entry.size > MAX_TYPE_BYTES) return null;
  const declared = Buffer.from(await zip.readEntry(entry))
    .toString('utf8')
    .trim()
    .toLowerCase();
  return /^[a-z]+\/[a-z0-9.+-]+$/.test(declared) ? declared : null;
}

/** Writers forget the part; what else the formats ask for is there. */
async function manifestMediaType(zip: ZipArchive): Promise<string | null> {
  if (zip.has('META-INF/container.xml')) return 'application/epub+zip';
  const manifest = await zip.read('META-INF/manifest.xml');
  const root = /<[^<>]*full-path="\/"[^<>]*>/.exec(Buffer.from(manifest ?? []).toString('utf8'))?.[0] ?? '';
  return /media-type="([^"]+)"/.exec(root)?.[1] ?? null;
}
