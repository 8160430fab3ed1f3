import { isAppError } from '@app/kernel';
import { createInflateRaw } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { InflationBudget } from '../inflation.js';
import { readingError } from '../reading.errors.js';

export interface ZipEntry {
  /** Forward slashes, as written in the archive; nothing is ever written under this name. */
  readonly name: string;
  /** Bytes as the archive claims; what comes out is counted. */
  readonly size: number;
  readonly compressedSize: number;
  readonly kind: 'file' | 'folder' | 'link';
  readonly isEncrypted: boolean;
}

interface Located extends ZipEntry {
  readonly method: number;
  /** Of the compressed data inside the file. */
  readonly from: number;
}

export interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes that may come out of all parts together. */
  readonly maxBytes: number;
}

/** APPNOTE.TXT 4.4.5: stored, deflated. */
const STORED = 0;
const DEFLATED = 8;
/** APPNOTE.TXT 4.3.7: a local header without its two variable fields. */
const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const NAME_LENGTH_AT = 26;
const EXTRA_LENGTH_AT = 28;
/** Upper half of the external attributes of archives made on Unix: file mode, of which the type of the file. */
const UNIX_TYPE_MASK = 0o170000;
const UNIX_LINK = 0o120000;

/**
 * A ZIP file in memory. Parts are read by the central directory, one at a time, and counted while they are inflated;
 * entries whose data overlap are refused (Fifield, "A better zip bomb", 2019).
 */
export class ZipArchive {
  private readonly byName: ReadonlyMap<string, Located>;

  private constructor(
    private readonly bytes: Uint8Array,
    readonly entries: readonly ZipEntry[],
    private readonly budget: InflationBudget,
  ) {
    this.byName = new Map((entries as readonly Located[]).map((entry) => [entry.name, entry]));
  }

  /** Throws `corrupt_document`, `archive_too_large` (too many entries), `decompression_bomb` (entries that overlap). */
  static async open(bytes: Uint8Array, limits: ZipLimits): Promise<ZipArchive> {
    const entries = (await listEntries(bytes, limits.maxEntries)).map((entry) => locate(bytes, entry));
    refuseOverlaps(entries);
    return new ZipArchive(bytes, entries, new InflationBudget(bytes.byteLength, limits.maxBytes));
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
    const { method, from, compressedSize, isEncrypted } = entry as Located;
    if (isEncrypted) throw readingError('encrypted_document');
    const compressed = this.bytes.subarray(from, from + compressedSize);
    if (method === STORED) {
      this.budget.take(compressed.byteLength);
      yield compressed;
      return;
    }
    if (method !== DEFLATED) throw readingError('corrupt_document');
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(compressed);
    try {
      for await (const chunk of inflate) {
        this.budget.take((chunk as Buffer).byteLength);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw isAppError(error) ? error : readingError('corrupt_document', error);
    } finally {
      inflate.destroy();
    }
  }
}

async function listEntries(bytes: Uint8Array, maxEntries: number): Promise<Entry[]> {
  const zip = await openZip(bytes);
  const entries: Entry[] = [];
  try {
    for await (const entry of entriesOf(zip)) {
      if (entries.length >= maxEntries) throw readingError('archive_too_large');
      entries.push(entry);
    }
  } catch (error) {
    throw isAppError(error) ? error : readingError('corrupt_document', error);
  } finally {
    zip.close();
  }
  return entries;
}

const openZip = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      // Names are checked where they are used; sizes are counted, not believed.
      { lazyEntries: true, validateEntrySizes: false, decodeStrings: true, strictFileNames: false, autoClose: false },
      (error, zip) => (error ? reject(readingError('corrupt_document', error)) : resolve(zip)),
    ),
  );

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  let settle: ((entry: Entry | null) => void) | undefined;
  let fail: ((error: Error) => void) | undefined;
  zip.on('entry', (entry: Entry) => settle?.(entry));
  zip.on('end', () => settle?.(null));
  zip.on('error', (error: Error) => fail?.(error));
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      settle = resolve;
      fail = reject;
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

function locate(bytes: Uint8Array, entry: Entry): Located {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = entry.relativeOffsetOfLocalHeader;
  if (header + LOCAL_HEADER_BYTES > bytes.byteLength || view.getUint32(header, true) !== LOCAL_SIGNATURE)
    throw readingError('corrupt_document');
  const from =
    header +
    LOCAL_HEADER_BYTES +
    view.getUint16(header + NAME_LENGTH_AT, true) +
    view.getUint16(header + EXTRA_LENGTH_AT, true);
  if (from + entry.compressedSize > bytes.byteLength) throw readingError('corrupt_document');
  const mode = (entry.externalFileAttributes >>> 16) & UNIX_TYPE_MASK;
  return {
    name: entry.fileName,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    kind: entry.fileName.endsWith('/') ? 'folder' : mode === UNIX_LINK ? 'link' : 'file',
    isEncrypted: (entry.generalPurposeBitFlag & 1) === 1,
    method: entry.compressionMethod,
    from,
  };
}

function refuseOverlaps(entries: readonly Located[]): void {
  const filled = entries.filter(({ compressedSize }) => compressedSize > 0);
  const byPlace = filled.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, compressedSize } of byPlace) {
    if (from < end) throw readingError('decompression_bomb');
    end = from + compressedSize;
  }
}
