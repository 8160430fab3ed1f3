import sharp, { type Sharp } from 'sharp';
import type { RawImage } from '../pdf/pdf-render.js';
import { readingError } from '../reading.errors.js';
import type { GreyImage } from './ppocr/grey-image.js';

// One thread a process: the pool has a process a core already.
sharp.concurrency(1);
sharp.cache(false);

export interface ImageSize {
  /** Pixels, upright by EXIF. */
  readonly width: number;
  readonly height: number;
}

/** What recognition is given: a page that pdfium rendered, or a picture as it came. */
export type OcrSource =
  | { readonly kind: 'page'; readonly raw: RawImage }
  | ({ readonly kind: 'picture'; readonly bytes: Uint8Array } & ImageSize);

/** Size by the header alone. Throws `corrupt_document`. */
export async function inspectImage(bytes: Uint8Array): Promise<ImageSize> {
  try {
    const { width, height, orientation = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}

export const sourceSize = (source: OcrSource): ImageSize => (source.kind === 'page' ? source.raw : source);

/** The source as sharp reads it, upright, on white. */
export function openSource(source: OcrSource): Sharp {
  if (source.kind === 'page') {
    const { data, width, height } = source.raw;
    return sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  }
  return sharp(source.bytes, { limitInputPixels: false, failOn: 'none' })
    .autoOrient()
    .flatten({ background: '#ffffff' });
}

/** Scale that brings a picture's longer side to `longSide` within `maxScale` and `maxPixels`. Above 1 enlarges. */
export function fitScale({ width, height }: ImageSize, longSide: number, maxPixels: number, maxScale: number): number {
  const wanted = Math.min(maxScale, longSide / Math.max(width, height));
  return Math.min(wanted, Math.sqrt(maxPixels / (width * height)));
}

function scaledGrey(source: OcrSource, scale: number): Sharp {
  const size = sourceSize(source);
  const grey = openSource(source).grayscale();
  if (scale === 1) return grey;
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  return grey.resize(width, height, { fit: 'fill', kernel: scale > 1 ? 'cubic' : 'lanczos3' });
}

/** Grey, stretched to the full range, scaled; PNG without compression, since it only crosses a pipe. */
export async function greyPng(
  source: OcrSource,
  scale: number,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  const { data, info } = await decode(scaledGrey(source, scale).normalise().png({ compressionLevel: 0 }));
  return { png: data, width: info.width, height: info.height };
}

/** Grey pixels, scaled. */
export async function greyPixels(source: OcrSource, scale: number): Promise<GreyImage> {
  const { data, info } = await decode(scaledGrey(source, scale).extractChannel(0).raw());
  return { data, width: info.width, height: info.height };
}

async function decode(image: Sharp) {
  try {
    return await image.toBuffer({ resolveWithObject: true });
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}
