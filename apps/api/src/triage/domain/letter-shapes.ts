/** Letters of other scripts that look like Latin ones, most of them to the dot (Unicode Technical Standard 39, confusables). */
const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(
    'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSοoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'.matchAll(/../gu),
    ([pair]) => [pair[0], pair[1]],
  ),
);
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');
const BESIDE_LATIN = new RegExp(`[a-zA-Z]${LOOKALIKE.source}|${LOOKALIKE.source}[a-zA-Z]`, 'u');
const MAYBE_LOOKALIKE = /[\u0391-\u03bf\u0400-\u052f]/;

/** Whether a word is written in Latin letters and in others that only look like them. */
export const hasMixedScripts = (text: string): boolean => MAYBE_LOOKALIKE.test(text) && BESIDE_LATIN.test(text);

/** A word of two scripts in the letters that it seems to be written in; other words stay. */
export const withoutLookalikes = (word: string): string =>
  hasMixedScripts(word) ? word.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter) : word;

/** Mathematical, squared and circled letters: plain ones in the eye of a reader, other characters for a program. */
const STYLED = /[\u24b6-\u24e9\u{1d400}-\u{1d7cb}\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
/** Its first half, which most texts are free of. */
export const MAYBE_STYLED = /[\u24b6-\u24e9\ud835]|\ud83c[\udd30-\udd89]/;
const NEGATIVE = 0x1f150;
const LETTERS = 32;

function plainLetter(styled: string): string {
  const code = styled.codePointAt(0) ?? 0;
  if (code >= NEGATIVE) return String.fromCharCode(0x41 + ((code - NEGATIVE) % LETTERS));
  return styled.normalize('NFKC');
}

export interface PlainLetter {
  readonly index: number;
  readonly length: number;
  readonly instead: string;
}

/** The styled letters of a text, with the plain one for each; those without one are left out. */
export const flattenLetters = (text: string): PlainLetter[] =>
  [...text.matchAll(STYLED)]
    .map(({ index, 0: styled }) => ({ index, length: styled.length, instead: plainLetter(styled) }))
    .filter(({ instead }) => instead.length === 1);
