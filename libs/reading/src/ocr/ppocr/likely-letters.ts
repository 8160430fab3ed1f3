import type { CtcCharacter, CtcLine } from './ctc.js';
import type { WordLikelihood } from './word-likelihood.js';

/** A letter with at least this probability is not doubted, and one below that is not considered. */
const SURE = 0.97;
const POSSIBLE = 0.03;
/** What the likelihood of a word counts for beside that of its letters. */
const WEIGHT = 0.3;
/** Only a word this likely is taken for another, lest words of other languages become English. */
const COMMON = -14;
/** Shorter words are too many to tell them apart by a letter; longer ones are no words. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 24;

const isLetter = (text: string): boolean => /^[A-Za-z]$/.test(text);
/** Zeros and ones behind a small letter are misread; behind a capital they may be a number: "LOTR1". */
const isMisplaced = (word: string, index: number): boolean => /^[a-z][01]$/.test(word.slice(index - 1, index + 1));

/** The probabilities of a line's time steps, and what their classes mean. */
export interface LineProbabilities {
  readonly data: Float32Array;
  readonly alphabet: readonly string[];
  /** The classes of Western characters. */
  readonly western: Uint32Array;
}

/**
 * Of the letters that the network wavers between, takes those that make the likelier word: in each word one letter, or a zero
 * or one that stands among letters. Its places stay.
 */
export function withLikelyLetters(line: CtcLine, network: LineProbabilities, likelihood: WordLikelihood): CtcLine {
  const characters = [...line.characters];
  for (const [from, to] of wordsIn(characters)) {
    const better = likelierLetter(characters.slice(from, to), network, likelihood);
    const old = better && characters[from + better.index];
    if (better && old) characters[from + better.index] = { ...old, text: better.text, probability: better.probability };
  }
  return { ...line, characters };
}

/** Runs of letters, with zeros and ones among them that are not most of it; from and up to. */
function wordsIn(characters: readonly CtcCharacter[]): [number, number][] {
  const text = characters.map((one) => (one.text.length === 1 ? one.text : ' ')).join('');
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const digits = word.replace(/\D/g, '').length;
    const isWord = word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && digits <= word.length / 3;
    return isWord ? [[index, index + word.length] as [number, number]] : [];
  });
}

/** What stands in addresses of mail and web and in codes is no word of a language. */
const WORD = /(?<![A-Za-z\d@/\\_])[A-Za-z01]+(?![A-Za-z\d@/\\_])/g;

interface Letter {
  readonly index: number;
  readonly text: string;
  readonly probability: number;
}

function likelierLetter(
  word: readonly CtcCharacter[],
  network: LineProbabilities,
  likelihood: WordLikelihood,
): Letter | null {
  const text = word.map((one) => one.text).join('');
  // Short forms without a vowel are no words that pieces know of.
  if (!/[aeiouy]/i.test(text) || word.every(({ probability }) => probability >= SURE)) return null;
  const now = likelihood(text);
  let best: Letter | null = null;
  let most = 0;
  word.forEach((old, index) => {
    if (old.probability >= SURE) return;
    for (const [letter, probability] of lettersAt(old, network)) {
      const then = likelihood(text.slice(0, index) + letter + text.slice(index + 1));
      const gain = Math.log(probability / old.probability) + WEIGHT * (then - now);
      if (gain <= most || (then < COMMON && !isMisplaced(text, index))) continue;
      most = gain;
      best = { index, text: letter, probability };
    }
  });
  return best;
}

/** Other letters that the network considered where it read a character. */
function lettersAt({ at, text }: CtcCharacter, { data, alphabet, western }: LineProbabilities): Map<string, number> {
  const letters = new Map<string, number>();
  for (let step = Math.floor(at); step <= Math.ceil(at); step++)
    for (const index of western) {
      const probability = data[step * alphabet.length + index] ?? 0;
      const letter = alphabet[index] ?? '';
      if (probability < POSSIBLE || letter === text || !isLetter(letter)) continue;
      letters.set(letter, Math.max(letters.get(letter) ?? 0, probability));
    }
  return letters;
}
