import { readingError } from '../reading.errors.js';
import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { scaled, toPgm } from './ocr-image.js';
import { findTesseract, runTesseract } from './tesseract-cli.js';
import { OCR_LANGUAGES, unpackTesseractData } from './tesseract-data.js';
import { pageMode, tesseractScale } from './tesseract-settings.js';
import { parseTsv } from './tsv.js';

/** The `tesseract` program, one process a page. */
export const nativeTesseract: OcrEngine = {
  name: 'tesseract',
  recognise: async (picture, { maxPixels, tesseractPath, tessdataPath, language, deadline }) => {
    const path = findTesseract(tesseractPath);
    if (path === null) throw readingError('ocr_unavailable');
    const image = await scaled(picture.image, tesseractScale(picture, maxPixels));
    const folder = tessdataPath ?? (await unpackTesseractData());
    // Without a folder of ours the program takes its own data.
    const data = folder === null ? [] : ['--tessdata-dir', folder];
    const settings = [
      '-l',
      OCR_LANGUAGES[language],
      '--oem',
      '1',
      '--psm',
      pageMode(picture),
      '-c',
      'tessedit_create_tsv=1',
    ];
    const words = parseTsv(await runTesseract(path, toPgm(image), [...data, ...settings], deadline));
    return { words, frame: image, confidence: meanConfidence(words), skew: 0, quarters: 0 };
  },
};
