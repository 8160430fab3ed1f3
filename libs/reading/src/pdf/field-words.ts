import type { RawWord, Rect } from '../layout/geometry.js';
import type { PageAnnotations, PlacedText } from './pdf-annotations.js';

/** Points: letters that are put into a field are not larger than this, however large the field is. */
const MAX_LETTERS = 12;

/**
 * A page's words with what its form fields say: boxes as `☒` and `☐` in the place of the signs that mark them, and values
 * that have no appearance.
 */
export function withFields<T extends RawWord>(
  words: readonly T[],
  { boxes, values }: Pick<PageAnnotations, 'boxes' | 'values'>,
): readonly RawWord[] {
  if (boxes.length === 0 && values.length === 0) return words;
  const others = words.filter((word) => !isMark(word) || !boxes.some(({ rect }) => holds(rect, word.rect)));
  const signs = boxes.map(({ text, rect }): RawWord => ({ text, rect, direction: 0 }));
  return [...others, ...signs, ...values.flatMap(valueWords)];
}

const isMark = ({ text }: RawWord): boolean => text.length <= 2;

const holds = (outer: Rect, inner: Rect): boolean => {
  const x = (inner.left + inner.right) / 2;
  const y = (inner.top + inner.bottom) / 2;
  return x >= outer.left && x <= outer.right && y >= outer.top && y <= outer.bottom;
};

/** The words of a value, line by line, spread over the field's width. */
function valueWords({ text, rect }: PlacedText): RawWord[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const height = Math.min(MAX_LETTERS, (rect.bottom - rect.top) / Math.max(1, lines.length));
  return lines.flatMap((line, index) => {
    const top = rect.top + index * height;
    const step = Math.min(height / 2, (rect.right - rect.left) / line.length);
    return Array.from(line.matchAll(/\S+/g), ({ index: at, 0: word }): RawWord => {
      const left = rect.left + at * step;
      return {
        text: word,
        direction: 0,
        rect: { left, right: left + word.length * step, top, bottom: top + height },
      };
    });
  });
}
