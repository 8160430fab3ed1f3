import type { DocumentView } from './document-view.js';
import { wordsOf } from './document-view.js';
import { FuzzyVocabulary, type WordGuess } from './fuzzy-vocabulary.js';

/** A phrase found in a document: words `start` to `end` (exclusive) of the view. */
export interface PhraseMatch {
  /** The index under which the phrase was added. */
  readonly phrase: number;
  readonly start: number;
  readonly end: number;
  /** 0..1, the poorest of its words. */
  readonly quality: number;
}

interface KnownPhrase {
  readonly index: number;
  readonly ids: readonly number[];
}

/** Shorter phrases without their spaces look too much like other words. */
const MIN_JOINED = 8;
const MAX_JOINED = 24;
/** A word cut in two by recognition: both parts are short, the whole is a word of the vocabulary. */
const MAX_PART = 6;
const MIN_WHOLE = 6;
const QUALITY_SPLIT = 0.9;
/** Some four megabytes. */
const MOST_KNOWN = 40_000;

interface Reach extends WordGuess {
  /** How many words of the document it takes. */
  readonly span: number;
}

/** Finds many phrases in one pass over the words of a document, tolerant of poor recognition. */
export class PhraseMatcher {
  private readonly vocabulary = new FuzzyVocabulary();
  private readonly byFirst = new Map<number, KnownPhrase[]>();
  /** Words of earlier documents: a language has few, and looking for their neighbours is most of the work. */
  private readonly known = new Map<string, readonly Reach[]>();
  private size = 0;

  /** Adds a phrase and answers its index. */
  add(phrase: string): number {
    this.known.clear();
    const index = this.size++;
    const words = phraseWords(phrase);
    this.register(index, words);
    const joined = words.join('');
    if (words.length > 1 && joined.length >= MIN_JOINED && joined.length <= MAX_JOINED && !joined.includes('*')) {
      this.register(index, [joined]);
    }
    return index;
  }

  private register(index: number, words: readonly string[]): void {
    const ids = words.map((word) => this.vocabulary.add(word));
    const first = ids[0];
    if (first === undefined) return;
    const list = this.byFirst.get(first);
    if (list === undefined) this.byFirst.set(first, [{ index, ids }]);
    else list.push({ index, ids });
  }

  match(view: DocumentView): PhraseMatch[] {
    const reaches = this.reaches(view);
    const matches: PhraseMatch[] = [];
    reaches.forEach((here, start) => {
      for (const first of here) {
        for (const phrase of this.byFirst.get(first.id) ?? []) {
          const rest = complete(reaches, phrase.ids, start, first);
          if (rest !== null) matches.push({ phrase: phrase.index, start, ...rest });
        }
      }
    });
    return matches;
  }

  private reaches(view: DocumentView): readonly (readonly Reach[])[] {
    return view.words.map((word, position) => {
      const guesses = this.guesses(word);
      return guesses.length > 0 ? guesses : this.splitWord(view, position, word);
    });
  }

  private guesses(word: string): readonly Reach[] {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_KNOWN) this.forgetOldest();
    const guesses = this.vocabulary.guesses(word).map((guess) => ({ ...guess, span: 1 }));
    this.known.set(word, guesses);
    return guesses;
  }

  /** First in, first out: a common word that goes is back with the next document. */
  private forgetOldest(): void {
    for (const word of this.known.keys()) {
      this.known.delete(word);
      return;
    }
  }

  private splitWord(view: DocumentView, position: number, word: string): readonly Reach[] {
    const next = view.words[position + 1];
    if (next === undefined || word.length > MAX_PART || next.length > MAX_PART) return [];
    if (word.length + next.length < MIN_WHOLE || view.segmentOf[position] !== view.segmentOf[position + 1]) return [];
    return this.vocabulary
      .guesses(word + next)
      .filter(({ quality }) => quality === 1)
      .map(({ id }) => ({ id, quality: QUALITY_SPLIT, span: 2 }));
  }
}

/** The words of a phrase, with the wildcards that a plain cut would drop. */
const phraseWords = (phrase: string): string[] =>
  phrase.split(/\s+/).flatMap((word) => {
    if (!word.includes('*')) return wordsOf(word);
    const bare = wordsOf(word).join('');
    return [word.startsWith('*') ? `*${bare}` : `${bare}*`];
  });

function complete(
  reaches: readonly (readonly Reach[])[],
  ids: readonly number[],
  start: number,
  first: Reach,
): { end: number; quality: number } | null {
  let end = start + first.span;
  let quality = first.quality;
  for (const id of ids.slice(1)) {
    const next = reaches[end]?.find((reach) => reach.id === id);
    if (next === undefined) return null;
    end += next.span;
    quality = Math.min(quality, next.quality);
  }
  return { end, quality };
}
