import type { LabelDefinition } from './classifier.js';

const WORD = /\p{L}{3}/u;

/** What the name and the description of a label say, as a text to learn from; null where they say nothing. */
export function hintOf({ name, description }: LabelDefinition): string | null {
  const words = name.replace(/[_\-./]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const hint = [words, description ?? ''].join(' ').trim();
  return WORD.test(hint) ? hint : null;
}
