import type { OcrImage } from './ocr-image.js';
import { fitScale } from './ocr-image.js';

/**
 * Longer side in pixels that small pictures are enlarged to: Tesseract wants capitals of 20 to 30 pixels, which print of
 * 10 points has on a sheet of this size. Receipts are smaller than sheets, or longer.
 */
const SHEET_SIDE = 2400;
const LONG_SIDE = 3000;
const MAX_ENLARGEMENT = 2;

/** Pages are rendered at the right size already. */
export const tesseractScale = (picture: OcrImage, maxPixels: number): number =>
  picture.isPage ? 1 : fitScale(picture.image, isSheet(picture) ? SHEET_SIDE : LONG_SIDE, maxPixels, MAX_ENLARGEMENT);

/** Width to height from which on a picture has the shape of a sheet of paper (A4 is 1.41, Letter 1.29, Legal 1.65). */
const SHEET = { min: 1.2, max: 1.7 } as const;
const SHEET_LONG_SIDE = 1600;

/** Whether a picture is a sheet of paper at a resolution for reading, not a receipt, a card or a snapshot. */
export function isSheet({ image: { width, height }, isPage }: OcrImage): boolean {
  if (isPage) return true;
  const long = Math.max(width, height);
  const ratio = long / Math.min(width, height);
  return long >= SHEET_LONG_SIDE && ratio >= SHEET.min && ratio <= SHEET.max;
}

/** Page segmentation: 3 finds columns and pictures by itself; 6 takes a receipt as one block, which keeps its rows whole. */
export const pageMode = (picture: OcrImage): string => (isSheet(picture) ? '3' : '6');
