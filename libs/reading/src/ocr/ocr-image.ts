import type { Sharp } from 'sharp';
import { sharp } from '../image/sharp.js';
import type { RawImage } from '../pdf/pdf-render.js';
import { readingError } from '../reading.errors.js';
import type { GreyImage } from './ppocr/grey-image.js';

/** What recognition is given: a page that pdfium rendered, or a decoded picture, upright. */
export type OcrSource =
  | { readonly kind: 'page'; readonly raw: RawImage }
  | { readonly kind: 'picture'; readonly image: GreyImage };

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

/** Share of the pixels at either end of the brightness that may be lost when contrast is stretched: grain, not ink. */
const TAIL = 0.01;

/**
 * A picture with its contrast stretched, as a portable greymap: nothing is compressed, since Tesseract unpacks it at once.
 * (Netpbm, PGM format: "P5", sides, largest value, one byte a pixel.)
 */
export function toPgm({ data, width, height }: GreyImage): Buffer {
  const levels = stretched(data);
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const file = Buffer.allocUnsafe(header.length + data.length);
  header.copy(file);
  for (let at = 0, to = header.length; at < data.length; at++, to++) file[to] = levels[data[at] ?? 0] ?? 0;
  return file;
}

/** For each level of grey the one it becomes, so that darkest and brightest are black and white. */
function stretched(data: Uint8Array): Uint8Array {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const tail = Math.floor(data.length * TAIL);
  const dark = levelAt(counts, tail + 1);
  const bright = levelAt(counts, data.length - tail);
  const range = Math.max(1, bright - dark);
  return Uint8Array.from(counts, (_, level) => Math.min(255, Math.max(0, Math.round(((level - dark) * 255) / range))));
}

/** The level up to which so many pixels go. */
function levelAt(counts: Uint32Array, pixels: number): number {
  let sum = 0;
  return counts.findIndex((count) => (sum += count) >= pixels);
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
