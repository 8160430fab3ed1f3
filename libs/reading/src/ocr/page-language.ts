import { detectLanguage, fold } from '@app/text';
import { type RawWord, type Rect, verticalOverlap } from '../layout/geometry.js';
import type { ReadingLimits } from '../readers/format-reader.js';
import type { Recognised } from './ocr-engine.js';
import { isOcrLanguage, OCR_LANGUAGES, type OcrLanguage } from './tesseract-data.js';

/** Letters that are needed to tell a language, and how sure the detector must be. */
const ENOUGH_LETTERS = 60;
const SURE = 0.8;

/** The language that pages before were in, by the limits that all pages of one document share. */
const remembered = new WeakMap<ReadingLimits, OcrLanguage>();

const allowed = ({ ocrLanguages }: ReadingLimits, code: string | undefined): OcrLanguage | null =>
  isOcrLanguage(code) && (ocrLanguages ?? Object.keys(OCR_LANGUAGES)).includes(code) ? code : null;

/** The language that was asked for, else that of the pages before; null where neither is known. */
export const knownLanguage = (limits: ReadingLimits): OcrLanguage | null =>
  allowed(limits, limits.language?.slice(0, 2).toLowerCase()) ?? remembered.get(limits) ?? null;

export const rememberLanguage = (limits: ReadingLimits, language: OcrLanguage): void => {
  remembered.set(limits, language);
};

/** The language of what was read, where it is sure and there are data for it. What was asked for is not doubted. */
export function languageOf({ words }: Recognised, limits: ReadingLimits): OcrLanguage | null {
  const asked = allowed(limits, limits.language?.slice(0, 2).toLowerCase());
  if (asked !== null) return asked;
  const text = words.map((word) => word.text).join(' ');
  if ((text.match(/\p{L}/gu)?.length ?? 0) < ENOUGH_LETTERS) return null;
  const { code, confidence } = detectLanguage(text);
  return confidence >= SURE ? allowed(limits, code) : null;
}

/**
 * Takes letters with accents from a second reading: PP-OCR finds more of a photograph, but knows few accents. A word is
 * taken over where the other reading has the same letters, accents aside, in the same place.
 */
export function withAccentsOf(result: Recognised, other: Recognised): Recognised {
  const scale = result.frame.width / other.frame.width;
  const accented = new Map<string, RawWord[]>();
  for (const word of other.words)
    if (/[^\x20-\x7e]/.test(word.text)) {
      const key = fold(word.text);
      accented.set(key, [...(accented.get(key) ?? []), word]);
    }
  const words = result.words.map((word) => {
    const same = accented.get(fold(word.text))?.find(({ rect }) => isSamePlace(word.rect, scaledRect(rect, scale)));
    return same === undefined ? word : { ...word, text: same.text };
  });
  return { ...result, words };
}

const scaledRect = ({ left, top, right, bottom }: Rect, scale: number): Rect => ({
  left: left * scale,
  top: top * scale,
  right: right * scale,
  bottom: bottom * scale,
});

const isSamePlace = (a: Rect, b: Rect): boolean =>
  verticalOverlap(a, b) > 0 && Math.min(a.right, b.right) > Math.max(a.left, b.left);
