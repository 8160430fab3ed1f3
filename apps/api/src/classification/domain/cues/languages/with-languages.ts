import { wordsOf } from '../../document-view.js';
import { text, title, type TypeCues } from '../cue-model.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import type { LanguageCues, LanguageTable, WordedType } from './language-cues.js';
import { PORTUGUESE } from './portuguese.js';
import { SPANISH } from './spanish.js';

/** The languages whose cues stand in tables of their own, by ISO 639-1; English ones stand with the rules of each type. */
export const LANGUAGE_TABLES: Readonly<Record<string, LanguageTable>> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
};

/** As the titles of the built-in types. */
const TITLE_WEIGHT = 4.4;
const LABELS_WEIGHT = 1.6;
const WORDS_WEIGHT = 0.9;

export const phrasesIn = (listed: string): string[] => listed.split('|').map((phrase) => phrase.trim());

/**
 * A type's cues with those of all languages: titles join its first title cue, for a document has one title. What it has already, as
 * the same phrase, is not added again.
 */
export function withLanguages(cues: TypeCues): TypeCues {
  const tables = Object.values(LANGUAGE_TABLES).flatMap((table) => table[cues.type as WordedType] ?? []);
  if (tables.length === 0) return cues;
  const known = new Set(
    cues.cues.flatMap((cue) => (cue.kind === 'phrase' && cue.weight > 0 ? cue.phrases.map(keyOf) : [])),
  );
  const fresh = (part: keyof LanguageCues): string[] =>
    tables
      .flatMap((table) => phrasesIn(table[part]))
      .filter((phrase) => {
        const isNew = !known.has(keyOf(phrase));
        known.add(keyOf(phrase));
        return isNew;
      });
  const titles = fresh('title');
  const first = cues.cues.find((cue) => cue.kind === 'phrase' && cue.zone === 'title' && cue.weight > 0);
  return {
    ...cues,
    cues: [
      ...cues.cues.map((cue) =>
        cue === first && cue.kind === 'phrase' ? { ...cue, phrases: [...cue.phrases, ...titles] } : cue,
      ),
      ...(first === undefined ? [title('its title', TITLE_WEIGHT, ...titles)] : []),
      text('labels that are usual on it', LABELS_WEIGHT, ...fresh('labels')),
      text('words that are usual on it', WORDS_WEIGHT, ...fresh('words')),
    ],
  };
}

const keyOf = (phrase: string): string => wordsOf(phrase).join(' ');
