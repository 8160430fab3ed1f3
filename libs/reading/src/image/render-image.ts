import type { RenderedPage } from '../readers/format-reader.js';
import { readingError } from '../reading.errors.js';
import { decodePng } from './decode.js';
import { openPicture } from './open-picture.js';

/** Pixels of a picture that is made into a page image; its header tells. */
const MAX_IMAGE_PIXELS = 150_000_000;

/** A page (from 1) of a picture, upright, as PNG of at most `maxPixels`. Throws `page_not_found`, `image_too_large`. */
export async function renderImage(
  bytes: Uint8Array,
  { mediaType, page: number, maxPixels }: { mediaType: string; page: number; maxPixels: number },
): Promise<RenderedPage> {
  const { pages, close } = await openPicture(bytes, mediaType);
  try {
    const page = pages[number - 1];
    if (page === undefined) throw readingError('page_not_found');
    if (page.width * page.height > Math.min(MAX_IMAGE_PIXELS, page.maxPixels ?? Infinity))
      throw readingError('image_too_large');
    return await decodePng(page, maxPixels);
  } finally {
    close?.();
  }
}
