import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { NgramTable, placeOf, readNgrams } from './ngram-table.js';

/** As in eld 2: added to each stored score, bytes of a text and of a word that are read. */
const BASE_SCORE = 53;
const ENOUGH_BYTES = 350;
const MOST_BYTES = 380;
const WORD_BYTES = 70;

const SPACE = 0x20;

interface Data {
  readonly table: NgramTable;
  /** ISO 639-1 by the language's number. */
  readonly languages: readonly string[];
  /** The character that stands for each byte in the n-grams. */
  readonly characters: Uint8Array;
}

let loaded: Data | undefined;

function occurrences(source: string, character: string): number {
  let count = 0;
  for (let at = source.indexOf(character); at >= 0; at = source.indexOf(character, at + 1)) count++;
  return count;
}

/**
 * The large data set of eld (60 languages), at the first call. It is read as text and kept in typed arrays: imported as
 * the module that it is, it takes 138 MB and most of a second, in this way some 12 MB and a quarter of that.
 */
function load(): Data {
  const manifest = findPackageJSON('eld', import.meta.url);
  if (manifest === undefined) throw new Error('The package eld is not installed');
  const directory = join(dirname(manifest), 'src');
  const source = readFileSync(join(directory, 'ngrams', 'large.js'), 'utf8');
  const table = new NgramTable(occurrences(source, '{'), 2 * occurrences(source, ':'));
  for (const row of readNgrams(source, source.indexOf('{', source.indexOf('ngrams:')))) table.add(row);
  const names = /languages:\{([^}]*)\}/.exec(source)?.[1] ?? '';
  const { dictionary } = createRequire(import.meta.url)(join(directory, 'dictionary.js')) as {
    readonly dictionary: readonly string[];
  };
  return {
    table,
    languages: [...names.matchAll(/\d+:'(\w+)'/g)].map(([, code = '']) => (code === 'no' ? 'nb' : code)),
    // ASCII stands for itself.
    characters: Uint8Array.from({ length: 256 }, (_, byte) =>
      byte < 0x80 ? byte : (dictionary[byte]?.charCodeAt(0) ?? SPACE),
    ),
  };
}

/** 1 for letters of the basic multilingual plane; eld parts words at anything else. */
const LETTERS = new Uint8Array(0x10000);
for (let code = 0; code < LETTERS.length; code++) if (/\p{L}/u.test(String.fromCharCode(code))) LETTERS[code] = 1;
// What becomes of `İ` in small letters is one letter and this dot.
LETTERS[0x307] = 1;

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x60 || code === 0x2019;

/** Letters, and apostrophes directly before one: those at the end of a run of other characters stay with the word. */
function isInWord(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (LETTERS[code] === 1) return true;
  if (!isApostrophe(code)) return false;
  let next = index + 1;
  while (isApostrophe(text.charCodeAt(next))) next++;
  return next >= text.length || LETTERS[text.charCodeAt(next)] === 1;
}

/** The n-grams of the text that is read, by place; what earlier texts left is told by its round. */
const PLACES = 1024;
const seenFirst = new Uint32Array(PLACES);
const seenRest = new Uint16Array(PLACES);
const seenRound = new Uint32Array(PLACES);
let round = 0;

/** Notes an n-gram; true where the text had it before. */
function isRepeated(first: number, rest: number): boolean {
  let place = placeOf(first, rest, PLACES - 1);
  while (seenRound[place] === round) {
    if (seenFirst[place] === first && seenRest[place] === rest) return true;
    place = (place + 1) & (PLACES - 1);
  }
  seenRound[place] = round;
  seenFirst[place] = first;
  seenRest[place] = rest;
  return false;
}

/** Bytes of the word that is read, between two spaces. */
const word = new Uint8Array(MOST_BYTES + 8);
word[0] = SPACE;

/** Adds one code unit as UTF-8 to the word; the new count of its bytes. */
function push(length: number, code: number, characters: Uint8Array): number {
  let end = length;
  if (code < 0x80) {
    word[++end] = code;
    return end;
  }
  if (code < 0x800) word[++end] = characters[0xc0 | (code >> 6)] ?? SPACE;
  else {
    word[++end] = characters[0xe0 | (code >> 12)] ?? SPACE;
    word[++end] = characters[0x80 | ((code >> 6) & 0x3f)] ?? SPACE;
  }
  word[++end] = characters[0x80 | (code & 0x3f)] ?? SPACE;
  return end;
}

/** Weighs the n-gram that stands in the word from one offset to before another; 1 where the text had it not before. */
function weigh(from: number, to: number, table: NgramTable, totals: Int32Array): number {
  const byte = (index: number): number => (index < to ? (word[index] ?? 0) : 0);
  const first = (byte(from) | (byte(from + 1) << 8) | (byte(from + 2) << 16) | (byte(from + 3) << 24)) >>> 0;
  const rest = byte(from + 4) | (byte(from + 5) << 8);
  if (isRepeated(first, rest)) return 0;
  table.sum(first, rest, BASE_SCORE, totals);
  return 1;
}

/** N-grams of a word: four bytes each, three apart, the first with the space before it, the last with that behind it. */
function weighWord(bytes: number, table: NgramTable, totals: Int32Array): number {
  const length = Math.min(bytes, WORD_BYTES);
  word[length + 1] = SPACE;
  let count = 0;
  let from = 0;
  for (; from + 4 < length; from += 3) count += weigh(from === 0 ? 0 : from + 1, from + 5, table, totals);
  return count + weigh(from === 0 ? 0 : length - 3, length + 2, table, totals);
}

export interface EldScores {
  /** Mean over the n-grams of the text by ISO 639-1 code, up to about 230; only languages above 0. */
  readonly means: ReadonlyMap<string, number>;
  readonly ngrams: number;
}

/**
 * What eld's table says of the beginning of a text (some 350 bytes).
 *
 * @param text in small letters
 */
export function eldScores(text: string): EldScores {
  const { table, languages, characters } = (loaded ??= load());
  const totals = new Int32Array(languages.length);
  round++;
  let [ngrams, bytes, length] = [0, 0, 0];
  let previous = 0;
  for (let i = 0; i < text.length && bytes <= MOST_BYTES; i++) {
    if (isInWord(text, i)) {
      previous = length;
      length = push(length, text.charCodeAt(i), characters);
      bytes += length - previous;
    } else if (length > 0) {
      ngrams += weighWord(length, table, totals);
      length = 0;
      if (bytes++ > ENOUGH_BYTES) break;
    }
  }
  if (length > 0) ngrams += weighWord(length, table, totals);
  const means = new Map<string, number>();
  for (const [index, total] of totals.entries()) if (total > 0) means.set(languages[index] ?? 'und', total / ngrams);
  return { means, ngrams };
}
