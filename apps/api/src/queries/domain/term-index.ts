/** A chunk as it is ranked: its terms in the order of the text, repeats included. */
export interface IndexedChunk {
  readonly id: string;
  readonly documentId: string;
  readonly language: string;
  readonly terms: readonly string[];
}

/** One chunk inside the index. */
interface Entry {
  readonly id: string;
  readonly documentId: string;
  readonly language: string;
  readonly sequence: Uint32Array;
}

/** A posting is `ordinal * 256 + frequency`, a small integer for up to eight million chunks. */
const SHIFT = 256;

/**
 * An inverted index of chunks in memory: postings for ranking, and the terms of each chunk in order for what is
 * compared among the best. Not a store: it is made from rows and can be thrown away at any time.
 */
export class TermIndex {
  private readonly termIds = new Map<string, number>();
  private readonly postings: number[][] = [];
  private readonly names: string[] = [];
  private readonly entries: (Entry | null)[] = [];
  private readonly ordinals = new Map<string, number>();
  private grams: Map<string, number[]> | null = null;
  private gramsUpTo = 0;

  /** Live chunks. */
  get size(): number {
    return this.ordinals.size;
  }

  /** Ordinals are below this. */
  get capacity(): number {
    return this.entries.length;
  }

  /** Languages of the allowed documents' chunks (null: of all), the most frequent first. */
  languages(allowed: ReadonlySet<string> | null): string[] {
    const counts = new Map<string, number>();
    for (const entry of this.entries)
      if (entry && (!allowed || allowed.has(entry.documentId)))
        counts.set(entry.language, (counts.get(entry.language) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
  }

  has(chunkId: string): boolean {
    return this.ordinals.has(chunkId);
  }

  /** Puts a chunk in; one that is there already stays as it is. */
  add(chunk: IndexedChunk): void {
    if (this.ordinals.has(chunk.id)) return;
    const ordinal = this.entries.length;
    const sequence = Uint32Array.from(chunk.terms, (term) => this.idOf(term));
    const frequencies = new Map<number, number>();
    for (const id of sequence) frequencies.set(id, (frequencies.get(id) ?? 0) + 1);
    for (const [id, count] of frequencies) this.postings[id]?.push(ordinal * SHIFT + Math.min(count, SHIFT - 1));
    this.entries.push({ id: chunk.id, documentId: chunk.documentId, language: chunk.language, sequence });
    this.ordinals.set(chunk.id, ordinal);
  }

  /** Takes a chunk out: its entry goes at once, its postings are passed over. */
  remove(chunkId: string): void {
    const ordinal = this.ordinals.get(chunkId);
    if (ordinal === undefined) return;
    this.entries[ordinal] = null;
    this.ordinals.delete(chunkId);
  }

  termId(term: string): number | undefined {
    return this.termIds.get(term);
  }

  entry(ordinal: number): Entry | null {
    return this.entries[ordinal] ?? null;
  }

  length(ordinal: number): number {
    return this.entries[ordinal]?.sequence.length ?? 0;
  }

  /** Chunks that hold the term, those that were taken out included. */
  documentFrequency(termId: number): number {
    return this.postings[termId]?.length ?? 0;
  }

  /** Calls `visit` for each live chunk with the term. */
  visit(termId: number, visit: (ordinal: number, frequency: number) => void): void {
    for (const posting of this.postings[termId] ?? []) {
      const ordinal = Math.floor(posting / SHIFT);
      if (this.entries[ordinal]) visit(ordinal, posting % SHIFT);
    }
  }

  /** Terms with this group of four characters, `_` standing for the borders of the word. */
  termsWithGram(gram: string): readonly number[] {
    this.grams ??= new Map();
    for (; this.gramsUpTo < this.names.length; this.gramsUpTo++)
      for (const each of new Set(fourGrams(this.names[this.gramsUpTo] ?? ''))) {
        const known = this.grams.get(each);
        if (known) known.push(this.gramsUpTo);
        else this.grams.set(each, [this.gramsUpTo]);
      }
    return this.grams.get(gram) ?? [];
  }

  private idOf(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const id = this.postings.length;
    this.termIds.set(term, id);
    this.names.push(term);
    this.postings.push([]);
    return id;
  }
}

/** Groups of four characters of a word with its borders; a shorter word is one group. */
export function fourGrams(word: string): string[] {
  const padded = `_${word}_`;
  if (padded.length <= 4) return [padded];
  return Array.from({ length: padded.length - 3 }, (_, i) => padded.slice(i, i + 4));
}
