import { withoutLookalikes } from './letter-shapes.js';

/** The words of a text and where they stand. Parallel lists, because this is made for every mail. */
export interface Tokens {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** 1 where a sentence or paragraph ends before the word; no cue reaches over that. */
  readonly breaks: readonly number[];
}

const LETTER = 1;
const SENTENCE_END = 2;
const classes = Uint8Array.from({ length: 0x3000 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return LETTER;
  return '.!?:;\u2026'.includes(character) ? SENTENCE_END : 0;
});

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;
/** `can't` is one word, `l'accès` two: only what English puts after an apostrophe belongs to the word before. */
const CONTRACTION = /^(?:t|s|re|ve|ll|d|m)(?![\p{L}\p{N}])/iu;
const IDEOGRAPHS_FROM = 0x3000;

const classOf = (code: number): number => {
  if (code < IDEOGRAPHS_FROM) return classes[code] ?? 0;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return SENTENCE_END;
  return (code >= 0x3040 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xfaff) ? LETTER : 0;
};

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && classOf(text.charCodeAt(at)) === LETTER) at++;
  if (isApostrophe(text.charCodeAt(at)) && CONTRACTION.test(text.slice(at + 1, at + 4))) {
    at++;
    while (at < text.length && classOf(text.charCodeAt(at)) === LETTER) at++;
  }
  return at;
}

/** Words (letters and digits, English contractions whole) with offsets in UTF-16 code units. */
export function tokensOf(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const breaks: number[] = [];
  let broken = 1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === LETTER) {
      const end = wordEnd(text, at);
      words.push(text.slice(at, end));
      starts.push(at);
      ends.push(end);
      breaks.push(broken);
      broken = 0;
      at = end;
      continue;
    }
    if (endsSentence(text, at, kind)) broken = 1;
    at++;
  }
  return { words, starts, ends, breaks };
}

function endsSentence(text: string, at: number, kind: number): boolean {
  if (kind === SENTENCE_END) return !(text.charCodeAt(at + 1) > 0x20);
  return text.charCodeAt(at) === 0x0a && text.charCodeAt(at + 1) === 0x0a;
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Lower case without accents and apostrophes, wide letters as plain ones, lookalikes of other scripts too; `ß` is `ss`. */
export function foldWord(word: string): string {
  const bare = word.replace(/['\u2019]/g, '');
  if (!NOT_ASCII.test(bare)) return bare.toLowerCase();
  const folded = withoutLookalikes(bare).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return folded.replaceAll('ß', 'ss');
}
