import { fold } from '@app/text';
import { isLetterOrNumber, isUpperCase } from './characters.js';
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
const WORD = /\p{Lu}(?:\.(?:-?\p{Lu}\.)*|[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*)(?![\p{L}\p{N}_@])/uy;
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

function toToken(start: number, end: number, raw: string): NameToken {
  const isGenitive = raw.endsWith("'s") || raw.endsWith('’s');
  const text = isGenitive ? raw.slice(0, -2) : raw;
  const folded = fold(text);
  const isInitial = text.length === 1 || text[1] === '.';
  return { start, end: isGenitive ? end - 2 : end, text, folded, kinds: kindsOf(folded), isInitial };
}

/** A capitalised word at this place, with particles before it only where it joins the token before. */
function tokenAt(text: string, index: number, previousEnd: number): NameToken | null {
  if (!isUpperCase(text.charCodeAt(index)) || !isFree(text, index)) return null;
  WORD.lastIndex = index;
  const raw = WORD.exec(text)?.[0];
  if (raw === undefined) return null;
  const start = particlesStart(text, index);
  const joins = start - previousEnd === 1 && text[previousEnd] === ' ';
  return toToken(joins ? start : index, index + raw.length, raw);
}

/** All runs of capitalised words of a text, in order; a line break, a comma or any other word ends a run. */
export function readNameRuns(text: string): readonly NameRun[] {
  const runs: NameToken[][] = [];
  let run: NameToken[] = [];
  let end = -1;
  for (let i = 0; i < text.length; i++) {
    const token = tokenAt(text, i, end);
    if (token === null) continue;
    const joins = run.length > 0 && run.length < LONGEST_RUN && token.start - end === 1 && text[end] === ' ';
    if (joins) run.push(token);
    else runs.push((run = [token]));
    end = token.end;
    i = Math.max(i, token.end - 1);
  }
  return runs;
}
