import { readingError } from '../reading.errors.js';

/** One picture of a TIFF file: the facts of its directory (TIFF 6.0, section 2; BigTIFF as libtiff defines it). */
export interface TiffDirectory {
  readonly offset: number;
  /** Where the offset of the next directory stands. */
  readonly nextAt: number;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
  /** Dots an inch; 0 where the file does not say. */
  readonly density: { readonly x: number; readonly y: number };
  readonly hasAlpha: boolean;
  /** A smaller copy of another picture, or a mask for one. */
  readonly isAuxiliary: boolean;
}

export interface TiffFile {
  readonly layout: TiffLayout;
  readonly directories: readonly TiffDirectory[];
  /** The chain of directories leaves the file, or comes back to itself. */
  readonly isDamaged: boolean;
}

/** Sizes that differ between classic TIFF and BigTIFF. */
export interface TiffLayout {
  readonly little: boolean;
  readonly isBig: boolean;
  /** Where the header says where the first directory is. */
  readonly firstAt: number;
}

const TAG = {
  subfileType: 254,
  oldSubfileType: 255,
  width: 256,
  height: 257,
  orientation: 274,
  xResolution: 282,
  yResolution: 283,
  unit: 296,
  extraSamples: 338,
} as const;
const LAST_TAG = TAG.extraSamples;
const TYPE = { short: 3, long: 4, rational: 5, long8: 16 } as const;
/** Directories have thirty entries or so, in ascending order; what we look for is among the first. */
const MAX_ENTRIES = 200;
const MAX_DIRECTORIES = 1_000_000;
const CENTIMETRES_PER_INCH = 2.54;

/** Finds the directories of a TIFF file without decoding anything. Throws `corrupt_document`. */
export function readTiffDirectories(bytes: Uint8Array): TiffFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layout = layoutOf(view);
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  let isDamaged = false;
  for (let offset = offsetAt(view, layout, layout.firstAt); offset !== 0;) {
    const directory = seen.has(offset) || seen.size >= MAX_DIRECTORIES ? null : readDirectory(view, layout, offset);
    if (directory === null) {
      isDamaged = true;
      break;
    }
    seen.add(offset);
    directories.push(directory);
    offset = isInside(view, directory.nextAt, layout.isBig ? 8 : 4) ? offsetAt(view, layout, directory.nextAt) : 0;
  }
  if (directories.length === 0) throw readingError('corrupt_document');
  return { layout, directories, isDamaged };
}

function layoutOf(view: DataView): TiffLayout {
  if (view.byteLength < 16) throw readingError('corrupt_document');
  const little = view.getUint8(0) === 0x49;
  const isBig = view.getUint16(2, little) === 43;
  return { little, isBig, firstAt: isBig ? 8 : 4 };
}

const isInside = (view: DataView, at: number, length: number): boolean => at >= 0 && at + length <= view.byteLength;

export const offsetAt = (view: DataView, { little, isBig }: TiffLayout, at: number): number =>
  isBig ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);

/** A directory; null where it does not lie inside the file. */
function readDirectory(view: DataView, layout: TiffLayout, offset: number): TiffDirectory | null {
  const { little, isBig } = layout;
  const [countSize, entrySize] = isBig ? [8, 20] : [2, 12];
  if (!isInside(view, offset, countSize)) return null;
  const count = isBig ? Number(view.getBigUint64(offset, little)) : view.getUint16(offset, little);
  const nextAt = offset + countSize + count * entrySize;
  if (count === 0 || !isInside(view, offset, nextAt - offset)) return null;
  const values = new Map<number, number>();
  for (let index = 0; index < Math.min(count, MAX_ENTRIES); index++) {
    const at = offset + countSize + index * entrySize;
    const tag = view.getUint16(at, little);
    if (tag > LAST_TAG) break;
    const value = valueAt(view, layout, at);
    if (value !== null) values.set(tag, value);
  }
  return directoryOf(values, offset, nextAt);
}

/** The first value of an entry: numbers and fractions; null for other types. */
function valueAt(view: DataView, { little, isBig }: TiffLayout, at: number): number | null {
  const valueField = at + (isBig ? 12 : 8);
  switch (view.getUint16(at + 2, little)) {
    case TYPE.short:
      return view.getUint16(valueField, little);
    case TYPE.long:
      return view.getUint32(valueField, little);
    case TYPE.long8:
      return isBig ? Number(view.getBigUint64(valueField, little)) : null;
    case TYPE.rational: {
      // Eight bytes: in a BigTIFF they stand in the entry itself.
      const from = isBig ? valueField : view.getUint32(valueField, little);
      if (!isInside(view, from, 8)) return null;
      return view.getUint32(from, little) / view.getUint32(from + 4, little);
    }
    default:
      return null;
  }
}

function directoryOf(values: ReadonlyMap<number, number>, offset: number, nextAt: number): TiffDirectory {
  const of = (tag: number, otherwise: number): number => values.get(tag) ?? otherwise;
  const subfile = of(TAG.subfileType, 0);
  // Unit 1 is none: then the two only tell the shape of a pixel. 3 is the centimetre.
  const unit = of(TAG.unit, 2);
  const factor = unit === 3 ? CENTIMETRES_PER_INCH : unit === 2 ? 1 : 0;
  const orientation = of(TAG.orientation, 1);
  return {
    offset,
    nextAt,
    width: of(TAG.width, 0),
    height: of(TAG.height, 0),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    density: { x: of(TAG.xResolution, 0) * factor, y: of(TAG.yResolution, 0) * factor },
    // 1 and 2 are alpha, 0 is something else (TIFF 6.0, section 18).
    hasAlpha: of(TAG.extraSamples, 0) > 0,
    isAuxiliary: (subfile & 1) !== 0 || (subfile & 4) !== 0 || of(TAG.oldSubfileType, 1) === 2,
  };
}
