import type { DocumentTypeId } from '../../taxonomy/document-types.js';

/** Types that show themselves by form and not by words: a card's number, short lines about a person, slides. */
export const WORDLESS = ['credit_card', 'business_card', 'presentation', 'generic'] as const satisfies DocumentTypeId[];

export type WordedType = Exclude<DocumentTypeId, (typeof WORDLESS)[number]>;

/** What a type is called in a language, and what is printed on it there. Phrases are parted by `|`. */
export interface LanguageCues {
  /** Its titles. */
  readonly title: string;
  /** Labels of its fields, and clauses that it seldom lacks. */
  readonly labels: string;
  /** Other words that are usual on it. */
  readonly words: string;
}

export type LanguageTable = Readonly<Record<WordedType, LanguageCues>>;
