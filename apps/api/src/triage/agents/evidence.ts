import { QuoteFinder } from '@app/text';
import type { Sight } from '../domain/sight.js';

/** A quote as it stands in the mail, of what is said to the reader; null where it does not stand there. Fewer words prove nothing. */
export function provenQuote({ matter }: Pick<Sight, 'matter'>, quote: string): string | null {
  const found = new QuoteFinder(matter).find(quote);
  if (found === null || found.match === 'fuzzy') return null;
  const words = matter.slice(found.start, found.end);
  // Sentences are lines of the matter: a quote over several of them may leave out what stood between.
  return words.includes('\n') || !/\p{L}{2}/u.test(words) ? null : words;
}

export const provenQuotes = (sight: Pick<Sight, 'matter'>, quotes: readonly string[]): string[] => [
  ...new Set(quotes.flatMap((quote) => provenQuote(sight, quote) ?? [])),
];

/**
 * The whole sentences of the mail that quotes stand in. Half a sentence may say the opposite of it: `tell them that it was approved` is
 * no approval.
 */
export const provenSentences = (sight: Pick<Sight, 'matter'>, quotes: readonly string[]): string[] => {
  const lines = sight.matter.split('\n');
  const whole = provenQuotes(sight, quotes).map((quote) => lines.find((line) => line.includes(quote)) ?? quote);
  return [...new Set(whole.map((sentence) => sentence.replace(/\s+/g, ' ').trim()))];
};
