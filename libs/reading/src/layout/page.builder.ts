import type { Direction, RawWord } from './geometry.js';
import { layoutPage } from './page-layout.js';
import type { PlacedPage } from './placed-page.js';

/** How a line of text looks, for specs. */
export interface LineLook {
  /** Height of its words. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly direction?: Direction;
}

/** The words of a line: letters half as wide as high, a quarter of the height between words. */
export function lineAt(text: string, left: number, top: number, look: LineLook = {}): RawWord[] {
  const { size = 10, isBold = false, direction = 0 } = look;
  let x = left;
  return text.split(' ').map((word) => {
    const width = (word.length * size) / 2;
    const rect = { left: x, top, right: x + width, bottom: top + size };
    x += width + size / 4;
    return { text: word, rect, direction, isBold };
  });
}

/** Lines below each other, 1.2 heights apart. */
export const linesAt = (texts: readonly string[], left: number, top: number, look: LineLook = {}): RawWord[] =>
  texts.flatMap((text, index) => lineAt(text, left, top + index * 1.2 * (look.size ?? 10), look));

/** A page of 600 by 800 points with these words. */
export const pageOf = (...words: readonly (readonly RawWord[])[]): PlacedPage => ({
  lines: layoutPage(words.flat()),
  width: 600,
  height: 800,
  scale: 1,
  isRecognised: false,
});
