import type { PdfPageWords } from './pdf-words.js';

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
  page: Pick<PdfPageWords, 'words' | 'characters' | 'unmapped'>,
  hasPicture: boolean,
): TextLayer {
  if (page.characters === 0) return 'missing';
  if (page.unmapped > MAX_UNMAPPED * page.characters) return 'garbage';
  if (page.characters < FEW_CHARACTERS) return hasPicture ? 'missing' : 'good';
  if (
    page.characters >= ENOUGH_TO_JUDGE &&
    alphanumericShare(
      page.words
        .slice(0, WORDS_JUDGED)
        .map(({ text }) => text)
        .join(''),
    ) < MIN_ALPHANUMERIC
  )
    return 'garbage';
  return 'good';
}

function alphanumericShare(text: string): number {
  const plain = text.replace(/[._\-–—…]+/g, '');
  if (plain.length < ENOUGH_TO_JUDGE) return 1;
  return (plain.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0) / plain.length;
}
