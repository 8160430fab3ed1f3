import type { Sharp } from 'sharp';
import type { GreyImage } from '../ocr/ppocr/grey-image.js';
import type { RenderedPage } from '../readers/format-reader.js';
import { readingError } from '../reading.errors.js';
import { overBestBackground, pickBackground } from './background.js';
import { sharp } from './sharp.js';
import { type PicturePage, type PixelSource, swapsSides } from './picture.js';

/** Left and right exchanged, then clockwise quarter turns (TIFF 6.0, section 8, tag 274). */
const UPRIGHT: Readonly<Record<number, { readonly quarters: number; readonly mirrored: boolean }>> = {
  2: { quarters: 0, mirrored: true },
  3: { quarters: 2, mirrored: false },
  4: { quarters: 2, mirrored: true },
  5: { quarters: 3, mirrored: true },
  6: { quarters: 1, mirrored: false },
  7: { quarters: 1, mirrored: true },
  8: { quarters: 3, mirrored: false },
};

/** Decodes a page as it is to be shown, grey, on the background that its strokes stand out from. */
export async function decodeGrey(
  page: PicturePage,
  maxPixels: number,
): Promise<{ image: GreyImage; isDamaged: boolean }> {
  const { raw, isDamaged } = await decode(page, maxPixels, page.hasAlpha ? 'srgb' : 'b-w');
  const grey = raw.info.channels === 4 ? { data: overBestBackground(raw.data, raw.info), info: oneChannel(raw) } : raw;
  const { data, info } = await output(turned(grey, page.orientation).toColourspace('b-w'));
  return { image: { data, width: info.width, height: info.height }, isDamaged };
}

const oneChannel = ({ info }: RawPixels): RawPixels['info'] => ({ ...info, channels: 1 });

/** Decodes a page as it is to be shown; PNG. */
export async function decodePng(page: PicturePage, maxPixels: number): Promise<RenderedPage> {
  const { raw } = await decode(page, maxPixels, 'srgb');
  const level = raw.info.channels === 4 ? pickBackground(raw.data, raw.info) : 255;
  const background = { r: level, g: level, b: level };
  const shown = turned(raw, page.orientation).flatten({ background }).png();
  const { data, info } = await output(shown, false);
  return { png: data, width: info.width, height: info.height };
}

interface RawPixels {
  readonly data: Uint8Array;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** Pixels as stored, but square, and no more of them than `maxPixels`. Damaged pictures are decoded as far as they go. */
async function decode(
  page: PicturePage,
  maxPixels: number,
  colours: 'srgb' | 'b-w',
): Promise<{ raw: RawPixels; isDamaged: boolean }> {
  const { source, isDamaged } = await page.load();
  const { width, height } = targetSize(page, maxPixels);
  const attempt = (failOn: 'warning' | 'none') =>
    output(openSource(source, failOn).resize(width, height, { fit: 'fill' }).toColourspace(colours));
  try {
    return { raw: await attempt('warning'), isDamaged };
  } catch {
    return { raw: await attempt('none'), isDamaged: true };
  }
}

const openSource = (source: PixelSource, failOn: 'warning' | 'none'): Sharp =>
  source.kind === 'encoded'
    ? sharp(source.bytes, { limitInputPixels: false, failOn, page: source.page ?? 0 })
    : openRaw({
        data: source.image.data,
        info: { width: source.image.width, height: source.image.height, channels: 4 },
      });

const openRaw = ({ data, info: { width, height, channels } }: RawPixels): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: false });

function turned(raw: RawPixels, orientation: number): Sharp {
  const { quarters, mirrored } = UPRIGHT[orientation] ?? { quarters: 0, mirrored: false };
  const upright = openRaw(raw).rotate(quarters * 90);
  return mirrored ? upright.flop() : upright;
}

async function output(picture: Sharp, isRaw = true): Promise<RawPixels> {
  try {
    const { data, info } = await (isRaw ? picture.raw() : picture).toBuffer({ resolveWithObject: true });
    return { data, info: { width: info.width, height: info.height, channels: info.channels } };
  } catch (error) {
    throw readingError('corrupt_document', error);
  }
}

/** Faxes have pixels that are twice as high as wide; beyond this a file is wrong about it. */
const MAX_STRETCH = 4;

function targetSize(
  { width, height, pointsPerPixel }: PicturePage,
  maxPixels: number,
): { width: number; height: number } {
  const shape = pointsPerPixel.y / pointsPerPixel.x;
  const stretch = shape > MAX_STRETCH || shape < 1 / MAX_STRETCH ? 1 : shape;
  const square = { width: width * Math.max(1, 1 / stretch), height: height * Math.max(1, stretch) };
  const scale = Math.min(1, Math.sqrt(maxPixels / (square.width * square.height)));
  return {
    width: Math.max(1, Math.round(square.width * scale)),
    height: Math.max(1, Math.round(square.height * scale)),
  };
}

/** Pixels of a page as it is shown, before it is made smaller. */
export const displayedPixels = ({ width, height, orientation }: PicturePage): { width: number; height: number } =>
  swapsSides(orientation) ? { width: height, height: width } : { width, height };
