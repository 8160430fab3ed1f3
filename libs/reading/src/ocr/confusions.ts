/** Letters that look like digits, and the digits they are in a number. */
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', I: '1', l: '1' };

/** At least two digits, amount signs and separators; the rest are look-alikes. */
const NUMBER_WITH_LETTERS = /^[-+(]?(?:RM|[$€£¥])?[\dOoIl]+(?:[.,:/-][\dOoIl]+)*[)%]?$/;
/** Letters with single zeros among them, and no other digit. */
const WORD_WITH_ZEROS = /^[A-Za-z]*0[A-Za-z0]*$/;

/**
 * Settles letters and digits that look alike by what they stand among: a zero among letters is an O, an O among the
 * digits of a number is a zero. Codes that mix letters with several digits are left as they were read. The length
 * of a word does not change.
 */
export function settleLookAlikes(word: string): string {
  const digits = word.match(/\d/g)?.length ?? 0;
  if (digits >= 2 && NUMBER_WITH_LETTERS.test(word))
    return word.replace(/[OoIl]/g, (letter) => DIGIT_OF[letter] ?? letter);
  return word.replace(/[A-Za-z0-9]+/g, settleZeros);
}

function settleZeros(run: string): string {
  const letters = run.match(/[A-Za-z]/g)?.length ?? 0;
  return letters >= 3 && WORD_WITH_ZEROS.test(run) ? run.replace(/0/g, run === run.toUpperCase() ? 'O' : 'o') : run;
}
