import type { RawWord, Rect } from '../layout/geometry.js';

/** What a page's own text is worth. */
export type TextLayer = 'good' | 'missing' | 'garbage';

/** A page with fewer characters and a picture on it is a scan with a stamp or a page number. */
const FEW_CHARACTERS = 40;
/** More characters without a Unicode value than this share: the fonts' encodings are lost. */
const MAX_UNMAPPED = 0.15;
/** In every language letters and digits are most of what is not white space; forms with rules of dots have the least. */
const MIN_ALPHANUMERIC = 0.35;
const ENOUGH_TO_JUDGE = 60;
/** A page is of one kind; its first words tell. */
const WORDS_JUDGED = 300;

export function judgeTextLayer(
  page: { readonly words: readonly RawWord[]; readonly characters: number; readonly unmapped: number },
  hasPicture: boolean,
): TextLayer {
  if (page.characters === 0) return 'missing';
  if (page.unmapped > MAX_UNMAPPED * page.characters) return 'garbage';
  if (page.characters < FEW_CHARACTERS) return hasPicture ? 'missing' : 'good';
  if (page.characters >= ENOUGH_TO_JUDGE && alphanumericShare(page.words) < MIN_ALPHANUMERIC) return 'garbage';
  return 'good';
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
/** Dots and dashes that lead the eye to a number, and rules to write on, are neither. */
const LEADERS = /[._\-–—…]/;

/** What a character counts as: 1 as a letter or digit, 0 as another sign, and -1 not at all. */
const countOf = (character: string): number => (LETTER_OR_DIGIT.test(character) ? 1 : LEADERS.test(character) ? -1 : 0);
const ASCII: readonly number[] = Array.from({ length: 128 }, (_, code) => countOf(String.fromCharCode(code)));

function alphanumericShare(words: readonly RawWord[]): number {
  let counted = 0;
  let alphanumeric = 0;
  for (let index = 0; index < Math.min(words.length, WORDS_JUDGED); index++) {
    const text = words[index]?.text ?? '';
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const count = ASCII[code] ?? countOf(String.fromCodePoint(text.codePointAt(at) ?? code));
      if (code >= 0xd800 && code <= 0xdbff) at++;
      if (count < 0) continue;
      counted++;
      alphanumeric += count;
    }
  }
  return counted < ENOUGH_TO_JUDGE ? 1 : alphanumeric / counted;
}

/** Parts of the page's height at its top and bottom where stamps and page numbers are put on scans. */
const MARGIN = 0.12;

/**
 * Of the big pictures of a page with a good text layer, those that the layer says nothing about: what it has stands
 * elsewhere, or is a stamp along an edge of a scan.
 */
export function unreadPictures(words: readonly RawWord[], pictures: readonly Rect[], height: number): Rect[] {
  return pictures.filter((picture) => {
    let characters = 0;
    for (const { text, rect } of words) {
      const x = (rect.left + rect.right) / 2;
      const y = (rect.top + rect.bottom) / 2;
      if (x < picture.left || x > picture.right || y < picture.top || y > picture.bottom) continue;
      if (y < MARGIN * height || y > (1 - MARGIN) * height) continue;
      characters += text.length;
      if (characters >= FEW_CHARACTERS) return false;
    }
    return true;
  });
}
