import { EAST_ASIAN } from './east-asian-profiles.js';
import { decodeBytes } from './text-decoder.js';
import { type LetterProfile, OTHER_THAN_LATIN, PROFILES, type Script } from './letter-profiles.js';

/**
 * Encodings of one byte a character, the script that is written in them, and how much likelier than others they are before
 * one looks (natural logarithm): the web has hundreds of pages in windows-1252 for each in an encoding of the Mac.
 */
const SINGLE_BYTE: readonly (readonly [encoding: string, script: Script, prior: number])[] = [
  ['windows-1252', 'western', 0],
  ['iso-8859-15', 'western', -4],
  ['macintosh', 'western', -5],
  ['ibm850', 'western', -5],
  ['ibm437', 'western', -6],
  ['windows-1250', 'central', -2],
  ['iso-8859-2', 'central', -2.5],
  ['windows-1257', 'baltic', -4],
  ['iso-8859-13', 'baltic', -6],
  ['iso-8859-4', 'baltic', -6],
  ['windows-1254', 'turkish', -3],
  ['windows-1258', 'vietnamese', -5],
  ['windows-1251', 'cyrillic', -2],
  ['koi8-r', 'cyrillic', -3],
  ['koi8-u', 'cyrillic', -4],
  ['iso-8859-5', 'cyrillic', -4],
  ['ibm866', 'cyrillic', -4],
  ['x-mac-cyrillic', 'cyrillic', -6],
  ['windows-1253', 'greek', -3],
  ['iso-8859-7', 'greek', -3.5],
  ['windows-1255', 'hebrew', -3],
  ['iso-8859-8', 'hebrew', -4],
  ['windows-1256', 'arabic', -3],
  ['iso-8859-6', 'arabic', -4],
  ['windows-874', 'thai', -3],
];
const EAST_ASIAN_PRIOR = -2;

/** Bytes that are looked at: words that hold something else than ASCII. */
const SAMPLE_BYTES = 6000;

/** Shares of what no language's letters are, as natural logarithms. */
const QUOTE = Math.log(0.06);
const COMMON_SIGN = Math.log(0.01);
const OTHER_LETTER = Math.log(0.0004);
const OTHER_SIGN = Math.log(0.0003);
const OTHER_IDEOGRAPH = Math.log(0.2 / 8000);
const IMPOSSIBLE = Math.log(1e-8);
/** A capital after a small letter, a letter of another alphabet inside a word, a sign between letters. */
const MISPLACED = -4;

const QUOTES = new Set('’“”–\u00a0');
const SIGNS = new Set('‘„«»—…•€£§°©®™·¿¡ºª½²³×№');
const CONTROL = /[\u0080-\u009f\ufffd\ue000-\uf8ff]/;
const LETTER = /[\p{L}\p{M}]/u;
const LATIN = /[A-Za-z]/;

interface Kind {
  /** Without regard to case. */
  readonly character: string;
  readonly isLetter: boolean;
  readonly isCapital: boolean;
  readonly isSmall: boolean;
}

/** By code unit; few are asked for again and again. */
const kinds: (Kind | undefined)[] = [];
const NO_KIND: Kind = { character: '', isLetter: false, isCapital: false, isSmall: false };

function kindAt(text: string, index: number): Kind {
  if (index < 0 || index >= text.length) return NO_KIND;
  return (kinds[text.charCodeAt(index)] ??= kindOf(text.charAt(index)));
}

function kindOf(character: string): Kind {
  const small = character.toLowerCase();
  const isCapital = small !== character;
  const isSmall = character !== character.toUpperCase();
  return { character: small.length === 1 ? small : character, isLetter: LETTER.test(character), isCapital, isSmall };
}

/** The likeliest encoding of a text that is neither UTF-8 nor UTF-16, by what its bytes would say in each. */
export function detectEncoding(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  if (sample.byteLength === 0) return 'windows-1252';
  let best = { encoding: 'windows-1252', score: -Infinity };
  const consider = (encoding: string, score: number): void => {
    if (score > best.score) best = { encoding, score };
  };
  for (const [encoding, script, prior] of SINGLE_BYTE)
    consider(encoding, prior + scriptScore(decodeBytes(sample, encoding), script));
  for (const [encoding, profile] of EAST_ASIAN)
    consider(encoding, EAST_ASIAN_PRIOR + eastAsianScore(decodeBytes(sample, encoding), profile));
  return best.encoding;
}

/** Words with bytes beyond ASCII; characters of several bytes are not cut, as none of them holds white space. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE_BYTES);
  let length = 0;
  let from = 0;
  let isForeign = false;
  for (let index = 0; index <= bytes.byteLength; index++) {
    const byte = bytes[index] ?? SPACE;
    if (byte >= 0x80) isForeign = true;
    if (byte > SPACE) continue;
    if (isForeign) {
      const word = bytes.subarray(from, Math.min(index, from + SAMPLE_BYTES - length - 1));
      sample.set(word, length);
      length += word.byteLength;
      sample[length++] = SPACE;
      if (length >= SAMPLE_BYTES - 1) break;
    }
    from = index + 1;
    isForeign = false;
  }
  return sample.subarray(0, length);
}

const SPACE = 0x20;

/** How likely a text is in the likeliest of a script's languages: a natural logarithm. */
function scriptScore(text: string, script: Script): number {
  const { counts, misplaced } = tally(text, script);
  const scores = (PROFILES.get(script) ?? []).map((profile) => {
    let score = 0;
    for (const [character, count] of counts) score += count * shareOf(character, profile);
    return score;
  });
  return Math.max(...scores) + misplaced * MISPLACED;
}

function shareOf(character: string, profile: LetterProfile): number {
  const share = profile.get(character);
  if (share !== undefined) return share;
  if (QUOTES.has(character)) return QUOTE;
  if (SIGNS.has(character)) return COMMON_SIGN;
  if (CONTROL.test(character)) return IMPOSSIBLE;
  return LETTER.test(character) ? OTHER_LETTER : OTHER_SIGN;
}

/** Counts characters beyond ASCII without regard to case, and those that stand where their like does not. */
function tally(text: string, script: Script): { counts: Map<string, number>; misplaced: number } {
  const counts = new Map<string, number>();
  const isMisplaced = OTHER_THAN_LATIN.has(script) ? besideLatin : script === 'vietnamese' ? nowhere : amongForeign;
  let misplaced = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 0x80) continue;
    const { character, isLetter, isCapital } = kindAt(text, index);
    counts.set(character, (counts.get(character) ?? 0) + 1);
    const before = kindAt(text, index - 1);
    const isWrong = isLetter
      ? (isCapital && before.isSmall) || isMisplaced(text, index)
      : before.isLetter && kindAt(text, index + 1).isLetter && !APOSTROPHES.has(character);
    if (isWrong) misplaced++;
  }
  return { counts, misplaced };
}

/** A letter of another alphabet beside one of ours. */
const besideLatin = (text: string, index: number): boolean =>
  LATIN.test(text.charAt(index - 1)) || LATIN.test(text.charAt(index + 1));

/** The third letter with a mark in a row. */
const amongForeign = (text: string, index: number): boolean =>
  text.charCodeAt(index - 1) >= 0x80 && text.charCodeAt(index - 2) >= 0x80;

/** Vietnamese has marks upon marks. */
const nowhere = (): boolean => false;

const APOSTROPHES = new Set('’‘–—·\u00a0');

function eastAsianScore(text: string, profile: LetterProfile): number {
  let score = 0;
  let before = '';
  for (const character of text) {
    if (character >= '\u0080') {
      score +=
        profile.get(character) ??
        (CONTROL.test(character) || HALF_WIDTH.test(character) ? IMPOSSIBLE : OTHER_IDEOGRAPH);
      if (LATIN.test(before)) score += MISPLACED / 4;
    } else if (LATIN.test(character) && before >= '\u0080') score += MISPLACED / 4;
    before = character;
  }
  return score;
}

/** Half-width katakana: what other encodings look like in Shift_JIS. */
const HALF_WIDTH = /[\uff61-\uff9f]/;
