import { readingError } from '../reading.errors.js';
import { readBmpHeader } from './bmp-header.js';
import { decodeRows, decodeRuns } from './bmp-pixels.js';
import { type LoadedPixels, type Picture, pointsOf, WHOLE_PICTURE_PIXELS } from './picture.js';

/** A bitmap of Windows or OS/2. Throws `corrupt_document`, `unsupported_media_type`. */
export function openBmp(bytes: Uint8Array): Picture {
  const header = readBmpHeader(bytes);
  const { width, height, compression, pixelsAt, density } = header;
  const load = async (): Promise<LoadedPixels> => {
    if (pixelsAt >= bytes.length) throw readingError('corrupt_document');
    if (compression === 'jpeg' || compression === 'png')
      return { source: { kind: 'encoded', bytes: bytes.subarray(pixelsAt) }, isDamaged: false };
    const { data, isDamaged } = compression === 'none' ? decodeRows(bytes, header) : decodeRuns(bytes, header);
    return { source: { kind: 'raw', image: { data, width, height } }, isDamaged };
  };
  const pointsPerPixel = { x: pointsOf(density.x), y: pointsOf(density.y) };
  return {
    pages: [
      {
        width,
        height,
        orientation: 1,
        pointsPerPixel,
        hasAlpha: header.masks[3] !== 0,
        maxPixels: WHOLE_PICTURE_PIXELS,
        load,
      },
    ],
    otherFrames: 0,
  };
}
