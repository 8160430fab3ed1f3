import { STOPWORDS } from '../stopwords.js';
import type { LanguageGuess } from '../text-model.js';
import { ARABIC_LETTERS, CYRILLIC_LETTERS, FOREIGN_LETTERS, LATIN_LETTERS } from './alphabets.js';
import { cluesOf } from './clues.js';
import { eldScores } from './eld.js';
import { FUNCTION_WORDS } from './function-words.js';
import { hanEvidence } from './han.js';
import { countScripts, languageOfScript } from './scripts.js';

const UNKNOWN: LanguageGuess = { code: 'und', confidence: 0 };

/** Weights in natural logarithms of odds. */
const WEIGHTS = {
  /** One unit of eld's score of one n-gram (0 to about 230). */
  eld: 1 / 36,
  foreignLetter: 1,
  strangeLetter: 4,
  functionWord: 1.6,
  clue: 0.4,
} as const;

/** Log odds before anything is read: the languages that most business mail is in, their neighbours, then the rest. */
const PRIORS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'ar', 'hi'].map((code) => [code, 0])),
  ...Object.fromEntries(['sv', 'da', 'nb', 'pl', 'cs', 'ro', 'tr', 'fi', 'uk', 'hu'].map((code) => [code, -0.5])),
  ca: -0.8,
};
const RARE_PRIOR = -1.8;

/** Above so many letters the n-grams alone are right (0.998 of sentences), and the rest only costs time. */
const SHORT = 60;

/** UTF-16 code units of the beginning of a text that are read; eld reads some 350 bytes. */
const MOST_WEIGHED = 1_000;

type LetterSets = ReadonlyMap<string, ReadonlySet<string>>;
const letterSets = (table: Readonly<Record<string, string>>): LetterSets =>
  new Map(Object.entries(table).map(([language, letters]) => [language, new Set(letters)]));

const ALPHABETS: ReadonlyMap<string, LetterSets> = new Map([
  ['Latin', letterSets(LATIN_LETTERS)],
  ['Cyrillic', letterSets(CYRILLIC_LETTERS)],
  ['Arabic', letterSets(ARABIC_LETTERS)],
]);
const FOREIGN = letterSets(FOREIGN_LETTERS);

/** Languages by function word. */
const WORD_LANGUAGES = ((): ReadonlyMap<string, readonly string[]> => {
  const byWord = new Map<string, string[]>();
  const lists: [string, Iterable<string>][] = [...Object.entries(STOPWORDS), ...Object.entries(FUNCTION_WORDS)];
  for (const [language, words] of lists)
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), language]);
  return byWord;
})();

const WORD = /[\p{L}\p{M}'’·]+/gu;

type Logits = Map<string, number>;
const add = (logits: Logits, language: string, amount: number): void => {
  const known = logits.get(language);
  if (known !== undefined) logits.set(language, known + amount);
};

/** eld takes a mean over n-grams; a word has one n-gram for every three of its bytes. */
const ngramsOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + Math.max(1, Math.ceil((Buffer.byteLength(word) - 1) / 3)), 0);

function weighLetters(logits: Logits, words: readonly string[], script: string): void {
  const letters = [...new Set(words.join(''))].filter((letter) => /\p{L}/u.test(letter));
  const marked = script === 'Latin' ? letters.filter((letter) => letter > 'z') : letters;
  for (const [language, alphabet] of ALPHABETS.get(script) ?? []) {
    const strange = marked.filter((letter) => !alphabet.has(letter)).length;
    add(logits, language, -strange * WEIGHTS.strangeLetter);
  }
  if (script !== 'Latin') return;
  for (const [language, foreign] of FOREIGN)
    add(logits, language, -letters.filter((letter) => foreign.has(letter)).length * WEIGHTS.foreignLetter);
}

function weighWords(logits: Logits, words: readonly string[]): void {
  for (const word of words) {
    const languages = WORD_LANGUAGES.get(word) ?? [];
    for (const language of languages) add(logits, language, WEIGHTS.functionWord / Math.sqrt(languages.length));
    for (const [language, count] of cluesOf(word)) add(logits, language, count * WEIGHTS.clue);
  }
}

/** Softmax of the best. */
function best(logits: Logits): LanguageGuess {
  let code = UNKNOWN.code;
  let most = -Infinity;
  for (const [language, logit] of logits) if (logit > most) [code, most] = [language, logit];
  if (most === -Infinity) return UNKNOWN;
  let total = 0;
  for (const logit of logits.values()) total += Math.exp(logit - most);
  return { code, confidence: 1 / total };
}

/** A mean score on eld's scale from 0 to 1. */
const shareOf = (mean: number): number => mean / (mean + 25);

function eastAsian(text: string, counts: ReadonlyMap<string, number>): LanguageGuess {
  const kana = (counts.get('Hiragana') ?? 0) + (counts.get('Katakana') ?? 0);
  const han = counts.get('Han') ?? 0;
  if (kana * 20 > han) return { code: 'ja', confidence: 0.99 };
  const { means } = eldScores(text.slice(0, MOST_WEIGHED));
  const eld = (shareOf(means.get('zh') ?? 0) - shareOf(means.get('ja') ?? 0)) * 4;
  // A Japanese text of more than a few characters has kana.
  const logit = 0.8 + Math.max(0, han - 6) * 0.5 + hanEvidence(text.slice(0, 400)) * 2 + eld;
  const confidence = 1 / (1 + Math.exp(-Math.abs(logit)));
  return { code: logit >= 0 ? 'zh' : 'ja', confidence };
}

const countOf = (counts: ReadonlyMap<string, number>, scripts: readonly string[]): number =>
  scripts.reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);

/** The language of a text in a script that several languages share. */
function byEvidence(text: string, script: string, letters: number): LanguageGuess {
  const lower = text.slice(0, MOST_WEIGHED).toLowerCase().normalize('NFC');
  const { means, ngrams } = eldScores(lower);
  const words = letters <= SHORT ? (lower.match(WORD) ?? []) : null;
  const scale = WEIGHTS.eld * (words === null ? ngrams : ngramsOf(words));
  const logits: Logits = new Map();
  for (const [language, mean] of means) logits.set(language, mean * scale + (PRIORS[language] ?? RARE_PRIOR));
  if (words !== null) {
    weighLetters(logits, words, script);
    weighWords(logits, words);
  }
  return best(logits);
}

/**
 * The language of a text. Writing systems with one language decide alone; else n-grams (eld), for short texts together
 * with the letters of each alphabet, function words, typical groups of letters, and how usual the language is.
 */
export function detectLanguage(text: string): LanguageGuess {
  const counts = countScripts(text);
  const total = countOf(counts, [...counts.keys()]);
  if (total === 0) return UNKNOWN;
  const cjk = countOf(counts, ['Han', 'Hiragana', 'Katakana']);
  if (cjk * 4 >= total && cjk > countOf(counts, ['Hangul'])) return eastAsian(text, counts);
  const [script = 'Latin', count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const single = languageOfScript(script);
  if (single !== undefined) return { code: single, confidence: Math.min(0.99, count / total) };
  return byEvidence(text, script, total);
}

export const detectLanguages = (texts: readonly string[]): LanguageGuess[] => texts.map(detectLanguage);
