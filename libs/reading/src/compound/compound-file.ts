import { readingError } from '../reading.errors.js';
import { ByteView } from './byte-view.js';

/** A stream or storage of a compound file. */
export interface CompoundEntry {
  readonly name: string;
  /** Names from the root on, parted by `/`, which no name may hold; empty for the root. */
  readonly path: string;
  readonly kind: 'root' | 'storage' | 'stream';
  /** Bytes as the directory claims. */
  readonly size: number;
  /** 16 bytes in hex: what program owns the storage; zeros where none does. */
  readonly classId: string;
}

interface Located extends CompoundEntry {
  readonly start: number;
}

/** [MS-CFB] 2.2: the header and its fields. */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const HEADER_FAT_SECTORS = 109;
const HEADER_FAT_AT = 76;
/** [MS-CFB] 2.1: sector numbers from here on are marks, not places. */
const MAX_SECTOR = 0xfffffffa;
/** [MS-CFB] 2.6.1. */
const ENTRY_BYTES = 128;
const NO_ENTRY = 0xffffffff;
const MINI_SECTOR_BYTES = 64;
const MINI_CUTOFF = 4096;
const KINDS: Readonly<Record<number, CompoundEntry['kind']>> = { 1: 'storage', 2: 'stream', 5: 'root' };
/** Entries and depth of the directory; files that people make have a few hundred. */
const MAX_ENTRIES = 100_000;
const MAX_DEPTH = 64;
/** Streams never share sectors, so all of them together are no larger than the file; damaged ones may be a little. */
const MAX_READ_RATIO = 4;

export const isCompoundFile = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

/**
 * An OLE2 compound file ([MS-CFB]) in memory. Streams are put together when they are asked for; loops and sectors that are
 * not there end a stream early, so that damaged files give what is left of them.
 */
export class CompoundFile {
  readonly entries: readonly CompoundEntry[];
  private readonly byPath = new Map<string, Located>();
  private readonly byParent: ReadonlyMap<string, readonly CompoundEntry[]>;
  private readonly fat: Uint32Array;
  private readonly sectorBytes: number;
  private readonly sectors: number;
  private mini: { readonly fat: ByteView; readonly stream: Uint8Array } | null = null;
  private bytesLeft: number;
  private hasShortStream = false;

  private constructor(private readonly view: ByteView) {
    const shift = view.u16(30);
    if (!isCompoundFile(view.bytes) || shift < 7 || shift > 16) throw readingError('corrupt_document');
    this.sectorBytes = 1 << shift;
    this.sectors = Math.max(0, Math.ceil(view.length / this.sectorBytes) - 1);
    this.bytesLeft = MAX_READ_RATIO * Math.max(view.length, 1 << 20);
    this.fat = this.readFat();
    const located = this.readDirectory(new ByteView(this.chain(view.u32(48), this.sectors * this.sectorBytes)));
    for (const entry of located) this.byPath.set(entry.path.toLowerCase(), entry);
    this.entries = located;
    this.byParent = Map.groupBy(located.slice(1), ({ path, name }) => path.slice(0, -name.length - 1));
  }

  /** Throws `corrupt_document` where there is no compound file or its directory cannot be found. */
  static open(bytes: Uint8Array): CompoundFile {
    if (bytes.byteLength < HEADER_BYTES) throw readingError('corrupt_document');
    return new CompoundFile(new ByteView(bytes));
  }

  /** By path, upper and lower case alike ([MS-CFB] 2.6.4). */
  entry(path: string): CompoundEntry | null {
    return this.byPath.get(path.toLowerCase()) ?? null;
  }

  /** What lies directly in a storage. */
  childrenOf(path: string): readonly CompoundEntry[] {
    return this.byParent.get(path) ?? [];
  }

  /** True where a stream that was asked for is shorter than the directory says: the file was cut, or sectors are lost. */
  get isDamaged(): boolean {
    return this.hasShortStream;
  }

  /** A stream's bytes; null where there is none of this path. Throws `decompression_bomb` where streams share sectors. */
  stream(path: string): Uint8Array | null {
    const entry = this.byPath.get(path.toLowerCase());
    if (entry?.kind !== 'stream') return null;
    const bytes = entry.size < MINI_CUTOFF ? this.miniStream(entry) : this.chain(entry.start, entry.size);
    if (bytes.byteLength < entry.size) this.hasShortStream = true;
    return bytes;
  }

  private readFat(): Uint32Array {
    const places: number[] = [];
    for (let index = 0; index < HEADER_FAT_SECTORS; index++) places.push(this.view.u32(HEADER_FAT_AT + index * 4));
    const perSector = this.sectorBytes / 4 - 1;
    let next = this.view.u32(68);
    for (let steps = 0; next < MAX_SECTOR && steps <= this.sectors / perSector; steps++) {
      const sector = this.sector(next);
      for (let index = 0; index < perSector; index++) places.push(sector.u32(index * 4));
      next = sector.u32(perSector * 4);
    }
    const fat = new Uint32Array(this.sectors).fill(NO_ENTRY);
    const inSector = this.sectorBytes / 4;
    places.forEach((place, block) => {
      if (place >= MAX_SECTOR || block * inSector >= fat.length) return;
      const sector = this.sector(place);
      for (let index = 0; index < inSector && block * inSector + index < fat.length; index++)
        fat[block * inSector + index] = sector.u32(index * 4);
    });
    return fat;
  }

  private sector(number: number): ByteView {
    return this.view.part((number + 1) * this.sectorBytes, this.sectorBytes);
  }

  /** The sectors from `start` on, at most `size` bytes. */
  private chain(start: number, size: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (
      let at = start;
      at < this.sectors && length < size && parts.length < this.sectors;
      at = this.fat[at] ?? NO_ENTRY
    ) {
      const part = this.sector(at).slice(0, size - length);
      parts.push(part);
      length += part.byteLength;
    }
    this.bytesLeft -= length;
    if (this.bytesLeft < 0) throw readingError('decompression_bomb');
    return Buffer.concat(parts);
  }

  private miniStream({ start, size }: Located): Uint8Array {
    const { fat, stream } = this.miniParts();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let at = start; at < MAX_SECTOR && length < size && length <= stream.byteLength; at = fat.u32(at * 4)) {
      const part = stream.subarray(
        at * MINI_SECTOR_BYTES,
        at * MINI_SECTOR_BYTES + Math.min(MINI_SECTOR_BYTES, size - length),
      );
      if (part.byteLength === 0) break;
      parts.push(part);
      length += part.byteLength;
    }
    return Buffer.concat(parts);
  }

  private miniParts(): { readonly fat: ByteView; readonly stream: Uint8Array } {
    const root = this.byPath.get('');
    this.mini ??= {
      fat: new ByteView(this.chain(this.view.u32(60), this.sectors * this.sectorBytes)),
      stream: root === undefined ? new Uint8Array() : this.chain(root.start, root.size),
    };
    return this.mini;
  }

  /** Walks the tree of siblings and children of each storage from the root on ([MS-CFB] 2.6.4). */
  private readDirectory(directory: ByteView): Located[] {
    const found: Located[] = [];
    const seen = new Set<number>([0]);
    const root = entryAt(directory, 0, '');
    if (root?.kind !== 'root') throw readingError('corrupt_document');
    found.push(root);
    const todo = [{ id: directory.u32(76), parent: '', depth: 1 }];
    for (let next = todo.pop(); next !== undefined && found.length < MAX_ENTRIES; next = todo.pop()) {
      const { id, parent, depth } = next;
      if (id === NO_ENTRY || (id + 1) * ENTRY_BYTES > directory.length || seen.has(id) || depth > MAX_DEPTH) continue;
      seen.add(id);
      const at = id * ENTRY_BYTES;
      const entry = entryAt(directory, id, parent);
      todo.push({ id: directory.u32(at + 72), parent, depth }, { id: directory.u32(at + 68), parent, depth });
      if (entry === null) continue;
      found.push(entry);
      if (entry.kind === 'storage') todo.push({ id: directory.u32(at + 76), parent: entry.path, depth: depth + 1 });
    }
    return found;
  }
}

function entryAt(directory: ByteView, id: number, parent: string): Located | null {
  const at = id * ENTRY_BYTES;
  const kind = KINDS[directory.u8(at + 66)];
  if (kind === undefined) return null;
  const nameBytes = Math.min(64, Math.max(2, directory.u16(at + 64))) - 2;
  const name = new TextDecoder('utf-16le').decode(directory.slice(at, nameBytes));
  return {
    name,
    path: kind === 'root' ? '' : parent === '' ? name : `${parent}/${name}`,
    kind,
    size: directory.u32(at + 120),
    classId: Buffer.from(directory.slice(at + 80, 16)).toString('hex'),
    start: directory.u32(at + 116),
  };
}
