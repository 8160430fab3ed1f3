import { isAppError } from '@app/kernel';
import { sharp } from './sharp.js';
import { readingError } from '../reading.errors.js';
import { openBmp } from './bmp.js';
import { openHeif } from './heif.js';
import { type Picture, type PicturePage, pointsOf } from './picture.js';
import { apngFrames } from './png-frames.js';
import { withoutTexts } from './png-texts.js';
import { openTiff } from './tiff.js';

/** Formats that sharp reads, or that are handed to a decoder of their own. */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Picture | Promise<Picture>>> = {
  'image/tiff': openTiff,
  'image/bmp': openBmp,
  'image/heic': openHeifOrAvif,
  'image/heif': openHeifOrAvif,
  'image/heic-sequence': openHeifOrAvif,
  'image/heif-sequence': openHeifOrAvif,
};

/** Reads a picture's header. Throws `corrupt_document`, `unsupported_media_type`. */
export async function openPicture(bytes: Uint8Array, mediaType: string): Promise<Picture> {
  return (DECODERS[mediaType] ?? openWithSharp)(bytes);
}

/** HEIF is a container: most hold HEVC, which sharp has no decoder for; some hold AV1. */
async function openHeifOrAvif(bytes: Uint8Array): Promise<Picture> {
  try {
    return openHeif(bytes);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return openWithSharp(bytes);
  }
}

/** Pictures in one file that are pages of their own; in GIF and WebP they are the frames of an animation. */
const PAGED: ReadonlySet<string> = new Set(['heif']);

async function openWithSharp(whole: Uint8Array): Promise<Picture> {
  const bytes = withoutTexts(whole);
  const facts = await metadataOf(bytes);
  const { width, height, orientation = 1, format, pages = 1, pagePrimary = 0 } = facts;
  const points = pointsOf(facts.density);
  const pageOf = (index: number): PicturePage => ({
    width,
    height,
    orientation,
    pointsPerPixel: { x: points, y: points },
    hasAlpha: facts.hasAlpha,
    load: async () => ({ source: { kind: 'encoded', bytes, page: index }, isDamaged: false }),
  });
  if (!PAGED.has(format)) return { pages: [pageOf(0)], otherFrames: Math.max(pages, apngFrames(bytes)) - 1 };
  const others = Array.from({ length: pages }, (_, index) => index).filter((index) => index !== pagePrimary);
  return { pages: [pagePrimary, ...others].map(pageOf), otherFrames: 0 };
}

async function metadataOf(bytes: Uint8Array) {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata();
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}
