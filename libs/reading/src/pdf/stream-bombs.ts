import { createInflate } from 'node:zlib';
import { isAppError } from '@app/kernel';
import { FREE_BYTES, InflationBudget } from '../inflation.js';
import { readingError } from '../reading.errors.js';

/** Deflate gives 1,032 bytes for one at most: a shorter stream cannot hold more than `FREE_BYTES`. */
const SHORTEST_BOMB = Math.floor(FREE_BYTES / 1032);
/** Filters of one stream (ISO 32000-1, 7.4); writers use two at most. */
const MAX_FILTERS = 8;
/** A stream's dictionary is looked for in so many bytes before it. */
const DICTIONARY_WITHIN = 16 * 1024;

/**
 * Refuses a PDF with a stream that unpacks to far more than a page could say: what reads it further unpacks such streams
 * whole. Pictures are bounded by their pixels and not looked at. Throws `decompression_bomb`.
 */
export async function refuseStreamBombs(bytes: Uint8Array): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { dictionary, content } of streamsOf(buffer)) {
    const filters = dictionary.match(
      /\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCIIHexDecode|ASCII85Decode|RunLengthDecode)\b/g,
    );
    if ((filters?.length ?? 0) > MAX_FILTERS) throw readingError('decompression_bomb');
    const isDeflated =
      /\/Filter\s*\[?\s*\/Fl(?:ateDecode)?\b/.test(dictionary) && !/\/Subtype\s*\/Image\b/.test(dictionary);
    if (isDeflated && content.byteLength >= SHORTEST_BOMB) await unpack(content);
  }
}

function* streamsOf(buffer: Buffer): Generator<{ dictionary: string; content: Buffer }> {
  for (let from = 0; ;) {
    const mark = buffer.indexOf('stream', from, 'latin1');
    const end = mark < 0 ? -1 : buffer.indexOf('endstream', mark + 6, 'latin1');
    if (end < 0) return;
    const before = buffer.subarray(Math.max(from, mark - DICTIONARY_WITHIN), mark).toString('latin1');
    // ISO 32000-1, 7.3.8.1: the keyword is followed by CR LF or LF.
    const start = mark + 6 + (buffer[mark + 6] === 0x0d ? 2 : 1);
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), content: buffer.subarray(start, end) };
    from = end + 9;
  }
}

async function unpack(content: Uint8Array): Promise<void> {
  const budget = new InflationBudget(Infinity);
  const inflate = createInflate({ chunkSize: 64 * 1024 });
  inflate.end(content);
  let consumed = 0;
  try {
    for await (const chunk of inflate) {
      budget.take((chunk as Buffer).byteLength, inflate.bytesWritten - consumed);
      consumed = inflate.bytesWritten;
    }
  } catch (error) {
    // Damaged or encrypted: whoever reads it will see.
    if (isAppError(error)) throw error;
  } finally {
    inflate.destroy();
  }
}
