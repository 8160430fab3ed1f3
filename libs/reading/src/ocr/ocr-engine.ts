import type { RawWord } from '../layout/geometry.js';

/** `auto` takes the best engine that is there; `off` recognises nothing. */
export const OCR_MODES = ['auto', 'native', 'wasm', 'off'] as const;
export type OcrMode = (typeof OCR_MODES)[number];

/** An upright picture to recognise. */
export interface OcrImage {
  /** An encoded image (PNG, JPEG, …) as `sharp` reads them, already turned upright. */
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Words in pixels of the picture, and the clockwise quarter turns that would bring its text upright. */
export interface Recognised {
  readonly words: readonly RawWord[];
  /** 0..1, mean over characters. */
  readonly confidence: number;
}

/** Recognises text in pictures. Two kinds exist: line by line for pages, and a neural detector for photographs. */
export interface OcrEngine {
  readonly name: string;
  /** Throws `reading_timeout` where it has not ended at `deadline` (milliseconds since 1970). */
  recognise(image: OcrImage, deadline: number): Promise<Recognised>;
}
