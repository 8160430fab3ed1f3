// A ZIP writer that writes down whatever it is told (APPNOTE.TXT 4.3).
import { crc32, deflateRawSync } from 'node:zlib';
import { u16, u32 } from './zeros.mjs';

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** An entry. `data` is what stands in the file; sizes and flags are believed. */
export const raw = (
  name,
  data,
  { size = data.length, crc = 0, method = DEFLATED, flags = 0, mode = 0o100644 } = {},
) => ({
  name: Buffer.from(name, 'utf8'),
  data,
  size,
  crc,
  method,
  flags,
  mode,
});

export const packed = (name, content, options = {}) => {
  const bytes = Buffer.from(content);
  return raw(name, deflateRawSync(bytes), { size: bytes.length, crc: crc32(bytes), ...options });
};

export const stored = (name, content, options = {}) => {
  const bytes = Buffer.from(content);
  return raw(name, bytes, { crc: crc32(bytes), method: STORED, ...options });
};

export const encrypted = (name, content) => stored(name, content, { flags: ENCRYPTED });

/** Entries with `at` have no data of their own: they point to where another's header stands. */
export function zip(entries) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const entry of entries) {
    const at = entry.at ?? offset;
    if (entry.at === undefined) {
      const body = Buffer.concat([u32(0x04034b50), common(entry), u16(0), entry.name, entry.data]);
      bodies.push(body);
      offset += body.length;
    }
    directory.push(headerOf(entry, at));
  }
  const central = Buffer.concat(directory);
  const count = entries.length;
  const end = [u32(0x06054b50), u16(0), u16(0), u16(count), u16(count), u32(central.length), u32(offset), u16(0)];
  return Buffer.concat([...bodies, central, ...wideEnd(count, central.length, offset), ...end]);
}

const headerOf = (entry, at) =>
  Buffer.concat([
    u32(0x02014b50),
    u16((3 << 8) | 20),
    common(entry),
    u16(0),
    u16(0),
    u16(0),
    u16(0),
    u32(entry.mode * 65_536),
    u32(at),
    entry.name,
  ]);

const common = ({ name, data, size, crc, method, flags }) =>
  Buffer.concat([
    u16(20),
    u16(0x0800 | flags),
    u16(method),
    u16(0),
    u16(0x21),
    u32(crc),
    u32(data.length),
    u32(size),
    u16(name.length),
  ]);

/** 4.3.14 and 4.3.15: needed for more entries than two bytes can count. */
function wideEnd(count, length, offset) {
  if (count < 0xffff) return [];
  const wide = (value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  const place = offset + length;
  return [
    u32(0x06064b50),
    wide(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    wide(count),
    wide(count),
    wide(length),
    wide(offset),
    u32(0x07064b50),
    u32(0),
    wide(place),
    u32(1),
  ];
}
