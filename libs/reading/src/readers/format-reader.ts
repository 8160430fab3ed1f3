import type { OcrMode } from '../ocr/ocr-engine.js';
import type { Reading } from '../reading-model.js';

/** Bounds of one reading. What lies beyond them is left out, and the receipt says so. */
export interface ReadingLimits {
  readonly maxPages: number;
  readonly maxOcrPages: number;
  /** Characters of `text`. */
  readonly maxCharacters: number;
  readonly maxChildren: number;
  /** Bytes of all children together. */
  readonly maxChildBytes: number;
  /** Bytes that may come out of one compressed file, all its parts together. */
  readonly maxInflatedBytes: number;
  /** Entries of one archive, package or message. */
  readonly maxEntries: number;
  /** Pixels of a picture as it comes; a larger one is refused. */
  readonly maxImagePixels: number;
  /** Pixels of a page or picture as it is given to recognition; a larger one is made smaller. */
  readonly maxPixels: number;
  readonly ocr: OcrMode;
  /** Absolute path of the `tesseract` program, where it is not in one of the usual places. */
  readonly tesseractPath?: string;
  /** Folder with the data of the languages that recognition reads; without it, the program's own. */
  readonly tessdataPath?: string;
  /** ISO 639-1 codes that recognition tells apart; without it, all that it has data for. */
  readonly ocrLanguages?: readonly string[];
  /** ISO 639-1 code, where the document's sender said it. */
  readonly language?: string;
  /** Milliseconds since 1970 at which the reading must have ended; recognition stops before it and says so. */
  readonly deadline: number;
}

export interface ReadInput {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly filename?: string;
  readonly limits: ReadingLimits;
}

/** One format. A reader is one file, and one line in `registry.ts`. */
export interface FormatReader {
  readonly mediaTypes: readonly string[];
  /** True where this input is so cheap and safe that it may be read on the service's own event loop. */
  readonly isSafeInProcess?: (input: Pick<ReadInput, 'bytes' | 'mediaType'>) => boolean;
  /**
   * The media type that the whole file turns out to have, where its beginning told less or was mistaken: a document in a ZIP
   * file, say. Null where the reader is the right one. Where it can be read, the reader of that type reads it.
   */
  readonly refine?: (input: ReadInput) => Promise<string | null>;
  /**
   * How many bytes of a file are read at most, from its beginning: a format that is text needs no more memory than its text
   * is allowed to have. The receipt names what was left out.
   */
  readonly maxBytes?: (limits: ReadingLimits) => number;
  /** Throws AppError: see `reading.errors.ts`. Anything else that it throws counts as `corrupt_document`. */
  readonly read: (input: ReadInput) => Promise<Reading>;
}

/** A page as a picture: PNG. */
export interface RenderedPage {
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}
