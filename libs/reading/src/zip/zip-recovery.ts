import { readingError } from '../reading.errors.js';
import { decodeName, wideSizes, type ZipRecord } from './zip-directory.js';
import { FILE_HEADER, LOCAL_HEADER, SIZES_FOLLOW } from './zip-format.js';

/**
 * The entries of an archive whose directory is lost, by the headers before their data. What stands behind the last whole
 * header is gone. Throws `archive_too_large`.
 */
export function recoverRecords(bytes: Uint8Array, maxEntries: number): ZipRecord[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: ZipRecord[] = [];
  let at = buffer.indexOf('PK\x03\x04');
  while (at >= 0 && at + LOCAL_HEADER.bytes <= buffer.length) {
    if (records.length >= maxEntries) throw readingError('archive_too_large');
    const { record, end } = recordAt(buffer, at);
    if (record !== null) records.push(record);
    at = buffer.indexOf('PK\x03\x04', Math.max(end, at + 4));
  }
  return records;
}

function recordAt(buffer: Buffer, at: number): { record: ZipRecord | null; end: number } {
  const nameEnd = at + LOCAL_HEADER.bytes + buffer.readUInt16LE(at + 26);
  const from = nameEnd + buffer.readUInt16LE(at + 28);
  if (from > buffer.length) return { record: null, end: buffer.length };
  const flags = buffer.readUInt16LE(at + 6);
  const [size = 0, claimed = 0] = wideSizes(buffer.subarray(nameEnd, from), [
    buffer.readUInt32LE(at + 22),
    buffer.readUInt32LE(at + 18),
  ]);
  const isUnknown = (flags & SIZES_FOLLOW) !== 0 && claimed === 0;
  const compressedSize = isUnknown ? nextRecord(buffer, from) - from : claimed;
  const record: ZipRecord = {
    name: decodeName(buffer.subarray(at + LOCAL_HEADER.bytes, nameEnd), flags),
    method: buffer.readUInt16LE(at + 8),
    flags,
    crc32: isUnknown ? null : buffer.readUInt32LE(at + 14),
    compressedSize,
    size: isUnknown ? compressedSize : size,
    unixMode: 0,
    offset: at,
  };
  const end = from + compressedSize;
  return { record, end: end <= buffer.length ? end : from };
}

/** Data whose length is not known ends at the next record: a descriptor, a header, the directory. */
function nextRecord(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf('PK', from); at >= 0 && at + 4 <= buffer.length; at = buffer.indexOf('PK', at + 2)) {
    const signature = buffer.readUInt32LE(at);
    if (signature === LOCAL_HEADER.signature || signature === FILE_HEADER.signature || signature === DESCRIPTOR)
      return at;
  }
  return buffer.length;
}

/** APPNOTE.TXT 4.3.9.3 */
const DESCRIPTOR = 0x08074b50;
