import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../classify-document.js';
import { FRENCH_SAMPLES } from '../../samples/french.samples.js';
import { GERMAN_SAMPLES } from '../../samples/german.samples.js';
import { ITALIAN_SAMPLES } from '../../samples/italian.samples.js';
import { PORTUGUESE_SAMPLES } from '../../samples/portuguese.samples.js';
import { readingOf } from '../../samples/reading-of-text.js';
import { SPANISH_SAMPLES } from '../../samples/spanish.samples.js';
import { DOCUMENT_TYPE_IDS } from '../../taxonomy/taxonomy.js';
import { wordsOf } from '../../document-view.js';
import { CUES_BY_TYPE } from '../registry.js';
import { type WordedType, WORDLESS } from './language-cues.js';
import { LANGUAGE_TABLES, phrasesIn } from './with-languages.js';

const WORDED = DOCUMENT_TYPE_IDS.filter((type): type is WordedType => !(WORDLESS as readonly string[]).includes(type));

describe('cues in languages', () => {
  it('are there for at least 40 types, in English with the rules of each', () => {
    expect(CUES_BY_TYPE.size).toBeGreaterThanOrEqual(40);
    for (const { type, cues } of CUES_BY_TYPE.values()) expect(cues.length, type).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(LANGUAGE_TABLES))(
    '%s: each type has titles, labels and words, as many as tell it',
    (language) => {
      for (const type of WORDED) {
        const { title, labels, words } = LANGUAGE_TABLES[language]![type];
        const all = [title, labels, words].flatMap(phrasesIn);
        expect(phrasesIn(title).length, `${type} title`).toBeGreaterThanOrEqual(type === 'email' ? 1 : 3);
        expect(phrasesIn(`${labels}|${words}`).length, `${type} words`).toBeGreaterThanOrEqual(6);
        expect(
          all.filter((phrase) => wordsOf(phrase).length === 0),
          type,
        ).toEqual([]);
      }
    },
  );

  it.each(Object.keys(LANGUAGE_TABLES))('%s: no title names two types', (language) => {
    const owners = new Map<string, string[]>();
    for (const type of WORDED)
      for (const phrase of phrasesIn(LANGUAGE_TABLES[language]![type].title)) {
        const key = wordsOf(phrase).join(' ');
        owners.set(key, [...(owners.get(key) ?? []), type]);
      }
    expect([...owners].filter(([, types]) => types.length > 1)).toEqual([]);
  });
});

const SAMPLES = {
  de: GERMAN_SAMPLES,
  fr: FRENCH_SAMPLES,
  es: SPANISH_SAMPLES,
  it: ITALIAN_SAMPLES,
  pt: PORTUGUESE_SAMPLES,
};

describe.each(Object.entries(SAMPLES))('documents in %s', (_language, samples) => {
  it.each(Object.entries(samples))('%s', (type, text) => {
    const input = { reading: readingOf([text]), filename: null, mediaType: 'application/pdf' };
    expect(classifyDocument(input).type).toBe(type);
  });
});
