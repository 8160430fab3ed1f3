import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { fitScale, scaled } from './ocr-image.js';
import { recognisePhotograph } from './ppocr/ppocr.js';

/** Longer side that lines are cut from, and that text is looked for in: small print stays legible, memory stays bounded. */
const READ_LONG_SIDE = 2200;
const DETECT_LONG_SIDE = 1280;
const DETECT_PIXELS = 1_200_000;
const MAX_ENLARGEMENT = 2;

/** PP-OCRv4: receipts, cards and photographs. */
export const ppocr: OcrEngine = {
  name: 'ppocr',
  recognise: async (picture, { maxPixels, deadline }) => {
    const scale = fitScale(picture.image, READ_LONG_SIDE, maxPixels, MAX_ENLARGEMENT);
    const image = await scaled(picture.image, scale);
    const detectScale = fitScale(image, DETECT_LONG_SIDE, DETECT_PIXELS, 1);
    const { words, skew, quarters } = await recognisePhotograph(image, detectScale, deadline);
    return { words, frame: image, confidence: meanConfidence(words), skew, quarters };
  },
};
