import { fold, STOPWORDS } from '@app/text';
import { COMMON_WORDS } from './common-words.js';
import { AMBIGUOUS_NAMES, GIVEN_NAMES } from './given-names.js';
import { CAPITALISED_WORDS, PLACE_NAMES } from './places.js';
import { SURNAMES } from './surnames.js';

/** What the word lists say of a word, one bit each: every capitalised word of a text is asked for several of them. */
export const KIND = {
  stopword: 1,
  common: 2,
  capitalised: 4,
  place: 8,
  givenName: 16,
  /** A given name that no everyday word shares. */
  clearGivenName: 32,
  surname: 64,
  /** A function word of a language other than English: it may stand inside a name (`La Rosa`), but does not make one. */
  foreignStopword: 128,
} as const;

const isClear = (name: string): boolean => GIVEN_NAMES.has(name) && !AMBIGUOUS_NAMES.has(name);

function foreignStopwords(): string[] {
  const lists = Object.entries(STOPWORDS).filter(([language]) => language !== 'en');
  return lists.flatMap(([, words]) => [...words].map(fold)).filter((word) => word.length > 1 && !isClear(word));
}

const LISTS: readonly (readonly [kind: number, words: Iterable<string>])[] = [
  [KIND.stopword, STOPWORDS['en'] ?? []],
  [KIND.common, COMMON_WORDS],
  [KIND.capitalised, CAPITALISED_WORDS],
  [KIND.place, PLACE_NAMES],
  [KIND.givenName, GIVEN_NAMES],
  [KIND.clearGivenName, [...GIVEN_NAMES].filter(isClear)],
  [KIND.surname, SURNAMES],
  [KIND.foreignStopword, foreignStopwords()],
];

const KINDS = new Map<string, number>();
for (const [kind, words] of LISTS) for (const word of words) KINDS.set(word, (KINDS.get(word) ?? 0) | kind);

/** The bits of a folded word; 0 where no list has it. */
export const kindsOf = (folded: string): number => KINDS.get(folded) ?? 0;
