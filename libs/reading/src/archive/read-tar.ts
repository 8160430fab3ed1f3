import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { AppError } from '@app/kernel';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { ArchiveMembers, type MemberHeader } from './archive-members.js';

/** Archives from before 1988 have no mark in their headers. The package's types do not know the option. */
const OPTIONS = { allowUnknownFormat: true } as object;

/**
 * Reads a TAR archive as its bytes come. What stands before a cut or a damage is kept. Throws `archive_too_large`,
 * `decompression_bomb` (of the source), `corrupt_document`, `empty_file`.
 */
export async function readTar(source: AsyncIterable<Uint8Array>, input: ReadInput): Promise<Reading> {
  const members = new ArchiveMembers(input.limits);
  const archive = extract(OPTIONS);
  // Its errors come out of the archive too.
  const feeding = pipeline(source, archive).catch(() => undefined);
  try {
    let count = 0;
    for await (const entry of archive) {
      if (++count > input.limits.maxEntries) throw readingError('archive_too_large');
      const name = members.meet(headerOf(entry.header));
      if (name !== null) await members.take(name, entry as unknown as AsyncIterable<Uint8Array>);
      else entry.resume();
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'corrupt_document') throw error;
    members.lose('archive_damaged');
  } finally {
    archive.destroy();
    await feeding;
  }
  return members.build(input);
}

const headerOf = ({ name, size, type }: Header): MemberHeader => ({ path: name, size, kind: kindOf(type) });

/** POSIX.1-1988, 10.1.1: devices and pipes hold no content, as links do not. */
function kindOf(type: Header['type'] | null): MemberHeader['kind'] {
  if (type === 'directory') return 'folder';
  return type === 'file' || type === 'contiguous-file' || type === null ? 'file' : 'link';
}
