import { meanConfidence, type OcrEngine } from './ocr-engine.js';
import { recognisePhotograph } from './ppocr/ppocr.js';
import { fitScale, greyPixels, sourceSize } from './prepare-image.js';

/** Longer side that lines are cut from, and that text is looked for in: small print stays legible, memory stays bounded. */
const READ_LONG_SIDE = 2200;
const DETECT_LONG_SIDE = 1280;
const DETECT_PIXELS = 1_200_000;
const MAX_ENLARGEMENT = 2;

/** PP-OCRv4: receipts, cards and photographs. */
export const ppocr: OcrEngine = {
  name: 'ppocr',
  isAvailable: () => true,
  recognise: async (source, { maxPixels, deadline }) => {
    const image = await greyPixels(source, fitScale(sourceSize(source), READ_LONG_SIDE, maxPixels, MAX_ENLARGEMENT));
    const { words, skew } = await recognisePhotograph(
      image,
      fitScale(image, DETECT_LONG_SIDE, DETECT_PIXELS, 1),
      deadline,
    );
    return { words, frame: { width: image.width, height: image.height }, confidence: meanConfidence(words), skew };
  },
};
