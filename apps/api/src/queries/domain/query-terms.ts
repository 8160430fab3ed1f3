import { detectLanguage, isStopword, isUnspaced, searchTerms, tokenize } from '@app/text';
import type { QueryTerms } from './ranking.js';

/** A stem by the rules of another language than the query's counts half. */
const OTHER_LANGUAGE = 0.5;
const MOST_LANGUAGES = 4;
const MOST_TERMS = 64;

/**
 * The terms to look for: those of the query's own language, and, because names and technical words cross languages,
 * the words as the languages of the searched documents would stem them.
 *
 * @param languages of the documents, the most frequent first.
 */
export function queryTermsOf(query: string, languages: readonly string[] = []): QueryTerms {
  const detected = detectLanguage(query).code;
  // A short query can be told from its words alone only roughly; with one language in the documents it is settled.
  const own = detected === 'und' ? (languages[0] ?? detected) : detected;
  const terms = new Map<string, number>();
  for (const term of searchTerms(query, own)) terms.set(term, (terms.get(term) ?? 0) + 1);
  const words = tokenize(query)
    .filter(({ text }) => !isUnspaced(text) && !isStopword(text.toLowerCase(), own))
    .map(({ text }) => text)
    .join(' ');
  for (const language of languages.slice(0, MOST_LANGUAGES).filter((code) => code !== own))
    for (const term of searchTerms(words, language)) if (!terms.has(term)) terms.set(term, OTHER_LANGUAGE);
  // A query of stopwords only is still a query.
  if (terms.size === 0) for (const term of searchTerms(query, 'und')) terms.set(term, 1);
  return new Map([...terms].slice(0, MOST_TERMS));
}
