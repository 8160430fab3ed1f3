import { fold, isStopword, stem, tokenize } from '@app/text';
import { plain, type Values, valuesOf } from './values.js';

/** What may be stated, because it stands in these texts. */
export interface Source {
  readonly values: Readonly<Record<keyof Values, ReadonlySet<string>>>;
  /** Stems of its words. */
  readonly stems: ReadonlySet<string>;
}

/** Kinds of values, and names. */
export type ValueKind = keyof Values | 'names' | 'words';

const stemOf = (word: string, language: string): string => stem(fold(word.toLowerCase()), language);

export function sourceOf(text: string, language: string): Source {
  const { links, accounts, codes, numbers, dates } = valuesOf(text, language);
  return {
    values: {
      links: new Set(links),
      accounts: new Set(accounts),
      codes: new Set(codes),
      // A part of a reference or an account may be named alone, a part of a number may not.
      numbers: new Set([...numbers, ...digitsOf(codes)]),
      dates: new Set(dates),
    },
    stems: new Set(tokenize(plain(text)).map(({ text: word }) => stemOf(word, language))),
  };
}

const digitsOf = (codes: readonly string[]): string[] => codes.map((code) => code.replace(/\D/g, ''));

/** Kinds of values in a text that do not stand in the source; empty where all do. */
export function unknownValues(text: string, language: string, { values }: Source): (keyof Values)[] {
  const found = valuesOf(text, language);
  return (Object.keys(values) as (keyof Values)[]).filter((kind) => found[kind].some((one) => !values[kind].has(one)));
}

/** So much of what a sentence says must be said in the mail in the same words; a paraphrase keeps most of them. */
const LEAST_SHARED = 0.6;
const CAPITAL = /^\p{Lu}/u;

/**
 * What of a sentence that somebody else wrote does not stand in the source: a kind of value, a name (a word with a capital that the
 * source does not have), or most of its words. Null where all of it can be proved.
 */
export function unprovenIn(sentence: string, language: string, source: Source): ValueKind | null {
  const [unknown] = unknownValues(sentence, language, source);
  if (unknown !== undefined) return unknown;
  const words = tokenize(plain(sentence)).map(({ text }) => text);
  const isKnown = (word: string): boolean => source.stems.has(stemOf(word, language));
  const isName = (word: string, at: number): boolean =>
    at > 0 && CAPITAL.test(word) && !isStopword(word.toLowerCase(), language);
  if (words.some((word, at) => isName(word, at) && !isKnown(word))) return 'names';
  const content = words.filter((word) => word.length > 2 && !isStopword(word.toLowerCase(), language));
  const shared = content.filter(isKnown).length;
  return content.length > 0 && shared >= LEAST_SHARED * content.length ? null : 'words';
}
