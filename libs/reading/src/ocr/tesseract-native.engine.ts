import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { greyPng } from './prepare-image.js';
import { findTesseract, runTesseract } from './tesseract-cli.js';
import { pageMode, tesseractScale } from './tesseract-settings.js';
import { parseTsv } from './tsv.js';
import { readingError } from '../reading.errors.js';

/** The `tesseract` program, one process a page. */
export const nativeTesseract: OcrEngine = {
  name: 'tesseract',
  isAvailable: ({ tesseractPath }) => findTesseract(tesseractPath) !== null,
  recognise: async (source, { maxPixels, tesseractPath, deadline }) => {
    const path = findTesseract(tesseractPath);
    if (path === null) throw readingError('ocr_unavailable');
    const { png, width, height } = await greyPng(source, tesseractScale(source, maxPixels));
    const words = parseTsv(await runTesseract(path, png, ['-l', 'eng', '--psm', pageMode(source), 'tsv'], deadline));
    return { words, frame: { width, height }, confidence: meanConfidence(words), skew: 0 };
  },
};
