import { isAppError } from '@app/kernel';
import type { RawWord } from '../layout/geometry.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import { fitScale, greyPixels, greyPng, type OcrSource, sourceSize } from './prepare-image.js';
import { findTesseract, runTesseract } from './tesseract-cli.js';
import { parseTsv } from './tsv.js';

export type OcrResult =
  | {
      readonly kind: 'words';
      readonly words: readonly RawWord[];
      readonly frame: { readonly width: number; readonly height: number };
    }
  | { readonly kind: 'failed'; readonly warning: 'ocr_deadline' | 'ocr_unavailable' };

/** Milliseconds kept back from the deadline for what follows recognition. */
const RESERVE = 1500;

/** Recognises the words of a page or picture. Never throws for what recognition could not do: a page without it is a loss that the receipt names. */
export async function recognise(source: OcrSource, limits: ReadingLimits): Promise<OcrResult> {
  try {
    return source.kind === 'picture' ? await recognisePicture(source, limits) : await recogniseLines(source, limits);
  } catch (error) {
    if (isAppError(error) && error.code === 'reading_timeout') return { kind: 'failed', warning: 'ocr_deadline' };
    if (isAppError(error) && error.code === 'ocr_unavailable') return { kind: 'failed', warning: 'ocr_unavailable' };
    throw error;
  }
}

async function recogniseLines(source: OcrSource, limits: ReadingLimits): Promise<OcrResult> {
  const tesseract = findTesseract(limits.tesseractPath);
  if (tesseract === null) return { kind: 'failed', warning: 'ocr_unavailable' };
  const scale = source.kind === 'page' ? 1 : fitScale(sourceSize(source), 3000, limits.maxPixels, 2);
  const { png, width, height } = await greyPng(source, scale);
  const tsv = await runTesseract(
    tesseract,
    png,
    ['-l', 'eng', '--psm', source.kind === 'page' ? '3' : '6', 'tsv'],
    limits.deadline - RESERVE,
  );
  return { kind: 'words', words: parseTsv(tsv), frame: { width, height } };
}

async function recognisePicture(source: OcrSource, limits: ReadingLimits): Promise<OcrResult> {
  const { recognisePhotograph } = await import('./ppocr/ppocr.js');
  const scale = fitScale(sourceSize(source), 2200, limits.maxPixels, 2);
  const image = await greyPixels(source, scale);
  const detectScale = fitScale(image, 1600, 1_600_000, 1);
  const words = await recognisePhotograph(image, detectScale, limits.deadline - RESERVE);
  return { kind: 'words', words, frame: image };
}
