import { fold, STOPWORDS } from '@app/text';
import { CUES_BY_TYPE } from '../cues/registry.js';
import { wordsOf } from '../document-view.js';

const SHORTEST = 3;
/** Endings differ within a word's forms and between languages; six letters tell most words apart in all six of them. */
const STEM = 6;
const MOST_TERMS = 250;

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  ['en', 'de', 'fr', 'es', 'it', 'pt'].flatMap((language) => [...(STOPWORDS[language] ?? [])].map(fold)),
);

/** The terms by which own categories are compared: stems of words of all languages, without function words and figures. */
export function termsOf(words: readonly string[]): Set<string> {
  const terms = new Set<string>();
  for (const word of words)
    if (word.length >= SHORTEST && !/\d/.test(word) && !FUNCTION_WORDS.has(word)) terms.add(word.slice(0, STEM));
  return terms;
}

/** The terms of an example that are kept: the first ones, for a type shows itself at the beginning. */
export const keptTerms = (words: readonly string[]): string[] => [...termsOf(words)].slice(0, MOST_TERMS);

let using: ReadonlyMap<string, number> | undefined;

/** In how many built-in types' cues a term stands. */
function typesUsing(): ReadonlyMap<string, number> {
  if (using !== undefined) return using;
  const counts = new Map<string, number>();
  for (const { cues } of CUES_BY_TYPE.values()) {
    const words = cues.flatMap((cue) => (cue.kind === 'phrase' ? cue.phrases : [])).flatMap(wordsOf);
    for (const term of termsOf(words)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  using = counts;
  return using;
}

/** 0..1: how much a term says about one kind of document. Words on the papers of many kinds (`date`, `total`) say little. */
export const specificity = (term: string): number => 1 / (1 + (typesUsing().get(term) ?? 0) / 2);
