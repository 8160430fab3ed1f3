import type { Token } from './text-model.js';

/** Scripts written without spaces between words. Hangul is not one of them. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const WORD = `[[\\p{L}\\p{Nd}]--[${UNSPACED}]][[\\p{L}\\p{M}\\p{Nd}]--[${UNSPACED}]]*`;

/** The `v` flag (set subtraction) is not in the compile target's literal syntax, hence a constructor. */
const TOKEN = new RegExp(
  `(?:[${UNSPACED}]\\p{M}*)|\\p{Nd}+(?:[.,]\\p{Nd}+)+(?!\\p{L})|${WORD}(?:['’][[\\p{L}]--[${UNSPACED}]]+)*`,
  'gv',
);
const ONE_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'v');

/**
 * Words (an inner apostrophe belongs to the word), numbers with their separators, and single characters of scripts
 * that are written without spaces.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN))
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  return tokens;
}

/** True for a token of Chinese, Japanese, Thai and the like, where one token is one character. */
export const isUnspaced = (token: string): boolean => ONE_UNSPACED.test(token);

/** Runs of `n` neighbours: of the characters of a string, or of the items of a list. Shorter input gives nothing. */
export function ngrams(items: string | readonly string[], n: number): string[] {
  const list = typeof items === 'string' ? Array.from(items) : items;
  const joint = typeof items === 'string' ? '' : ' ';
  const grams: string[] = [];
  for (let i = 0; i + n <= list.length; i++) grams.push(list.slice(i, i + n).join(joint));
  return grams;
}
