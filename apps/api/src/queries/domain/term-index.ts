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

/** The lower bits of a posting are the frequency, the others the chunk's ordinal: a small integer for eight million chunks. */
export const POSTING_BITS = 8;
export const POSTING_MASK = 2 ** POSTING_BITS - 1;

/** Documents that are asked for their languages. */
const LANGUAGE_SAMPLE = 1_000;

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
  private readonly lengths: number[] = [];
  private readonly ofDocument = new Map<string, number[]>();
  private terms = 0;
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

  /** Languages of the allowed documents' chunks (null: of all), the most frequent first; of many chunks, of a sample. */
  languages(allowed: ReadonlySet<string> | null): string[] {
    const counts = new Map<string, number>();
    const documents = allowed ?? this.ofDocument.keys();
    let left = LANGUAGE_SAMPLE;
    for (const documentId of documents) {
      for (const ordinal of this.chunksOf(documentId)) {
        const entry = this.entries[ordinal];
        if (entry) counts.set(entry.language, (counts.get(entry.language) ?? 0) + 1);
      }
      if (--left === 0) break;
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
  }

  /** Terms of all live chunks together. */
  get totalLength(): number {
    return this.terms;
  }

  /** Puts a chunk in; one that is there already stays as it is. */
  add(chunk: IndexedChunk): void {
    if (this.ordinals.has(chunk.id)) return;
    const ordinal = this.entries.length;
    const sequence = Uint32Array.from(chunk.terms, (term) => this.idOf(term));
    const frequencies = new Map<number, number>();
    for (const id of sequence) frequencies.set(id, (frequencies.get(id) ?? 0) + 1);
    for (const [id, count] of frequencies)
      this.postings[id]?.push(ordinal * 2 ** POSTING_BITS + Math.min(count, POSTING_MASK));
    this.entries.push({ id: chunk.id, documentId: chunk.documentId, language: chunk.language, sequence });
    this.ordinals.set(chunk.id, ordinal);
    this.lengths.push(sequence.length);
    this.terms += sequence.length;
    const siblings = this.ofDocument.get(chunk.documentId);
    if (siblings) siblings.push(ordinal);
    else this.ofDocument.set(chunk.documentId, [ordinal]);
  }

  /** Takes a chunk out: its entry goes at once, its postings are passed over. */
  remove(chunkId: string): void {
    const ordinal = this.ordinals.get(chunkId);
    if (ordinal === undefined) return;
    const entry = this.entries[ordinal];
    this.entries[ordinal] = null;
    this.ordinals.delete(chunkId);
    // A length of 0 marks what is gone.
    this.lengths[ordinal] = 0;
    this.terms -= entry?.sequence.length ?? 0;
  }

  termId(term: string): number | undefined {
    return this.termIds.get(term);
  }

  entry(ordinal: number): Entry | null {
    return this.entries[ordinal] ?? null;
  }

  /** Chunks that hold the term, those that were taken out included. */
  documentFrequency(termId: number): number {
    return this.postings[termId]?.length ?? 0;
  }

  /** Where the term stands: ordinal and frequency in one number, chunks that were taken out included. */
  postingsOf(termId: number): readonly number[] {
    return this.postings[termId] ?? [];
  }

  /** Terms of each chunk by ordinal; 0 for one that was taken out. */
  get chunkLengths(): readonly number[] {
    return this.lengths;
  }

  /** Ordinals of the chunks of a document, those that were taken out included. */
  chunksOf(documentId: string): readonly number[] {
    return this.ofDocument.get(documentId) ?? [];
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
