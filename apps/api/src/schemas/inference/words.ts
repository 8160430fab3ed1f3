import { fold } from '@app/text';

/** `grossAmount`, `gross_amount` and `gross-amount` are the words "gross amount"; "VATNumber" is "VAT number". */
export const spacedName = (name: string): string =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim();

const NUMBER_WORDS = new Set('no nr num nbr number nummer numero n'.split(' '));
/** Words that change nothing: "date of invoice" is "invoice date". */
const SMALL_WORDS = new Set(
  'of the a an for in on der die das des den du de d la le les l el los las il lo gli i del della di do da dos das van het een und and et y e o'.split(
    ' ',
  ),
);

/** Lower-case words without accents; every way to write "number" is `#`. */
export const wordsIn = (text: string): string[] =>
  (fold(spacedName(text)).match(/[\p{L}\p{N}]+|#/gu) ?? []).map((word) => (NUMBER_WORDS.has(word) ? '#' : word));

/** They tell two names apart ("valid from", "valid to"), but say nothing by themselves. */
const PREPOSITIONS = new Set('by to at from is until bis von vom am par au aux desde hasta dal al door tot'.split(' '));

/** The words of a name that say something, in their order. */
export const contentWords = (text: string): string[] =>
  wordsIn(text).filter((word) => !SMALL_WORDS.has(word) && !PREPOSITIONS.has(word));

/** What two names have in common that mean the same: their words without small ones, in alphabetical order. */
export function meaningKey(text: string): string {
  const words = wordsIn(text);
  const kept = words.filter((word) => !SMALL_WORDS.has(word));
  return [...(kept.length > 0 ? kept : words)].sort().join(' ');
}
