import { sniffMediaType, SNIFF_BYTES } from '../media-type/sniff.js';
import { InflationBudget } from '../inflation.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';
import { ArchiveMembers } from './archive-members.js';
import { gunzip, nameInGzip, nameWithoutGzip } from './gunzip.js';
import { readTar } from './read-tar.js';

/** A TAR archive in GZIP, as the freedesktop.org list of types names it; IANA has no name for it. */
export const COMPRESSED_TAR = 'application/x-compressed-tar';

/** One compressed file, or a compressed TAR archive. Throws as `readZip` does. */
export async function readGzip(input: ReadInput): Promise<Reading> {
  const content = await peek(gunzip(input.bytes, new InflationBudget(input.limits.maxInflatedBytes)));
  const isTar = (await sniffMediaType(content.head)) === 'application/x-tar';
  return isTar ? readTar(content.whole, { ...input, mediaType: COMPRESSED_TAR }) : readOne(content.whole, input);
}

async function readOne(content: AsyncIterable<Uint8Array>, input: ReadInput): Promise<Reading> {
  const members = new ArchiveMembers(input.limits);
  const path = nameInGzip(input.bytes) ?? nameWithoutGzip(input.filename);
  // The size at the end of the file is not of use: it may be followed by more, and counts modulo 2^32.
  const name = members.meet({ path, size: null, kind: 'file' });
  if (name !== null) await members.take(name, content);
  return members.build(input);
}

/** The beginning of a stream, and the stream with it. What goes wrong in the beginning is thrown where it is reached again. */
async function peek(
  content: AsyncGenerator<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const chunks: Uint8Array[] = [];
  let failure: unknown;
  try {
    for (let length = 0; length < SNIFF_BYTES;) {
      const next = await content.next();
      if (next.done === true) break;
      chunks.push(next.value);
      length += next.value.byteLength;
    }
  } catch (error) {
    failure = error;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* chunks;
    if (failure !== undefined) throw failure;
    yield* content;
  }
  return { head: Buffer.concat(chunks), whole: whole() };
}
