import { isAppError, type AppError } from '@app/kernel';
import { layoutPage } from '../layout/page-layout.js';
import { recognise } from '../ocr/recognise.js';
import type { ReadInput, ReadingLimits } from '../readers/format-reader.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import { decodeGrey } from './decode.js';
import { openPicture } from './open-picture.js';
import { displayedPoints, type PicturePage } from './picture.js';

/** Below this mean confidence a good part of a page's words is wrong. */
const LOW_QUALITY = 0.7;

/**
 * Recognises the pages of a picture. A page that cannot be decoded counts as failed; where none can, the first one's error
 * is thrown. Frames of an animation behind the first count as unread.
 */
export async function readImage({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const { pages, otherFrames, close } = await openPicture(bytes, mediaType);
  try {
    const errors = await readPages(pages.slice(0, limits.maxPages), builder, limits);
    const [first] = errors;
    if (first !== undefined && errors.length === pages.length) throw first;
    builder.addUnreadPages(
      pages.length - builder.pageCount,
      pages.length > limits.maxPages ? 'page_limit' : 'character_limit',
    );
    builder.addUnreadPages(otherFrames, 'animation_frames_unread');
  } finally {
    close?.();
  }
  return builder.build();
}

/** Reads the pages; answers why pages could not be decoded. */
async function readPages(
  pages: readonly PicturePage[],
  builder: ReadingBuilder,
  limits: ReadingLimits,
): Promise<AppError[]> {
  const errors: AppError[] = [];
  for (const [index, page] of pages.entries()) {
    if (builder.isFull) break;
    try {
      if (index >= limits.maxOcrPages) builder.addFailedPage(index + 1, 'ocr_page_limit');
      else await readPage(page, index + 1, builder, limits);
    } catch (error) {
      const known = isAppError(error) ? error : readingError('corrupt_document', error);
      errors.push(known);
      builder.addFailedPage(index + 1, known.code === 'image_too_large' ? 'image_too_large' : 'page_unreadable');
    }
  }
  return errors;
}

async function readPage(
  page: PicturePage,
  number: number,
  builder: ReadingBuilder,
  limits: ReadingLimits,
): Promise<void> {
  if (page.width * page.height > Math.min(limits.maxImagePixels, page.maxPixels ?? Infinity))
    throw readingError('image_too_large');
  const { image, isDamaged } = await decodeGrey(page, limits.maxPixels);
  if (isDamaged) builder.lose('image_damaged');
  const result = await recognise({ kind: 'picture', image }, limits);
  if (result.kind === 'failed') return builder.addFailedPage(number, result.warning);
  const { words, skew, frame, confidence } = result;
  if (words.length === 0) builder.warn('no_text_found');
  else if (confidence < LOW_QUALITY) builder.warn('low_quality_page');
  builder.addPage({
    number,
    ...displayedPoints(page),
    provenance: 'ocr',
    lines: layoutPage(words, skew),
    frame,
    ...(words.length === 0 ? {} : { quality: confidence }),
  });
}
