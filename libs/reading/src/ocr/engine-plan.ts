import { assertNever } from '@app/kernel';
import type { EngineName, OcrMode } from './ocr-engine.js';

/** One attempt: its result is taken where the engine is at least this sure of it, else the next one is tried too. */
export interface Attempt {
  readonly engine: EngineName;
  readonly enough: number;
}

/**
 * Tesseract reads printed sheets better and faster (small print, even lines); PP-OCR reads receipts, photographs,
 * odd faces and turned pictures. Below this confidence Tesseract's reading of a sheet is mostly noise.
 */
export const SURE_ENOUGH = 0.8;

/** Which engines to try, in this order. */
export function planEngines(mode: OcrMode, isSheet: boolean, hasTesseract: boolean): readonly Attempt[] {
  switch (mode) {
    case 'off':
      return [];
    case 'native':
      return hasTesseract ? [{ engine: 'tesseract', enough: 0 }] : [];
    case 'wasm':
      return [{ engine: 'tesseract-wasm', enough: 0 }];
    case 'auto': {
      const tesseract = hasTesseract ? 'tesseract' : 'tesseract-wasm';
      return isSheet
        ? [
            { engine: tesseract, enough: SURE_ENOUGH },
            { engine: 'ppocr', enough: 0 },
          ]
        : [
            { engine: 'ppocr', enough: 0 },
            { engine: tesseract, enough: 0 },
          ];
    }
    default:
      return assertNever(mode);
  }
}
