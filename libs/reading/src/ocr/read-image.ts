import { layoutPage } from '../layout/page-layout.js';
import { inspectImage } from './prepare-image.js';
import { recognise } from './recognise.js';
import { ReadingBuilder } from '../reading-builder.js';
import { readingError } from '../reading.errors.js';
import type { Reading } from '../reading-model.js';
import type { ReadInput } from '../readers/format-reader.js';

/** Points of a pixel where the file does not say: as on a screen of 96 dots an inch (CSS). */
const POINTS_PER_PIXEL = 0.75;

/** Recognises a picture as one page. */
export async function readImage({ bytes, mediaType, limits }: ReadInput): Promise<Reading> {
  const facts = await inspectImage(bytes);
  if (facts.width * facts.height > limits.maxImagePixels) throw readingError('image_too_large');
  const builder = new ReadingBuilder(mediaType, limits.maxCharacters);
  const result = await recognise({ kind: 'picture', bytes, ...facts }, limits);
  if (result.kind === 'failed') {
    builder.addFailedPage(1, result.warning);
  } else {
    const width = facts.width * POINTS_PER_PIXEL;
    const height = facts.height * POINTS_PER_PIXEL;
    builder.addPage({
      number: 1,
      width,
      height,
      provenance: 'ocr',
      lines: layoutPage(result.words, result.skew),
      frame: result.frame,
    });
  }
  return builder.build();
}
