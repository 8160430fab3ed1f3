import { fold } from '@app/text';
import { isLetter, isLetterOrMark, isLetterOrNumber, isUpperCase } from './characters.js';
import { kindsOf } from './lexicon/word-kinds.js';

/** A capitalised word or an initial, with the particles before it (`van der Berg` is one token). */
export interface NameToken {
  readonly start: number;
  readonly end: number;
  /** As written, without particle. */
  readonly text: string;
  readonly folded: string;
  /** Bits of `KIND`. */
  readonly kinds: number;
  readonly isInitial: boolean;
}

/** Capitalised words with only spaces (and particles) between them. */
export type NameRun = readonly NameToken[];

const PARTICLES = new Set(
  'van von der den de del della di da dos das do du la le ter ten zu zur af av bin bint ibn al el y e san st. mac ben'.split(
    ' ',
  ),
);
const LONGER_THAN_PARTICLE = 5;
const MOST_PARTICLES = 2;
const LONGEST_RUN = 8;

/** Whether no word, number, address or file name goes on before this place. */
function isFree(text: string, index: number): boolean {
  const code = text.charCodeAt(index - 1);
  return !isLetterOrNumber(code) && code !== 0x5f && code !== 0x40 && code !== 0x2e && code !== 0x2d;
}

/** Where the particles directly before a word begin. */
function particlesStart(text: string, word: number): number {
  let start = word;
  for (let n = 0; n < MOST_PARTICLES && text[start - 1] === ' '; n++) {
    const before = text.slice(Math.max(0, start - 1 - LONGER_THAN_PARTICLE), start - 1);
    const particle = /[a-z]+\.?$/.exec(before)?.[0] ?? '';
    const begin = start - 1 - particle.length;
    if (!PARTICLES.has(particle) || !isFree(text, begin)) break;
    start = begin;
  }
  return start;
}

const POINT = 0x2e;
const HYPHEN = 0x2d;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

function lettersEnd(text: string, from: number): number {
  let end = from;
  while (isLetterOrMark(text.charCodeAt(end))) end++;
  return end;
}

/** The end of `J.`, `J.-P.`, `J.R.R.` */
function initialsEnd(text: string, point: number): number {
  let end = point + 1;
  for (;;) {
    const next = text.charCodeAt(end) === HYPHEN ? end + 1 : end;
    if (!isUpperCase(text.charCodeAt(next)) || text.charCodeAt(next + 1) !== POINT) return end;
    end = next + 2;
  }
}

/** The end of a word with its hyphens and inner apostrophes. */
function wordEnd(text: string, start: number): number {
  let end = lettersEnd(text, start);
  for (;;) {
    const code = text.charCodeAt(end);
    if ((code !== HYPHEN && !isApostrophe(code)) || !isLetter(text.charCodeAt(end + 1))) return end;
    end = lettersEnd(text, end + 1);
  }
}

/** Whether no word, number or address goes on here. */
function isOver(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return !isLetterOrNumber(code) && code !== 0x5f && code !== 0x40;
}

/** The end of the capitalised word or initials that begin here, or -1. */
function nameEnd(text: string, start: number): number {
  if (text.charCodeAt(start + 1) === POINT) {
    const end = initialsEnd(text, start + 1);
    return isOver(text, end) ? end : start + 1;
  }
  const end = wordEnd(text, start);
  return isOver(text, end) ? end : -1;
}

/** Folding keeps ASCII and its length; what else there is (`ß`) is folded on its own. */
function foldedPart(folded: string, start: number, text: string): string {
  const part = folded.slice(start, start + text.length);
  for (let i = 0; i < part.length; i++) if (part.charCodeAt(i) > 0x7f) return fold(text);
  return part;
}

/** A capitalised word at this place, with particles before it only where it joins the token before. */
function tokenAt(text: string, folded: string, index: number, previousEnd: number): NameToken | null {
  if (!isUpperCase(text.charCodeAt(index)) || !isFree(text, index)) return null;
  const wholeEnd = nameEnd(text, index);
  if (wholeEnd < 0) return null;
  const isGenitive = text[wholeEnd - 1] === 's' && isApostrophe(text.charCodeAt(wholeEnd - 2));
  const end = isGenitive ? wholeEnd - 2 : wholeEnd;
  const word = text.slice(index, end);
  const key = foldedPart(folded, index, word);
  const start = particlesStart(text, index);
  const joins = start - previousEnd === 1 && text[previousEnd] === ' ';
  const isInitial = word.length === 1 || word[1] === '.';
  return { start: joins ? start : index, end, text: word, folded: key, kinds: kindsOf(key), isInitial };
}

/**
 * All runs of capitalised words of a text, in order; a line break, a comma or any other word ends a run.
 *
 * @param folded the text folded, of the same length
 */
export function readNameRuns(text: string, folded: string): readonly NameRun[] {
  const runs: NameToken[][] = [];
  let run: NameToken[] = [];
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    const token = tokenAt(text, folded, i, end);
    if (token === null) continue;
    const joins = run.length > 0 && run.length < LONGEST_RUN && token.start - end === 1 && text[end] === ' ';
    if (joins) run.push(token);
    else runs.push((run = [token]));
    end = token.end;
    i = Math.max(i, token.end - 1);
  }
  return runs;
}
