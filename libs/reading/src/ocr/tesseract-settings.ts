import { fitScale, type OcrSource, sourceSize } from './prepare-image.js';

/** Longer side in pixels that small pictures are enlarged to: Tesseract wants capitals of 30 pixels or so. */
const LONG_SIDE = 3000;
const MAX_ENLARGEMENT = 2;

/** Pages are rendered at the right size already. */
export const tesseractScale = (source: OcrSource, maxPixels: number): number =>
  source.kind === 'page' ? 1 : fitScale(sourceSize(source), LONG_SIDE, maxPixels, MAX_ENLARGEMENT);

/** Width to height from which on a picture has the shape of a sheet of paper (A4 is 1.41, Letter 1.29, Legal 1.65). */
const SHEET = { min: 1.2, max: 1.7 } as const;
const SHEET_LONG_SIDE = 1600;

/** Whether a source is a sheet of paper at a resolution for reading, not a receipt, a card or a snapshot. */
export function isSheet(source: OcrSource): boolean {
  if (source.kind === 'page') return true;
  const long = Math.max(source.width, source.height);
  const ratio = long / Math.min(source.width, source.height);
  return long >= SHEET_LONG_SIDE && ratio >= SHEET.min && ratio <= SHEET.max;
}

/** Page segmentation: 3 finds columns and pictures by itself; 6 takes a receipt as one block, which keeps its rows whole. */
export const pageMode = (source: OcrSource): string => (isSheet(source) ? '3' : '6');
