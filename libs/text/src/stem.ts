import { createRequire } from 'node:module';

interface Stemmer {
  stem(word: string): string;
}
interface SnowballStemmers {
  newStemmer(algorithm: string): Stemmer;
}

/** The package is CommonJS and has no type declarations. */
const snowball = createRequire(import.meta.url)('snowball-stemmers') as SnowballStemmers;

/** ISO 639-1 to the names of the Snowball algorithms. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

const CACHE_SIZE = 20_000;

interface CachedStemmer {
  readonly stemmer: Stemmer;
  readonly stems: Map<string, string>;
}
const stemmers = new Map<string, CachedStemmer>();

function stemmerFor(algorithm: string): CachedStemmer {
  const known = stemmers.get(algorithm);
  if (known) return known;
  const made = { stemmer: snowball.newStemmer(algorithm), stems: new Map<string, string>() };
  stemmers.set(algorithm, made);
  return made;
}

/** The Snowball stem of a lower-case word; the word itself in a language without a stemmer. `language` is ISO 639-1. */
export function stem(word: string, language: string): string {
  const algorithm = Object.hasOwn(ALGORITHMS, language) ? ALGORITHMS[language] : undefined;
  if (algorithm === undefined || word.length > 60) return word;
  const { stemmer, stems } = stemmerFor(algorithm);
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stemmed = stemmer.stem(word) || word;
  if (stems.size >= CACHE_SIZE) stems.clear();
  stems.set(word, stemmed);
  return stemmed;
}
