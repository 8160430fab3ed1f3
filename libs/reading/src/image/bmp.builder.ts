export interface BmpInput {
  readonly width: number;
  /** Negative where rows are stored from the top. */
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** Bytes between the header and the pixels: masks, palette. */
  readonly between?: readonly number[];
  readonly pixels: readonly number[];
  /** Bytes of the header: 12 of OS/2, 40 of Windows, 64 of OS/2 2.x. */
  readonly size?: 12 | 40 | 56 | 64;
  readonly colours?: number;
}

/** Writes a bitmap ([MS-WMF] 2.2.2.2 and 2.2.2.3). */
export function bmpOf({
  width,
  height,
  bits,
  compression = 0,
  between = [],
  pixels,
  size = 40,
  colours = 0,
}: BmpInput): Uint8Array {
  const pixelsAt = 14 + size + between.length;
  const bytes = Buffer.alloc(pixelsAt + pixels.length);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(pixelsAt, 10);
  bytes.writeUInt32LE(size, 14);
  if (size === 12) {
    bytes.writeUInt16LE(width, 18);
    bytes.writeUInt16LE(height, 20);
    bytes.writeUInt16LE(1, 22);
    bytes.writeUInt16LE(bits, 24);
  } else {
    bytes.writeInt32LE(width, 18);
    bytes.writeInt32LE(height, 22);
    bytes.writeUInt16LE(1, 26);
    bytes.writeUInt16LE(bits, 28);
    bytes.writeUInt32LE(compression, 30);
    bytes.writeUInt32LE(colours, 46);
  }
  bytes.set(between, 14 + size);
  bytes.set(pixels, pixelsAt);
  return bytes;
}
