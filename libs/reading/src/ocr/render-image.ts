import type { RenderedPage } from '../readers/format-reader.js';
import { readingError } from '../reading.errors.js';
import { inspectImage, openSource } from './prepare-image.js';

/** A picture, upright, as PNG of at most `maxPixels`. Throws `page_not_found` for any page but the first. */
export async function renderImage(
  bytes: Uint8Array,
  options: { page: number; maxPixels: number },
): Promise<RenderedPage> {
  if (options.page !== 1) throw readingError('page_not_found');
  const facts = await inspectImage(bytes);
  const scale = Math.min(1, Math.sqrt(options.maxPixels / (facts.width * facts.height)));
  const width = Math.max(1, Math.round(facts.width * scale));
  const height = Math.max(1, Math.round(facts.height * scale));
  const png = await openSource({ kind: 'picture', bytes, ...facts })
    .resize(width, height, { fit: 'fill' })
    .png()
    .toBuffer();
  return { png, width, height };
}
