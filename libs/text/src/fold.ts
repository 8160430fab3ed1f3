/** Latin, Arabic and Hebrew marks. Marks of Indic scripts, Thai and kana are letters' parts there and stay. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g;

/** Letters with a stroke and the like, which Unicode does not decompose; one code unit each. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '−': '-',
};
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe' };

const hasOnlyAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[łøđħıŧς’‘ʼ‐‑−]/g, (letter) => UNDECOMPOSED[letter] ?? letter);

/**
 * Lower case without accents, in compatibility form (NFKD, marks removed, composed again so that Hangul syllables stay
 * whole); `ß`, `æ`, `œ` become two letters. For comparing; offsets into the result do not fit the original.
 */
export function fold(text: string): string {
  if (hasOnlyAscii(text)) return text.toLowerCase();
  return plain(text)
    .replace(/[ßæœ]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFC');
}

const NOT_ASCII = /[^\0-\x7f]/gu;

const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const short = plain(character).normalize('NFC');
  const lower = character.toLowerCase();
  const folded = [short, lower].find((candidate) => candidate.length === character.length) ?? character;
  if (foldedCharacters.size < 5_000) foldedCharacters.set(character, folded);
  return folded;
}

const asciiLowered = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** The text folded last: finders of dates, durations and the like ask for the same one in turn. */
let last = { text: '', folded: '' };
const LONGEST_KEPT = 1_000_000;

/**
 * As `fold`, but each character becomes exactly as many code units as it was, so that an index into the result is an
 * index into the text. What cannot be folded to the same length (`ﬁ`, `ß`, a lone mark) stays.
 */
export function foldKeepingOffsets(text: string): string {
  if (hasOnlyAscii(text)) return text.toLowerCase();
  if (last.text === text) return last.folded;
  const lower = text.toLowerCase();
  // Lower case is longer where a capital becomes a letter and a mark (`İ`): those are folded one by one.
  const folded = (lower.length === text.length ? lower : asciiLowered(text)).replace(NOT_ASCII, foldCharacter);
  if (text.length <= LONGEST_KEPT) last = { text, folded };
  return folded;
}
