import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored instead of deflated. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** Mode of the file on Unix, upper half of the external attributes. */
  readonly unixMode?: number;
}

/** A ZIP file for tests (APPNOTE.TXT 4.3): local headers, central directory, end record; no ZIP64. */
export function zipOf(parts: readonly ZipPart[] | Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const list = Array.isArray(parts)
    ? (parts as readonly ZipPart[])
    : Object.entries(parts).map(([name, content]): ZipPart => ({ name, content: content as string | Uint8Array }));
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of list) {
    const name = Buffer.from(part.name, 'utf8');
    const raw = Buffer.from(part.content as Uint8Array);
    const data = part.isStored === true ? raw : deflateRawSync(raw);
    const common = commonHeader(part, {
      crc: crc32(raw),
      size: raw.length,
      compressed: data.length,
      name: name.length,
    });
    const local = Buffer.concat([signature(0x04034b50), common, u16(0), name, data]);
    directory.push(
      Buffer.concat([
        signature(0x02014b50),
        // Made by: Unix, version 2.0.
        u16((3 << 8) | 20),
        common,
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(((part.unixMode ?? 0o100644) << 16) >>> 0),
        u32(offset),
        name,
      ]),
    );
    chunks.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    signature(0x06054b50),
    u16(0),
    u16(0),
    u16(list.length),
    u16(list.length),
    u32(central.length),
    u32(offset),
    u16(0),
  ]);
  return Buffer.concat([...chunks, central, end]);
}

/** From "version needed" to the length of the name, as both headers have it. */
const commonHeader = (
  { isStored, isEncrypted }: ZipPart,
  size: { crc: number; size: number; compressed: number; name: number },
): Buffer =>
  Buffer.concat([
    u16(20),
    // Bit 11: names are UTF-8; bit 0: encrypted.
    u16(0x0800 | (isEncrypted === true ? 1 : 0)),
    u16(isStored === true ? 0 : 8),
    u16(0),
    u16(0x21),
    u32(size.crc),
    u32(size.compressed),
    u32(size.size),
    u16(size.name),
  ]);

const signature = (value: number): Buffer => u32(value);
function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}
function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value >>> 0);
  return buffer;
}
