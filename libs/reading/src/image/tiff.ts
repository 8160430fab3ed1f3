import { readingError } from '../reading.errors.js';
import { type Picture, type PicturePage, pointsOf } from './picture.js';
import { readTiffDirectories, type TiffDirectory, type TiffLayout } from './tiff-directories.js';

/** The pages of a TIFF file; smaller copies and masks are none. Throws `corrupt_document`. */
export function openTiff(bytes: Uint8Array): Picture {
  const { layout, directories, isDamaged } = readTiffDirectories(bytes);
  const full = directories.filter(({ isAuxiliary }) => !isAuxiliary);
  const pages = (full.length > 0 ? full : directories).filter(({ width, height }) => width > 0 && height > 0);
  if (pages.length === 0) throw readingError('corrupt_document');
  const copy = lazily(() => new Uint8Array(bytes));
  return {
    pages: pages.map((directory): PicturePage => ({
      width: directory.width,
      height: directory.height,
      orientation: directory.orientation,
      pointsPerPixel: { x: pointsOf(directory.density.x), y: pointsOf(directory.density.y || directory.density.x) },
      hasAlpha: directory.hasAlpha,
      load: async () => ({
        source: { kind: 'encoded', bytes: onlyPage(copy(), layout, directory) },
        // The last page of a chain that breaks off is where the loss is told.
        isDamaged: isDamaged && directory === pages.at(-1),
      }),
    })),
    otherFrames: 0,
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Makes one directory the first and only one of the file, in place: libtiff would walk the whole chain for every page
 * that is opened, which for many pages is quadratic. So only one page can be decoded at a time.
 */
function onlyPage(bytes: Uint8Array, { little, isBig, firstAt }: TiffLayout, directory: TiffDirectory): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const set = (at: number, value: number): void => {
    if (isBig) view.setBigUint64(at, BigInt(value), little);
    else view.setUint32(at, value, little);
  };
  set(firstAt, directory.offset);
  if (directory.nextAt + (isBig ? 8 : 4) <= bytes.byteLength) set(directory.nextAt, 0);
  return bytes;
}
