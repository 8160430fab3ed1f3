import { isAppError } from '@app/kernel';
import type { ReadingLimits } from '../readers/format-reader.js';
import { settleLookAlikes } from './confusions.js';
import { planEngines } from './engine-plan.js';
import type { EngineName, OcrEngine, OcrOptions, Recognised } from './ocr-engine.js';
import { type OcrImage, type OcrSource, toOcrImage } from './ocr-image.js';
import { findTesseract } from './tesseract-cli.js';
import { isSheet } from './tesseract-settings.js';

/** A loss that the receipt names. */
export type OcrLoss = 'ocr_off' | 'ocr_deadline' | 'ocr_unavailable';
export type OcrResult =
  ({ readonly kind: 'words' } & Recognised) | { readonly kind: 'failed'; readonly warning: OcrLoss };

/** Milliseconds kept back from the deadline for what follows recognition. */
const RESERVE = 1500;

/** Engines are loaded when first needed: each has a library of its own. */
const ENGINES: Readonly<Record<EngineName, () => Promise<OcrEngine>>> = {
  tesseract: async () => (await import('./tesseract-native.engine.js')).nativeTesseract,
  'tesseract-wasm': async () => (await import('./tesseract-wasm.engine.js')).wasmTesseract,
  ppocr: async () => (await import('./ppocr.engine.js')).ppocr,
};

/** Recognises the words of a page or picture. What recognition could not do is an answer, not an error; a picture that cannot be decoded is one. */
export async function recognise(source: OcrSource, limits: ReadingLimits): Promise<OcrResult> {
  if (limits.ocr === 'off') return { kind: 'failed', warning: 'ocr_off' };
  const { maxPixels, tesseractPath } = limits;
  const picture = await toOcrImage(source);
  const options: OcrOptions = { maxPixels, tesseractPath, language: 'en', deadline: limits.deadline - RESERVE };
  let best: Recognised | null = null;
  let loss: OcrLoss = 'ocr_unavailable';
  for (const { engine, enough } of planEngines(limits.ocr, isSheet(picture), findTesseract(tesseractPath) !== null)) {
    const result = await attempt(engine, picture, options);
    if (typeof result === 'string') {
      loss = result;
      if (result === 'ocr_deadline') break;
      continue;
    }
    if (best === null || worthOf(result) > worthOf(best)) best = result;
    if (result.confidence >= enough) break;
  }
  return best === null
    ? { kind: 'failed', warning: loss }
    : { kind: 'words', ...best, words: best.words.map((word) => ({ ...word, text: settleLookAlikes(word.text) })) };
}

async function attempt(name: EngineName, picture: OcrImage, options: OcrOptions): Promise<Recognised | OcrLoss> {
  try {
    const engine = await ENGINES[name]();
    return await engine.recognise(picture, options);
  } catch (error) {
    if (!isAppError(error)) return 'ocr_unavailable';
    if (error.code === 'reading_timeout') return 'ocr_deadline';
    if (error.code === 'ocr_unavailable') return 'ocr_unavailable';
    throw error;
  }
}

/** Sure characters: what an engine makes of a picture's texture is long, but it is not sure of it. */
const worthOf = ({ words, confidence }: Recognised): number =>
  confidence ** 2 * words.reduce((sum, word) => sum + (word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
