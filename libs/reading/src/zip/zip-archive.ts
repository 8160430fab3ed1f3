import { createInflateRaw, crc32 } from 'node:zlib';
import { isAppError } from '@app/kernel';
import { InflationBudget, MARKUP_FREE_BYTES, watchMarkup } from '../inflation.js';
import { readingError } from '../reading.errors.js';
import { readDirectory, type ZipRecord } from './zip-directory.js';
import { DEFLATED, ENCRYPTED, HEADERS_HIDDEN, LOCAL_HEADER, STORED, STRONGLY_ENCRYPTED } from './zip-format.js';
import { recoverRecords } from './zip-recovery.js';

export interface ZipEntry {
  /** As written in the archive; nothing is ever written under this name. */
  readonly name: string;
  /** Bytes as the archive claims; what comes out is counted. */
  readonly size: number;
  readonly compressedSize: number;
  readonly kind: 'file' | 'folder' | 'link';
  readonly isEncrypted: boolean;
}

interface Located extends ZipEntry {
  readonly method: number;
  readonly crc32: number | null;
  /** Of the compressed data inside the file; null where they are not there. */
  readonly from: number | null;
}

export interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes that may come out of all parts together. */
  readonly maxBytes: number;
}

/** Type of the file in its mode on Unix. */
const UNIX_TYPE_MASK = 0o170000;
const UNIX_LINK = 0o120000;
const MARKUP = /\.(?:xml|rels|opf|x?html?)$/i;
const UNIX_FOLDER = 0o040000;

/**
 * A ZIP file in memory. Parts are read by the central directory, one at a time, and counted while they are inflated;
 * entries whose data overlap are refused (Fifield, "A better zip bomb", 2019).
 */
export class ZipArchive {
  private readonly byName: ReadonlyMap<string, Located>;

  private constructor(
    private readonly bytes: Uint8Array,
    readonly entries: readonly ZipEntry[],
    /** True where the directory is lost, and the entries are those that could still be found. */
    readonly isDamaged: boolean,
    private readonly budget: InflationBudget,
  ) {
    this.byName = new Map((entries as readonly Located[]).map((entry) => [entry.name, entry]));
  }

  /** Throws `corrupt_document`, `archive_too_large` (too many entries), `decompression_bomb` (entries that overlap). */
  static async open(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive> {
    const records = readDirectory(bytes, limits.maxEntries);
    if (records === null) throw readingError('corrupt_document');
    return ZipArchive.of(bytes, inPlace(bytes, records, limits), false, limits);
  }

  /** As `open`; where the directory is lost, what can be found without it. */
  static async openDamaged(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive> {
    const records = readDirectory(bytes, limits.maxEntries);
    if (records !== null) return ZipArchive.of(bytes, inPlace(bytes, records, limits), false, limits);
    const recovered = recoverRecords(bytes, limits.maxEntries);
    if (recovered.length === 0) throw readingError('corrupt_document');
    return ZipArchive.of(bytes, recovered, true, limits);
  }

  private static of(
    bytes: Uint8Array,
    records: readonly ZipRecord[],
    isDamaged: boolean,
    limits: ZipLimits,
  ): ZipArchive {
    const entries = records.map((record) => locate(bytes, record));
    refuseOverlaps(entries);
    return new ZipArchive(bytes, entries, isDamaged, new InflationBudget(limits.maxBytes));
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** A part's bytes; null where there is none of this name. Throws as `readEntry` does. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.byName.get(name);
    return entry === undefined ? null : this.readEntry(entry);
  }

  /** Throws `encrypted_document`, `corrupt_document`, `decompression_bomb`, `archive_too_large`. */
  async readEntry(entry: ZipEntry): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.stream(entry)) chunks.push(chunk);
    return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
  }

  /** A part's bytes as they are inflated: large sheets are never whole in memory. Throws as `readEntry` does. */
  async *stream(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const { name, method, from, compressedSize, isEncrypted } = entry as Located;
    if (isEncrypted) throw readingError('encrypted_document');
    if (from === null || (method !== STORED && method !== DEFLATED)) throw readingError('corrupt_document');
    const compressed = this.bytes.subarray(from, from + compressedSize);
    if (method === DEFLATED) return yield* this.inflate(compressed, MARKUP.test(name));
    this.budget.take(compressed.byteLength, compressed.byteLength);
    yield compressed;
  }

  /** True where the bytes are those that were packed; also where the archive does not say. */
  isIntact(entry: ZipEntry, bytes: Uint8Array): boolean {
    return this.hasChecksum(entry, crc32(bytes));
  }

  /** As `isIntact`, by the CRC-32 of bytes that were read piece by piece. */
  hasChecksum(entry: ZipEntry, checksum: number): boolean {
    const expected = (entry as Located).crc32;
    return expected === null || checksum === expected;
  }

  private async *inflate(compressed: Uint8Array, isMarkup: boolean): AsyncGenerator<Uint8Array> {
    const watches = isMarkup ? [this.budget, watchMarkup()] : [this.budget];
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(compressed);
    let consumed = 0;
    // Nobody begins to read what may still prove to be a bomb: reading takes a hundred times as long as inflating.
    let held: Uint8Array[] | null = isMarkup ? [] : null;
    let heldBytes = 0;
    try {
      for await (const chunk of inflate) {
        const bytes = chunk as Buffer;
        for (const watch of watches) watch.take(bytes.byteLength, inflate.bytesWritten - consumed);
        consumed = inflate.bytesWritten;
        held?.push(bytes);
        if (held === null) yield bytes;
        else if ((heldBytes += bytes.byteLength) > MARKUP_FREE_BYTES) {
          yield* held;
          held = null;
        }
      }
      if (held !== null) yield* held;
    } catch (error) {
      throw isAppError(error) ? error : readingError('corrupt_document', error);
    } finally {
      inflate.destroy();
    }
  }
}

/** Records whose headers are not where the directory says are looked for by their names. */
function inPlace(bytes: Uint8Array, records: readonly ZipRecord[], { maxEntries }: ZipLimits): readonly ZipRecord[] {
  if (records.every(({ offset }) => isHeaderAt(bytes, offset))) return records;
  const found = new Map(recoverRecords(bytes, maxEntries).map(({ name, offset }) => [name, offset]));
  return records.map((record) =>
    isHeaderAt(bytes, record.offset) ? record : { ...record, offset: found.get(record.name) ?? record.offset },
  );
}

function locate(bytes: Uint8Array, record: ZipRecord): Located {
  const { name, size, compressedSize, method, flags, unixMode, crc32: expected } = record;
  return {
    name,
    size,
    compressedSize,
    kind: kindOf(name, unixMode & UNIX_TYPE_MASK),
    isEncrypted: (flags & (ENCRYPTED | STRONGLY_ENCRYPTED | HEADERS_HIDDEN)) !== 0,
    method,
    crc32: expected,
    from: dataOf(bytes, record),
  };
}

const kindOf = (name: string, type: number): ZipEntry['kind'] =>
  name.endsWith('/') || name.endsWith('\\') || type === UNIX_FOLDER ? 'folder' : type === UNIX_LINK ? 'link' : 'file';

/** The local header's own fields of variable length stand before the data (APPNOTE.TXT 4.3.7). */
function dataOf(bytes: Uint8Array, { offset, compressedSize }: ZipRecord): number | null {
  if (!isHeaderAt(bytes, offset)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = offset + LOCAL_HEADER.bytes + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + compressedSize <= bytes.byteLength ? from : null;
}

const isHeaderAt = (bytes: Uint8Array, offset: number): boolean =>
  offset + LOCAL_HEADER.bytes <= bytes.byteLength &&
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(offset, true) === LOCAL_HEADER.signature;

function refuseOverlaps(entries: readonly Located[]): void {
  let end = 0;
  const filled = entries.flatMap(({ from, compressedSize }) =>
    from === null || compressedSize === 0 ? [] : [{ from, to: from + compressedSize }],
  );
  for (const { from, to } of filled.sort((a, b) => a.from - b.from)) {
    if (from < end) throw readingError('decompression_bomb');
    end = to;
  }
}
