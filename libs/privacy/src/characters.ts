const LETTER = 1;
const UPPER_CASE = 2;
const NUMBER = 4;
const MARK = 8;

/** Bits of the characters of the basic multilingual plane; asking an expression for each character takes far longer. */
const BITS = new Uint8Array(0x10000);
for (let code = 0; code < BITS.length; code++) {
  const character = String.fromCharCode(code);
  if (/\p{L}/u.test(character)) BITS[code] = /\p{Lu}/u.test(character) ? LETTER | UPPER_CASE : LETTER;
  else if (/\p{N}/u.test(character)) BITS[code] = NUMBER;
  else if (/\p{M}/u.test(character)) BITS[code] = MARK;
}

/** Of UTF-16 code units; outside of a text (`NaN`) nothing is anything. */
export const isLetter = (code: number): boolean => ((BITS[code] ?? 0) & LETTER) !== 0;
export const isUpperCase = (code: number): boolean => ((BITS[code] ?? 0) & UPPER_CASE) !== 0;
export const isLetterOrNumber = (code: number): boolean => ((BITS[code] ?? 0) & (LETTER | NUMBER)) !== 0;
export const isLetterOrMark = (code: number): boolean => ((BITS[code] ?? 0) & (LETTER | MARK)) !== 0;
