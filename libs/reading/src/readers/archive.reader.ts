import { packageMediaTypeOf } from '../archive/package-kind.js';
import { readZip } from '../archive/read-zip.js';
import { ZipArchive } from '../zip/zip-archive.js';
import type { FormatReader, ReadInput } from './format-reader.js';

/** ZIP files, and packages of other trades that are nothing else. A document in a package is for the reader of its kind. */
export const archiveReader: FormatReader = {
  mediaTypes: [
    'application/zip',
    'application/java-archive',
    'application/vnd.android.package-archive',
    'application/vnd.google-earth.kmz',
    'application/x-xpinstall',
    'model/3mf',
  ],
  read: readZip,
  refine: async ({ bytes, limits }: ReadInput) => {
    const { maxEntries, maxInflatedBytes: maxBytes } = limits;
    return packageMediaTypeOf(await ZipArchive.openDamaged(bytes, { maxEntries, maxBytes }));
  },
};
