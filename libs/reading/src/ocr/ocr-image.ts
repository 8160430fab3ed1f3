import type { Sharp } from 'sharp';
import { sharp } from '../image/sharp.js';
import type { RawImage } from '../pdf/pdf-render.js';
import { readingError } from '../reading.errors.js';
import type { GreyImage } from './ppocr/grey-image.js';

/** What recognition is given: a page that pdfium rendered, or a decoded picture, upright. */
export type OcrSource =
  { readonly kind: 'page'; readonly raw: RawImage } | { readonly kind: 'picture'; readonly image: GreyImage };

/** What engines are given. */
export interface OcrImage {
  readonly image: GreyImage;
  /** A page is rendered at the right size for reading already. */
  readonly isPage: boolean;
}

export async function toOcrImage(source: OcrSource): Promise<OcrImage> {
  if (source.kind === 'picture') return { image: source.image, isPage: false };
  const { data, width, height } = source.raw;
  const page = sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .grayscale()
    .extractChannel(0);
  return { image: await pixelsOf(page), isPage: true };
}

interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Scale that brings a picture's longer side to `longSide` within `maxScale` and `maxPixels`. Above 1 enlarges. */
export function fitScale({ width, height }: ImageSize, longSide: number, maxPixels: number, maxScale: number): number {
  const wanted = Math.min(maxScale, longSide / Math.max(width, height));
  return Math.min(wanted, Math.sqrt(maxPixels / (width * height)));
}

const openGrey = ({ data, width, height }: GreyImage) => sharp(data, { raw: { width, height, channels: 1 } });

export async function scaled(image: GreyImage, scale: number): Promise<GreyImage> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  if (width === image.width && height === image.height) return image;
  const kernel = scale > 1 ? 'cubic' : 'lanczos3';
  return pixelsOf(openGrey(image).resize(width, height, { fit: 'fill', kernel }).extractChannel(0));
}

/** Stretched to the full range; PNG without compression, since it only crosses a pipe. */
export async function toPng(image: GreyImage): Promise<Uint8Array> {
  return openGrey(image).normalise().toColourspace('b-w').png({ compressionLevel: 0 }).toBuffer();
}

/** Turned clockwise by an angle in radians around its middle, on a ground as bright as its paper; the corners are kept. */
export async function rotated(image: GreyImage, radians: number): Promise<GreyImage> {
  const background = { r: 255, g: 255, b: 255 };
  return pixelsOf(
    openGrey(image)
      .rotate((radians * 180) / Math.PI, { background })
      .extractChannel(0),
  );
}

async function pixelsOf(picture: Sharp): Promise<GreyImage> {
  try {
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}
