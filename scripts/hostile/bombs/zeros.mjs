// Deflate streams that unpack to far more than they are, made without ever unpacking them.
import { constants, crc32, deflateRawSync } from 'node:zlib';

const MEGABYTE = 1024 * 1024;

/** About a megabyte of a repeated text as deflate blocks that end at a whole byte, so that they can be put behind each other. */
const blockOf = (text) =>
  deflateRawSync(Buffer.alloc(Math.floor(MEGABYTE / text.length) * text.length, text), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });

/** RFC 1951, 3.2.4: an empty stored block that is the last one. */
const LAST = Buffer.from([1, 0, 0, 0xff, 0xff]);

/** A raw deflate stream of so many megabytes; `before` and `after` stand around what is repeated. */
export function deflated(megabytes, text = '\0', { before = '', after = '' } = {}) {
  const ends = (part) => deflateRawSync(Buffer.from(part), { finishFlush: constants.Z_FULL_FLUSH });
  const block = blockOf(text);
  return Buffer.concat([ends(before), ...Array.from({ length: megabytes }, () => block), ends(after), LAST]);
}

/** RFC 1950: the same as PNG and PDF want it. The checksum at the end is wrong; readers see that much later. */
export const zlibbed = (megabytes, text) =>
  Buffer.concat([Buffer.from([0x78, 0xda]), deflated(megabytes, text), Buffer.alloc(4)]);

/** RFC 1952. */
export const gzipped = (megabytes, text) =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
    deflated(megabytes, text),
    u32(crc32('')),
    u32((megabytes * MEGABYTE) % 2 ** 32),
  ]);

export function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value % 2 ** 16);
  return bytes;
}
export function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value % 2 ** 32);
  return bytes;
}
