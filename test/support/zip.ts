import { ZipArchive } from '../../libs/reading/src/zip/zip-archive.js';

/** The files of an archive, in its order. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = await ZipArchive.open(bytes, { maxEntries: 10_000, maxBytes: 2 ** 31 });
  const files = new Map<string, Buffer>();
  for (const entry of archive.entries) files.set(entry.name, Buffer.from(await archive.readEntry(entry)));
  return files;
}
