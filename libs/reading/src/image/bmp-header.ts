import { readingError } from '../reading.errors.js';

/**
 * Header of a Windows or OS/2 bitmap. Sources: [MS-WMF] 2.2.2.2 to 2.2.2.5 (BitmapCoreHeader to BitmapV5Header), 2.1.1.7
 * (Compression), and the OS/2 2.x header as the Encyclopedia of Graphics File Formats has it.
 */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Rows are stored from the top; as a rule they are from the bottom. */
  readonly topDown: boolean;
  readonly bits: number;
  readonly compression: BmpCompression;
  /** Bits of red, green, blue and alpha in a pixel of 16 or 32 bits. */
  readonly masks: readonly [number, number, number, number];
  /** Red, green, blue of each index. */
  readonly palette: Uint8Array;
  readonly pixelsAt: number;
  /** Dots an inch; 0 where the file does not say. */
  readonly density: { readonly x: number; readonly y: number };
}

export type BmpCompression = 'none' | 'rle8' | 'rle4' | 'rle24' | 'jpeg' | 'png';

const FILE_HEADER = 14;
const CORE_HEADER = 12;
const OS2_SIZES: ReadonlySet<number> = new Set([16, 64]);
const INFO_HEADER = 40;
const METRES_PER_INCH = 0.0254;
const NO_MASKS = [0, 0, 0, 0] as const;
/** Without masks of its own, a pixel of 16 bits has five for each colour ([MS-WMF] 2.1.1.3). */
const MASKS_16 = [0x7c00, 0x03e0, 0x001f, 0] as const;
const MASKS_32 = [0xff0000, 0x00ff00, 0x0000ff, 0] as const;
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16, 24, 32]);

/** Throws `corrupt_document`, and `unsupported_media_type` for ways to store pixels that are not known. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < FILE_HEADER + CORE_HEADER) throw readingError('corrupt_document');
  const size = view.getUint32(FILE_HEADER, true);
  if (size < CORE_HEADER || size > 1024 || FILE_HEADER + size > view.byteLength) throw readingError('corrupt_document');
  const pixelsAt = view.getUint32(10, true);
  const header = size === CORE_HEADER ? coreHeader(view, pixelsAt) : infoHeader(view, size, pixelsAt);
  if (header.width <= 0 || header.height <= 0 || !DEPTHS.has(header.bits)) throw readingError('corrupt_document');
  return header;
}

function coreHeader(view: DataView, pixelsAt: number): BmpHeader {
  const bits = view.getUint16(FILE_HEADER + 10, true);
  return {
    width: view.getUint16(FILE_HEADER + 4, true),
    height: view.getUint16(FILE_HEADER + 6, true),
    topDown: false,
    bits,
    compression: 'none',
    masks: masksOf(view, bits, 0, CORE_HEADER),
    palette: readPalette(view, {
      from: FILE_HEADER + CORE_HEADER,
      until: pixelsAt,
      entry: 3,
      colours: 2 ** Math.min(bits, 8),
    }),
    pixelsAt,
    density: { x: 0, y: 0 },
  };
}

function infoHeader(view: DataView, size: number, pixelsAt: number): BmpHeader {
  // Short OS/2 headers end after any field; what is missing is zero.
  const uint32 = (at: number): number => (at + 4 <= size ? view.getUint32(FILE_HEADER + at, true) : 0);
  const height = view.getInt32(FILE_HEADER + 8, true);
  const bits = view.getUint16(FILE_HEADER + 14, true);
  const compression = uint32(16);
  // BITMAPINFOHEADER with masks keeps them behind itself, before the palette.
  const isBitfields = !OS2_SIZES.has(size) && (compression === 3 || compression === 6);
  const behind = size === INFO_HEADER && isBitfields ? (compression === 6 ? 16 : 12) : 0;
  return {
    width: view.getInt32(FILE_HEADER + 4, true),
    height: Math.abs(height),
    topDown: height < 0,
    bits,
    compression: compressionOf(compression, OS2_SIZES.has(size)),
    masks: masksOf(view, bits, isBitfields ? compression : 0, size),
    palette: readPalette(view, {
      from: FILE_HEADER + size + behind,
      until: pixelsAt,
      entry: 4,
      colours: Math.min(uint32(32) || 256, 2 ** Math.min(bits, 8)),
    }),
    pixelsAt,
    density: { x: uint32(24) * METRES_PER_INCH, y: uint32(28) * METRES_PER_INCH },
  };
}

function compressionOf(value: number, isOs2: boolean): BmpCompression {
  const known: Readonly<Record<number, BmpCompression>> = isOs2
    ? { 0: 'none', 1: 'rle8', 2: 'rle4', 4: 'rle24' }
    : { 0: 'none', 1: 'rle8', 2: 'rle4', 3: 'none', 4: 'jpeg', 5: 'png', 6: 'none' };
  const found = known[value];
  if (found === undefined) throw readingError('unsupported_media_type');
  return found;
}

function masksOf(view: DataView, bits: number, bitfields: number, size: number): BmpHeader['masks'] {
  if (bitfields === 0) return bits === 16 ? MASKS_16 : bits === 32 ? MASKS_32 : NO_MASKS;
  const at = FILE_HEADER + INFO_HEADER;
  const hasAlpha = bitfields === 6 || size >= 56;
  if (at + 16 > view.byteLength) throw readingError('corrupt_document');
  const mask = (index: number): number => view.getUint32(at + 4 * index, true);
  return [mask(0), mask(1), mask(2), hasAlpha ? mask(3) : 0];
}

/** Colours stand as blue, green, red. A palette that the pixels cut short has black for the rest. */
function readPalette(
  view: DataView,
  { from, until, entry, colours }: { from: number; until: number; entry: 3 | 4; colours: number },
): Uint8Array {
  const palette = new Uint8Array(256 * 3);
  const end = Math.min(view.byteLength, until > from ? until : view.byteLength);
  for (let index = 0; index < colours; index++) {
    const at = from + index * entry;
    if (at + 3 > end) break;
    palette[index * 3] = view.getUint8(at + 2);
    palette[index * 3 + 1] = view.getUint8(at + 1);
    palette[index * 3 + 2] = view.getUint8(at);
  }
  return palette;
}
