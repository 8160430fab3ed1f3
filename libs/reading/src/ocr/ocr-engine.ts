import type { RawWord } from '../layout/geometry.js';
import type { OcrImage } from './ocr-image.js';
import type { OcrLanguage } from './tesseract-data.js';

/** `auto` takes the best engine for each picture; `native` and `wasm` are Tesseract as a program or as WebAssembly; `off` recognises nothing. */
export const OCR_MODES = ['auto', 'native', 'wasm', 'off'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

export const ENGINE_NAMES = ['tesseract', 'tesseract-wasm', 'ppocr'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface OcrOptions {
  /** Pixels that an engine is given at most; larger pictures are made smaller. */
  readonly maxPixels: number;
  readonly tesseractPath?: string;
  readonly tessdataPath?: string;
  /** Of the trained data; PP-OCR has one network for English and Chinese. */
  readonly language: OcrLanguage;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

export interface Recognised {
  /** In the pixels of `frame`. */
  readonly words: readonly RawWord[];
  readonly frame: { readonly width: number; readonly height: number };
  /** 0..1, mean over characters; 0 where nothing was found. */
  readonly confidence: number;
  /** Radians by which lines of text fall to the right. */
  readonly skew: number;
  /** Clockwise quarter turns that bring the picture upright. */
  readonly quarters: Quarters;
}

export type Quarters = 0 | 1 | 2 | 3;

/** Recognises text in pictures. Throws `reading_timeout` at the deadline and `ocr_unavailable` where it cannot work at all. */
export interface OcrEngine {
  readonly name: EngineName;
  recognise(picture: OcrImage, options: OcrOptions): Promise<Recognised>;
}

export function meanConfidence(words: readonly RawWord[]): number {
  let sum = 0;
  let characters = 0;
  for (const { text, confidence = 0 } of words) {
    sum += confidence * text.length;
    characters += text.length;
  }
  return characters === 0 ? 0 : sum / characters;
}
