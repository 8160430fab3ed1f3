import { decodeCodePage } from '../encoding/code-pages.js';
import { readingError } from '../reading.errors.js';
import { END_RECORD, EXTRA_ZIP64, FILE_HEADER, ZIP64_END, ZIP64_LOCATOR } from './zip-format.js';

/** What the central directory, or a local header, says of one entry. Nothing of it is to be believed without a look. */
export interface ZipRecord {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  /** CRC-32 of the content; null where it is not known. */
  readonly crc32: number | null;
  readonly compressedSize: number;
  readonly size: number;
  /** Mode of the file on Unix, 0 where the archive was made elsewhere. */
  readonly unixMode: number;
  /** Of the local header in the file. */
  readonly offset: number;
}

/** The end record lies before a comment of up to 64 KB (APPNOTE.TXT 4.3.16); as much again may have been appended. */
const END_WITHIN = 2 * 0x10000 + END_RECORD.bytes;

interface Directory {
  /** First byte of the directory, and the first behind it. */
  readonly from: number;
  readonly to: number;
  /** Bytes that stand before the archive: offsets do not count them. */
  readonly shift: number;
  readonly count: number;
}

/**
 * The entries by the central directory; null where there is none, or it is not whole. Throws `archive_too_large`.
 */
export function readDirectory(bytes: Uint8Array, maxEntries: number): ZipRecord[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(buffer);
  if (directory === null) return null;
  const records: ZipRecord[] = [];
  let at = directory.from;
  while (at + FILE_HEADER.bytes <= directory.to && buffer.readUInt32LE(at) === FILE_HEADER.signature) {
    const end = at + FILE_HEADER.bytes + variableBytes(buffer, at);
    if (end > directory.to) break;
    if (records.length >= maxEntries) throw readingError('archive_too_large');
    records.push(recordAt(buffer, at, directory.shift));
    at = end;
  }
  return records.length === directory.count ? records : null;
}

const variableBytes = (buffer: Buffer, at: number): number =>
  buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);

/** The last end record that a directory stands before. */
function findDirectory(buffer: Buffer): Directory | null {
  const tail = buffer.subarray(Math.max(0, buffer.length - END_WITHIN));
  const base = buffer.length - tail.length;
  for (let at = lastMark(tail, tail.length); at >= 0; at = lastMark(tail, at - 1)) {
    const directory = base + at + END_RECORD.bytes > buffer.length ? null : directoryOf(buffer, base + at);
    if (directory !== null) return directory;
  }
  return null;
}

const lastMark = (tail: Buffer, before: number): number => (before < 0 ? -1 : tail.lastIndexOf('PK\x05\x06', before));

function directoryOf(buffer: Buffer, end: number): Directory | null {
  const wide = zip64End(buffer, end);
  const [to, count, size, offset] =
    wide === null
      ? [end, buffer.readUInt16LE(end + 10), buffer.readUInt32LE(end + 12), buffer.readUInt32LE(end + 16)]
      : [wide, uint64(buffer, wide + 32), uint64(buffer, wide + 40), uint64(buffer, wide + 48)];
  if (count === 0) return { from: to, to, shift: 0, count };
  // Where bytes stand before the archive the directory is not at its offset, but still before its end record.
  const from = [to - size, offset].find((place) => isRecordAt(buffer, place, FILE_HEADER));
  return from === undefined ? null : { from, to, shift: Math.max(0, from - offset), count };
}

const isRecordAt = (buffer: Buffer, place: number, kind: { signature: number; bytes: number }): boolean =>
  place >= 0 && place + kind.bytes <= buffer.length && buffer.readUInt32LE(place) === kind.signature;

/** Where the ZIP64 end record stands (APPNOTE.TXT 4.3.14 and 4.3.15); null where there is none. */
function zip64End(buffer: Buffer, end: number): number | null {
  const locator = end - ZIP64_LOCATOR.bytes;
  if (locator < 0 || buffer.readUInt32LE(locator) !== ZIP64_LOCATOR.signature) return null;
  const places = [locator - ZIP64_END.bytes, uint64(buffer, locator + 8)];
  return places.find((place) => isRecordAt(buffer, place, ZIP64_END)) ?? null;
}

function recordAt(buffer: Buffer, at: number, shift: number): ZipRecord {
  const nameEnd = at + FILE_HEADER.bytes + buffer.readUInt16LE(at + 28);
  const extra = buffer.subarray(nameEnd, nameEnd + buffer.readUInt16LE(at + 30));
  const flags = buffer.readUInt16LE(at + 8);
  const sizes = wideSizes(extra, [
    buffer.readUInt32LE(at + 24),
    buffer.readUInt32LE(at + 20),
    buffer.readUInt32LE(at + 42),
  ]);
  const [size = 0, compressedSize = 0, offset = 0] = sizes;
  const isUnix = buffer.readUInt8(at + 5) === 3;
  return {
    name: decodeName(buffer.subarray(at + FILE_HEADER.bytes, nameEnd), flags),
    method: buffer.readUInt16LE(at + 10),
    flags,
    crc32: buffer.readUInt32LE(at + 16),
    compressedSize,
    size,
    unixMode: isUnix ? buffer.readUInt16LE(at + 40) : 0,
    offset: offset + shift,
  };
}

/** APPNOTE.TXT 4.5.3: fields that are all ones stand in the extra field instead, in this order. */
export function wideSizes(extra: Buffer, fields: readonly number[]): number[] {
  const wide = extraField(extra, EXTRA_ZIP64);
  let at = 0;
  return fields.map((field) => {
    if (field !== 0xffffffff || wide === null || at + 8 > wide.length) return field;
    at += 8;
    return uint64(wide, at - 8);
  });
}

function extraField(extra: Buffer, id: number): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

/** Beyond 2^53 nothing can be right; such a number is larger than any file. */
const uint64 = (buffer: Buffer, at: number): number => Number(buffer.readBigUInt64LE(at));

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** APPNOTE.TXT 4.4.4, bit 11. */
const UTF8_NAME = 0x0800;

/** Many writers give UTF-8 without saying so; what is no UTF-8 is the code page of DOS (APPNOTE.TXT, appendix D). */
export function decodeName(raw: Uint8Array, flags: number): string {
  if ((flags & UTF8_NAME) !== 0) return Buffer.from(raw).toString('utf8');
  try {
    return utf8.decode(raw);
  } catch {
    return decodeCodePage(raw, 437);
  }
}
