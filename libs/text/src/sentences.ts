import { ABBREVIATIONS } from './abbreviations.js';
import { fold } from './fold.js';
import type { Span } from './text-model.js';

/** Terminators, with the closing quotes and brackets behind them. Far Eastern ones need no space after them. */
const TERMINATOR = /([.!?…؟।॥։]{1,8}|[。！？｡]{1,8})(["'”’»)\]」』）]{0,3})/gu;
const BULLET = /^[ \t]*(?:[-*•·–‣▪◦●○►➢✓]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])[ \t]/;
const NUMBERED = /^[ \t]*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/;
/** Lines at least this long may have been wrapped, so that their end is not the end of a sentence. */
const WRAPPED_LENGTH = 50;
/** `Dear Ms Example,` ends with a comma and is a line of its own. */
const SALUTATION_LENGTH = 30;
/** Where a day or a rank is written with a point (`3. März`, `2. Auflage`), by language. */
const ORDINAL_POINT = new Set([
  'de',
  'da',
  'nb',
  'nn',
  'cs',
  'sk',
  'sl',
  'hr',
  'hu',
  'fi',
  'et',
  'lv',
  'pl',
  'tr',
  'is',
]);

/** The word directly before `index`, with inner points (`e.g`). */
function wordBefore(text: string, index: number): string {
  const window = text.slice(Math.max(0, index - 24), index);
  return /(?:[\p{L}\p{M}\d]|[.-](?=[\p{L}\d]))+$/u.exec(window)?.[0] ?? '';
}

/** True where the point at `index` belongs to an abbreviation, an initial, a list number or an ordinal. */
function isInnerPoint(text: string, index: number, next: string, language?: string): boolean {
  const word = wordBefore(text, index);
  if (word === '') return false;
  if (/^\p{L}$/u.test(word)) return true;
  if (ABBREVIATIONS.has(fold(word))) return true;
  if (!/^\d{1,3}$/.test(word)) return false;
  const lineStart = text.lastIndexOf('\n', index - 1) + 1;
  if (NUMBERED.test(text.slice(lineStart, index))) return true;
  return (
    (language === undefined || ORDINAL_POINT.has(language)) &&
    word.length < 3 &&
    /^\p{L}/u.test(next) &&
    isMonthLike(next, language)
  );
}

/** Without a known language only a month may follow an ordinal, since every English sentence can end in a number. */
const isMonthLike = (next: string, language?: string): boolean =>
  language !== undefined || /^(?:Jan|Feb|M(?:ä|ar|aj)|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Oct|Nov|De[zc])/.test(next);

function endsSentence(text: string, match: RegExpExecArray, language?: string): boolean {
  const end = match.index + match[0].length;
  const mark = match[1] ?? '';
  if (/^[。！？｡]/.test(mark)) return true;
  const after = /^(\s*)(.{0,4})/su.exec(text.slice(end, end + 12));
  const [, space = '', next = ''] = after ?? [];
  if (end >= text.length) return true;
  if (space === '') return false;
  if (/\n\s*\n/.test(space)) return true;
  if (/^\p{Ll}/u.test(next)) return false;
  return !mark.startsWith('.') || mark.length > 1 || !isInnerPoint(text, match.index, next, language);
}

/** True where the line break at `index` parts two sentences: a blank line, a list item, a heading, a short line. */
function breaksAt(text: string, index: number): boolean {
  const nextEnd = text.indexOf('\n', index + 1);
  const next = text.slice(index + 1, nextEnd < 0 ? index + 120 : Math.min(nextEnd, index + 120));
  if (next.trim() === '' || BULLET.test(next)) return true;
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const length = index - start;
  if (length >= WRAPPED_LENGTH || /^\s*\p{Ll}/u.test(next)) return false;
  return length < SALUTATION_LENGTH || !/[,;]\s*$/.test(text.slice(Math.max(start, index - 4), index));
}

/** Offsets after which a new sentence may begin, in order. */
function boundaries(text: string, language?: string): number[] {
  const ends: number[] = [];
  const pattern = new RegExp(TERMINATOR);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    if (endsSentence(text, match, language)) ends.push(match.index + match[0].length);
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    if (breaksAt(text, index)) ends.push(index);
  ends.push(text.length);
  return ends.sort((a, b) => a - b);
}

/**
 * Sentences, list items and headings of a text, without the white space around them. Abbreviations, initials, decimals
 * and ordinals do not end one; 。！？ do without a space.
 *
 * @param language ISO 639-1; it decides whether a point after a number is an ordinal's.
 */
export function splitSentences(text: string, language?: string): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (const boundary of boundaries(text, language)) {
    const piece = text.slice(from, boundary);
    const trimmed = piece.trim();
    if (trimmed !== '') {
      const start = from + piece.length - piece.trimStart().length;
      sentences.push({ start, end: start + trimmed.length });
    }
    from = Math.max(from, boundary);
  }
  return sentences;
}
