import type { RawWord, Rect } from '../layout/geometry.js';
import type { Recognised } from '../ocr/ocr-engine.js';
import type { RawImage } from './pdf-render.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Paints over words in the picture of a page, so that recognition does not read again what is known. */
export function paintOver({ data, width, height }: RawImage, words: readonly RawWord[], page: Size): void {
  for (const { rect } of words) {
    const left = Math.max(0, Math.floor((rect.left / page.width) * width));
    const right = Math.min(width, Math.ceil((rect.right / page.width) * width));
    const top = Math.max(0, Math.floor((rect.top / page.height) * height));
    const bottom = Math.min(height, Math.ceil((rect.bottom / page.height) * height));
    for (let y = top; y < bottom; y++) data.fill(0xff, (y * width + left) * CHANNELS, (y * width + right) * CHANNELS);
  }
}

const CHANNELS = 4;

/** Recognised words in the page's own points. */
export function inPoints({ words, frame }: Recognised, page: Size): RawWord[] {
  const x = page.width / frame.width;
  const y = page.height / frame.height;
  return words.map((word) => ({
    ...word,
    rect: {
      left: word.rect.left * x,
      right: word.rect.right * x,
      top: word.rect.top * y,
      bottom: word.rect.bottom * y,
    },
  }));
}

/** What recognition makes of a picture that may hold no text is taken where it is this sure. */
const SURE = 0.6;

/** Of the words recognised on a page whose text is good, those that stand in its unread pictures. */
export const wordsInPictures = (words: readonly RawWord[], pictures: readonly Rect[]): RawWord[] =>
  words.filter(
    ({ rect, confidence = 0 }) =>
      confidence >= SURE &&
      pictures.some(
        (picture) =>
          rect.left < picture.right &&
          rect.right > picture.left &&
          rect.top < picture.bottom &&
          rect.bottom > picture.top,
      ),
  );
