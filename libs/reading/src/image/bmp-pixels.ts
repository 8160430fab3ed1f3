import type { BmpHeader } from './bmp-header.js';

/** Pixels as red, green, blue, alpha, rows from the top. What the file does not hold is white. */
export interface BmpPixels {
  readonly data: Uint8Array;
  readonly isDamaged: boolean;
}

/** Where a stored row stands in the picture. */
const rowOf = ({ topDown, height }: BmpHeader, stored: number): number => (topDown ? stored : height - 1 - stored);

/** Writes colour `index` of the palette. */
function putIndex(data: Uint8Array, at: number, palette: Uint8Array, index: number): void {
  data[at] = palette[index * 3] ?? 0;
  data[at + 1] = palette[index * 3 + 1] ?? 0;
  data[at + 2] = palette[index * 3 + 2] ?? 0;
}

/** Decodes rows of 1, 2, 4, 8, 16, 24 or 32 bits a pixel; each row is padded to four bytes. */
export function decodeRows(bytes: Uint8Array, header: BmpHeader): BmpPixels {
  const { width, height, bits, pixelsAt } = header;
  const data = new Uint8Array(width * height * 4).fill(255);
  const stride = Math.ceil((width * bits) / 32) * 4;
  const put = bits <= 8 ? indexedRow(header) : bits === 24 ? trueColourRow : maskedRow(header);
  for (let stored = 0; stored < height; stored++) {
    const from = pixelsAt + stored * stride;
    const row = bytes.subarray(from, from + stride);
    const complete = Math.min(width, Math.floor((row.length * 8) / bits));
    put(row, data, rowOf(header, stored) * width * 4, complete);
    if (complete < width) return { data: opaque(data, header), isDamaged: true };
  }
  return { data: opaque(data, header), isDamaged: false };
}

type PutRow = (row: Uint8Array, data: Uint8Array, to: number, width: number) => void;

const indexedRow = ({ bits, palette }: BmpHeader): PutRow => {
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  return (row, data, to, width) => {
    for (let x = 0; x < width; x++) {
      const shift = (perByte - 1 - (x % perByte)) * bits;
      putIndex(data, to + x * 4, palette, ((row[Math.floor(x / perByte)] ?? 0) >> shift) & mask);
    }
  };
};

const trueColourRow: PutRow = (row, data, to, width) => {
  for (let x = 0; x < width; x++) {
    data[to + x * 4] = row[x * 3 + 2] ?? 0;
    data[to + x * 4 + 1] = row[x * 3 + 1] ?? 0;
    data[to + x * 4 + 2] = row[x * 3] ?? 0;
  }
};

const maskedRow = ({ bits, masks }: BmpHeader): PutRow => {
  const size = bits / 8;
  const channels = masks.map(channelOf);
  return (row, data, to, width) => {
    for (let x = 0; x < width; x++) {
      let pixel = 0;
      for (let byte = 0; byte < size; byte++) pixel += (row[x * size + byte] ?? 0) * 2 ** (8 * byte);
      channels.forEach((channel, index) => {
        if (channel !== null) data[to + x * 4 + index] = channel(pixel);
      });
    }
  };
};

/** Takes the bits of a mask out of a pixel and stretches them to 0..255; null for an empty mask. */
function channelOf(mask: number): ((pixel: number) => number) | null {
  if (mask === 0) return null;
  const shift = 31 - Math.clz32(mask & -mask);
  const max = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / max);
}

/** Programs leave the fourth channel at zero everywhere and mean a picture that is seen. */
function opaque(data: Uint8Array, { masks }: BmpHeader): Uint8Array {
  if (masks[3] === 0) return data;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) return data;
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return data;
}

const END_OF_LINE = 0;
const END_OF_PICTURE = 1;
const DELTA = 2;

/** Decodes run-length encoded rows ([MS-WMF] 3.1.6; of 24 bits: OS/2). Pixels that are skipped have the first colour. */
export function decodeRuns(bytes: Uint8Array, header: BmpHeader): BmpPixels {
  const { width, height, palette } = header;
  const data = new Uint8Array(width * height * 4).fill(255);
  if (header.compression !== 'rle24')
    for (let pixel = 0; pixel < width * height; pixel++) putIndex(data, pixel * 4, palette, 0);
  const run = runsOf(header);
  let row = 0;
  for (const step of stepsOf(bytes, header.pixelsAt, run)) {
    row = step.row;
    if (row >= height) break;
    for (let index = 0; index < step.count && step.x + index < width; index++) {
      const to = (rowOf(header, row) * width + step.x + index) * 4;
      run.put(bytes, step.from, step.isLiteral ? index : index % run.period, data, to);
    }
  }
  return { data, isDamaged: row < height - 1 };
}

interface RunStep {
  readonly x: number;
  readonly row: number;
  /** Where the values of the pixels stand, and how many pixels they are for. */
  readonly from: number;
  readonly count: number;
  readonly isLiteral: boolean;
}

/** The pieces of a run-length encoded picture, up to its end mark or where the file ends. */
function* stepsOf(bytes: Uint8Array, start: number, run: Runs): Generator<RunStep> {
  let [x, row, at] = [0, 0, start];
  while (at + 1 < bytes.length) {
    const count = bytes[at] ?? 0;
    const value = bytes[at + 1] ?? 0;
    if (count > 0) {
      yield { x, row, from: at + 1, count, isLiteral: false };
      [x, at] = [x + count, at + 1 + run.unit];
    } else if (value === END_OF_LINE) {
      [x, row, at] = [0, row + 1, at + 2];
    } else if (value === END_OF_PICTURE) {
      // What follows an early end was skipped on purpose.
      return yield { x: 0, row: Infinity, from: at, count: 0, isLiteral: true };
    } else if (value === DELTA) {
      [x, row, at] = [x + (bytes[at + 2] ?? 0), row + (bytes[at + 3] ?? 0), at + 4];
    } else {
      yield { x, row, from: at + 2, count: value, isLiteral: true };
      // Literal pixels are padded to an even number of bytes.
      [x, at] = [x + value, at + 2 + Math.ceil(run.bytesOf(value) / 2) * 2];
    }
  }
}

interface Runs {
  /** Bytes of what a run repeats. */
  readonly unit: number;
  /** Pixels after which a run repeats itself. */
  readonly period: number;
  readonly bytesOf: (pixels: number) => number;
  /** Writes pixel `index` of the values that stand at `from`. */
  readonly put: (bytes: Uint8Array, from: number, index: number, data: Uint8Array, to: number) => void;
}

function runsOf({ compression, palette }: BmpHeader): Runs {
  if (compression === 'rle24')
    return {
      unit: 3,
      period: 1,
      bytesOf: (pixels) => pixels * 3,
      put: (bytes, from, index, data, to) =>
        trueColourRow(bytes.subarray(from + index * 3, from + index * 3 + 3), data, to, 1),
    };
  if (compression === 'rle8')
    return {
      unit: 1,
      period: 1,
      bytesOf: (pixels) => pixels,
      put: (bytes, from, index, data, to) => putIndex(data, to, palette, bytes[from + index] ?? 0),
    };
  return {
    unit: 1,
    period: 2,
    bytesOf: (pixels) => Math.ceil(pixels / 2),
    put: (bytes, from, index, data, to) =>
      putIndex(data, to, palette, ((bytes[from + (index >> 1)] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15),
  };
}
