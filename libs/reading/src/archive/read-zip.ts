import { ZipArchive } from '../zip/zip-archive.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { ArchiveMembers } from './archive-members.js';

/** Throws `corrupt_document`, `archive_too_large`, `decompression_bomb`, `encrypted_document`, `empty_file`. */
export async function readZip(input: ReadInput): Promise<Reading> {
  const { maxEntries, maxInflatedBytes } = input.limits;
  const zip = await ZipArchive.openDamaged(input.bytes, { maxEntries, maxBytes: maxInflatedBytes });
  const members = new ArchiveMembers(input.limits);
  for (const entry of zip.entries) {
    const name = members.meet({ path: entry.name, ...entry });
    if (name !== null) await members.take(name, zip.stream(entry), (bytes) => zip.isIntact(entry, bytes));
  }
  if (zip.isDamaged) members.lose('archive_damaged');
  return members.build(input);
}
