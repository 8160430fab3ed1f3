import type { RawImage } from '../pdf/pdf-render.js';

/** A picture (and which of the file's) that sharp decodes by itself, or pixels that a decoder of ours made. */
export type PixelSource =
  | { readonly kind: 'encoded'; readonly bytes: Uint8Array; readonly page?: number }
  | { readonly kind: 'raw'; readonly image: RawImage };

/** One page of a picture file, known by its header alone; nothing is decoded before `load`. */
export interface PicturePage {
  /** Pixels as stored, before `orientation`. */
  readonly width: number;
  readonly height: number;
  /** How the stored rows and columns are to be shown: 1 to 8 (TIFF 6.0, section 8, tag 274; EXIF took it over). */
  readonly orientation: number;
  /** Points of a pixel, as stored. */
  readonly pointsPerPixel: { readonly x: number; readonly y: number };
  /** Its pixels may be transparent. */
  readonly hasAlpha: boolean;
  /** Pixels that its decoder can hold, where it cannot go through them row by row. */
  readonly maxPixels?: number;
  /** Throws `corrupt_document`, `unsupported_media_type`. */
  readonly load: () => Promise<LoadedPixels>;
}

export interface LoadedPixels {
  readonly source: PixelSource;
  /** The end of the data is missing. */
  readonly isDamaged: boolean;
}

/** A picture file before it is decoded. */
export interface Picture {
  readonly pages: readonly PicturePage[];
  /** Frames of an animation behind the first, which are not read. */
  readonly otherFrames: number;
  /** Gives back what the decoder keeps of the file. */
  readonly close?: () => void;
}

/** Decoders that keep all pixels in memory take 4 bytes for each; telephones make pictures of 50 million. */
export const WHOLE_PICTURE_PIXELS = 64_000_000;

const POINTS_PER_INCH = 72;
/** Of a pixel where the file does not say: as on a screen of 96 dots an inch (CSS). */
const DEFAULT_POINTS = 0.75;
/** Dots an inch that scanners and faxes have; less is what programs write that do not know. */
const CREDIBLE_DENSITY = { min: 98, max: 2400 } as const;

/** Points of a pixel by a density in dots an inch. */
export const pointsOf = (density: number | undefined): number =>
  density !== undefined && density >= CREDIBLE_DENSITY.min && density <= CREDIBLE_DENSITY.max
    ? POINTS_PER_INCH / density
    : DEFAULT_POINTS;

/** Whether rows and columns change places when a picture is shown. */
export const swapsSides = (orientation: number): boolean => orientation >= 5 && orientation <= 8;

/** Size in points as displayed. */
export function displayedPoints(page: Omit<PicturePage, 'load'>): { width: number; height: number } {
  const width = page.width * page.pointsPerPixel.x;
  const height = page.height * page.pointsPerPixel.y;
  return swapsSides(page.orientation) ? { width: height, height: width } : { width, height };
}
