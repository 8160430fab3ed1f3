import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file on its way into an archive. */
export interface ZipMember {
  /** Relative, parted by `/`. */
  readonly path: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Kept as it is: pressing it again would cost time and win nothing. */
  readonly isPacked?: boolean;
  readonly modifiedAt?: Date;
}

/** Regular file, for its owner alone. */
const MODE = 0o100600;

/**
 * The bytes of a ZIP archive (with ZIP64 where it is needed). A member is asked for when the one before was read, and nothing is read
 * ahead of who takes the bytes, so that an archive of any size takes some hundred kilobytes of memory. Throws what a member throws.
 */
export async function* zipStream(members: AsyncIterable<ZipMember>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const stop = new AbortController();
  zip.on('error', (error: Error) => output.destroy(error));
  const filled = fill(zip, members, stop.signal).catch((error: unknown) => void output.destroy(error as Error));
  try {
    for await (const chunk of output) yield chunk as Uint8Array;
  } finally {
    stop.abort();
    output.destroy();
    await filled;
  }
}

async function fill(zip: ZipFile, members: AsyncIterable<ZipMember>, signal: AbortSignal): Promise<void> {
  for await (const { path, content, isPacked = false, modifiedAt } of members) {
    signal.throwIfAborted();
    const source = Readable.from(content, { objectMode: false });
    const end = finished(source, { signal });
    try {
      zip.addReadStream(source, path, {
        compress: !isPacked,
        mode: MODE,
        ...(modifiedAt !== undefined && { mtime: modifiedAt }),
      });
      await end;
    } finally {
      source.destroy();
    }
  }
  zip.end();
}
