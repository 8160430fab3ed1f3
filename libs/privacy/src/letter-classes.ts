/**
 * Latin, Greek and Cyrillic, the scripts with capitals: first and last code. An expression over these is compiled to a
 * hundredth of what `\p{L}` takes (some 700 ranges each time it stands there), and stays in the processor's cache.
 */
const CASED_SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  [0x41, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
];

/** The characters of these scripts that an expression takes, as the inside of a character class. */
function rangesOf(pattern: RegExp): string {
  let ranges = '';
  for (const [first, last] of CASED_SCRIPTS) {
    let start = -1;
    for (let code = first; code <= last + 1; code++) {
      const isIn = code <= last && pattern.test(String.fromCharCode(code));
      if (isIn && start < 0) start = code;
      if (isIn || start < 0) continue;
      const from = String.fromCharCode(start);
      ranges += start === code - 1 ? from : `${from}-${String.fromCharCode(code - 1)}`;
      start = -1;
    }
  }
  return ranges;
}

/** For use between brackets, in expressions without the flag `u`. */
export const LETTERS = rangesOf(/\p{L}/u);
export const CAPITALS = rangesOf(/\p{Lu}/u);
/** Letters and the accents that stand apart. */
export const WORD_CHARACTERS = `${LETTERS}\u0300-\u036f`;
