import { foldKeepingOffsets } from '@app/text';

/** A phrase that stands in a text, and the words as they stand there. */
export interface FoundPhrase {
  readonly phrase: string;
  readonly quote: string;
}

/** Where some phrases are after the words they have in common. */
interface Node {
  readonly next: Map<string, Node>;
  /** Phrases that end here. */
  readonly ends: string[];
  /** Phrases that end with the next word, by what that begins with. */
  readonly open: Map<string, string[]>;
  longestOpen: number;
}

const newNode = (): Node => ({ next: new Map(), ends: [], open: new Map(), longestOpen: 0 });

/** Words of a phrase. */
const MOST_WORDS = 12;
/** More of a mail is not looked at. */
const MOST_CHARACTERS = 20_000;
const WORD = /[\p{L}\p{N}]+/gu;

const wordsOf = (text: string): { word: string; start: number; end: number }[] =>
  Array.from(foldKeepingOffsets(text.slice(0, MOST_CHARACTERS)).matchAll(WORD), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** Whether a phrase has as many words as are looked for. */
export const hasWords = (phrase: string): boolean => {
  const { length } = wordsOf(phrase);
  return length > 0 && length <= MOST_WORDS;
};

/**
 * Finds phrases: words behind each other, whatever their case, accents and punctuation; `refund*` is any word that begins so, at the end
 * of a phrase. Phrases that begin alike are followed as one, so each word of a text costs at most as many steps as a phrase has words and a
 * word has letters, whatever the phrases are and however many. Nothing here is a regular expression of a tenant.
 */
export class PhraseMatcher {
  private readonly root = newNode();

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) this.add(phrase);
  }

  private add(phrase: string): void {
    const words = wordsOf(phrase).map(({ word }) => word);
    const last = phrase.trimEnd().endsWith('*') ? words.pop() : undefined;
    let node = this.root;
    for (const word of words) {
      const next = node.next.get(word) ?? newNode();
      node.next.set(word, next);
      node = next;
    }
    if (last === undefined) node.ends.push(phrase);
    else {
      node.open.set(last, [...(node.open.get(last) ?? []), phrase]);
      node.longestOpen = Math.max(node.longestOpen, last.length);
    }
  }

  /** The first place of each phrase. */
  find(text: string): ReadonlyMap<string, FoundPhrase> {
    const words = wordsOf(text);
    const found = new Map<string, FoundPhrase>();
    const keep = (phrases: readonly string[], start: number, end: number): void => {
      for (const phrase of phrases)
        if (!found.has(phrase)) found.set(phrase, { phrase, quote: text.slice(start, end) });
    };
    for (const [at, { start }] of words.entries()) {
      let node: Node | undefined = this.root;
      for (let index = at; node !== undefined && index < words.length; index++) {
        const { word, end } = words[index] ?? { word: '', end: start };
        for (let length = Math.min(word.length, node.longestOpen); length > 0; length--)
          keep(node.open.get(word.slice(0, length)) ?? [], start, end);
        node = node.next.get(word);
        keep(node?.ends ?? [], start, end);
      }
    }
    return found;
  }
}
