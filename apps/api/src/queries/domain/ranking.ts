import { fourGrams, POSTING_BITS, POSTING_MASK, type TermIndex } from './term-index.js';

export interface RankedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly score: number;
}

/** Terms of a query and how much each counts. */
export type QueryTerms = ReadonlyMap<string, number>;

/** Saturation and length normalisation of BM25 (Robertson and Zaragoza 2009, section 3.5). */
const K1 = 1.5;
const B = 0.75;
/** The best so many are compared more closely. */
const CLOSER = 100;
/** How much neighbouring pairs of words, and groups of four letters, count beside whole words. */
const PAIR_WEIGHT = 0.2;
const GRAM_WEIGHT = 0.15;
/** Score regularisation (Diaz 2005): a chunk takes part of its score from the chunks most like it. */
const NEIGHBOURS = { share: 0.6, count: 10, prior: 0.1, exponent: 1.5 } as const;
/** Words of a text that stand in most chunks say nothing about likeness. */
const LEAST_IDF = 0.7;

const BUCKETS = 1_024;
/** Two term numbers as one key: both fit into the 53 bits of a number. */
const PAIR_BASE = 2 ** 26;

interface Collection {
  readonly index: TermIndex;
  readonly chunks: number;
  readonly averageLength: number;
}

interface Candidate {
  readonly ordinal: number;
  score: number;
}

const idf = (chunks: number, frequency: number): number =>
  Math.log(1 + Math.max(0, chunks - frequency + 0.5) / (frequency + 0.5));

const saturated = (frequency: number, length: number, average: number): number =>
  (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / (average || 1)));

interface Searched extends Collection {
  /** Terms of each chunk by ordinal; 0 for one that may not be found. */
  readonly lengths: readonly number[] | Uint32Array;
}

function collectionOf(index: TermIndex, allowed: ReadonlySet<string> | null): Searched {
  const of = (chunks: number, total: number) => ({ chunks, averageLength: chunks === 0 ? 0 : total / chunks });
  if (!allowed) return { index, lengths: index.chunkLengths, ...of(index.size, index.totalLength) };
  const lengths = new Uint32Array(index.capacity);
  let chunks = 0;
  let total = 0;
  for (const documentId of allowed)
    for (const ordinal of index.chunksOf(documentId)) {
      const length = index.chunkLengths[ordinal] ?? 0;
      if (length === 0) continue;
      lengths[ordinal] = length;
      chunks++;
      total += length;
    }
  return { index, lengths, ...of(chunks, total) };
}

/** BM25 of every chunk with one of the terms; frequencies are those among the allowed documents. By ordinal. */
function bm25({ index, lengths, chunks, averageLength }: Searched, query: QueryTerms): Float64Array {
  const scores = new Float64Array(index.capacity);
  const perTerm = K1 * (1 - B);
  const perLength = (K1 * B) / (averageLength || 1);
  for (const [term, weight] of query) {
    const id = index.termId(term);
    if (id === undefined) continue;
    const postings = index.postingsOf(id);
    let frequency = 0;
    for (const posting of postings) if ((lengths[posting >>> POSTING_BITS] ?? 0) > 0) frequency++;
    const gain = weight * idf(chunks, frequency) * (K1 + 1);
    for (const posting of postings) {
      const ordinal = posting >>> POSTING_BITS;
      const length = lengths[ordinal] ?? 0;
      if (length === 0) continue;
      const count = posting & POSTING_MASK;
      scores[ordinal] = (scores[ordinal] ?? 0) + (gain * count) / (count + perTerm + perLength * length);
    }
  }
  return scores;
}

/** A score that at least `count` of the scores reach, and few more: from their distribution, without sorting them all. */
function cutOff(scores: Float64Array, count: number): number {
  let highest = 0;
  for (const score of scores) if (score > highest) highest = score;
  const buckets = new Uint32Array(BUCKETS + 1);
  const scale = BUCKETS / (highest || 1);
  for (const score of scores) {
    const bucket = Math.floor(score * scale);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  let above = 0;
  for (let bucket = BUCKETS; bucket > 0; bucket--) {
    above += buckets[bucket] ?? 0;
    if (above >= count) return bucket / scale;
  }
  return 0;
}

/** The best `count` chunks with any score, best first. */
function best(scores: Float64Array, count: number): Candidate[] {
  // The border of a bucket may be rounded to just above what lies on it.
  const least = cutOff(scores, count) * (1 - 1e-9);
  const candidates: Candidate[] = [];
  for (let ordinal = 0; ordinal < scores.length; ordinal++) {
    const score = scores[ordinal] ?? 0;
    if (score > 0 && score >= least) candidates.push({ ordinal, score });
  }
  return candidates.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal).slice(0, count);
}

/** Pairs of neighbours in the query and what each is worth; a pair is at least as rare as the rarer of its two. */
function pairGains({ index, chunks }: Collection, query: QueryTerms): Map<number, number> {
  const gains = new Map<number, number>();
  const ids = [...query.keys()].map((term) => index.termId(term));
  ids.forEach((second, i) => {
    const first = ids[i - 1];
    if (first === undefined || second === undefined) return;
    const frequency = Math.min(index.documentFrequency(first), index.documentFrequency(second), chunks);
    gains.set(first * PAIR_BASE + second, idf(chunks, frequency));
  });
  return gains;
}

/** Query terms that stand side by side in the text too. */
function addPairs(collection: Collection, query: QueryTerms, candidates: readonly Candidate[]): void {
  const gains = pairGains(collection, query);
  if (gains.size === 0) return;
  for (const candidate of candidates) {
    const sequence = collection.index.entry(candidate.ordinal)?.sequence ?? new Uint32Array();
    const counts = new Map<number, number>();
    for (let i = 1; i < sequence.length; i++) {
      const pair = (sequence[i - 1] ?? 0) * PAIR_BASE + (sequence[i] ?? 0);
      if (gains.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    for (const [pair, count] of counts)
      candidate.score +=
        PAIR_WEIGHT * (gains.get(pair) ?? 0) * saturated(count, sequence.length, collection.averageLength);
  }
}

/** Groups of four letters find inflected and compound words that have another stem. */
function addGrams(collection: Collection, query: QueryTerms, candidates: readonly Candidate[]): void {
  const { index, chunks, averageLength } = collection;
  const gramsOfTerm = new Map<number, number[]>();
  const gains: number[] = [];
  for (const gram of new Set([...query.keys()].flatMap(fourGrams))) {
    const terms = index.termsWithGram(gram);
    if (terms.length === 0) continue;
    const frequency = terms.reduce((sum, id) => sum + index.documentFrequency(id), 0);
    const number = gains.push(idf(chunks, Math.min(chunks, frequency))) - 1;
    for (const id of terms) gramsOfTerm.set(id, [...(gramsOfTerm.get(id) ?? []), number]);
  }
  const counts = new Uint16Array(gains.length);
  for (const candidate of candidates) {
    const sequence = index.entry(candidate.ordinal)?.sequence ?? new Uint32Array();
    counts.fill(0);
    for (const id of sequence) for (const gram of gramsOfTerm.get(id) ?? []) counts[gram] = (counts[gram] ?? 0) + 1;
    counts.forEach((count, gram) => {
      if (count === 0) return;
      candidate.score += GRAM_WEIGHT * (gains[gram] ?? 0) * saturated(count, sequence.length, averageLength);
    });
  }
}

interface Weighted {
  readonly places: number[];
  readonly weights: number[];
}

/** The candidates' terms, weighted and of length one, by term. */
function weightedTerms(
  { index, chunks, averageLength }: Collection,
  candidates: readonly Candidate[],
): Map<number, Weighted> {
  const byTerm = new Map<number, Weighted>();
  candidates.forEach(({ ordinal }, place) => {
    const counts = new Map<number, number>();
    const sequence = index.entry(ordinal)?.sequence ?? new Uint32Array();
    for (const id of sequence) counts.set(id, (counts.get(id) ?? 0) + 1);
    let squares = 0;
    for (const [id, count] of counts) {
      const rarity = idf(chunks, Math.min(chunks, index.documentFrequency(id)));
      const weight = rarity < LEAST_IDF ? 0 : rarity * saturated(count, sequence.length, averageLength);
      squares += weight * weight;
      counts.set(id, weight);
    }
    const norm = Math.sqrt(squares) || 1;
    for (const [id, weight] of counts) {
      if (weight === 0) continue;
      let list = byTerm.get(id);
      if (!list) byTerm.set(id, (list = { places: [], weights: [] }));
      list.places.push(place);
      list.weights.push(weight / norm);
    }
  });
  return byTerm;
}

/** Cosine of each two candidates, row by row. */
function likenesses(collection: Collection, candidates: readonly Candidate[]): Float64Array {
  const size = candidates.length;
  const matrix = new Float64Array(size * size);
  for (const { places, weights } of weightedTerms(collection, candidates).values())
    for (let a = 1; a < places.length; a++) {
      const row = (places[a] ?? 0) * size;
      const weight = weights[a] ?? 0;
      for (let b = 0; b < a; b++) {
        const at = row + (places[b] ?? 0);
        matrix[at] = (matrix[at] ?? 0) + weight * (weights[b] ?? 0);
      }
    }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b] ?? 0;
  return matrix;
}

/** The value that `count` of the values reach, or 0. */
function threshold(values: Float64Array, count: number): number {
  return values.slice().sort().at(-count) ?? 0;
}

function regularise(collection: Collection, candidates: readonly Candidate[]): void {
  const size = candidates.length;
  const matrix = likenesses(collection, candidates);
  const before = candidates.map((candidate) => candidate.score);
  candidates.forEach((candidate, place) => {
    const row = matrix.subarray(place * size, (place + 1) * size);
    const least = threshold(row, NEIGHBOURS.count);
    let sum = 0;
    let weights = NEIGHBOURS.prior;
    row.forEach((likeness, other) => {
      if (likeness === 0 || likeness < least) return;
      const weight = likeness ** NEIGHBOURS.exponent;
      sum += weight * (before[other] ?? 0);
      weights += weight;
    });
    candidate.score = (1 - NEIGHBOURS.share) * candidate.score + NEIGHBOURS.share * (sum / weights);
  });
}

/**
 * The best chunks for the terms, best first: BM25 over all of them, exactly; then, among the best hundred, pairs of
 * words, parts of words, and what chunks of like content have.
 *
 * @param allowed ids of the documents that may be found; null for all.
 */
export function rankChunks(
  index: TermIndex,
  query: QueryTerms,
  allowed: ReadonlySet<string> | null,
  limit: number,
): RankedChunk[] {
  const collection = collectionOf(index, allowed);
  const found = best(bm25(collection, query), Math.max(CLOSER, limit));
  const candidates = found.slice(0, CLOSER).map((candidate) => ({ ...candidate }));
  addPairs(collection, query, candidates);
  addGrams(collection, query, candidates);
  regularise(collection, candidates);
  candidates.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
  // What was not compared closely comes after, with scores that keep the order.
  const floor = candidates.at(-1)?.score ?? 0;
  const ceiling = found[CLOSER]?.score ?? 1;
  const rest = found.slice(CLOSER).map(({ ordinal, score }) => ({ ordinal, score: (score / ceiling) * floor }));
  return [...candidates, ...rest].slice(0, limit).flatMap(({ ordinal, score }) => {
    const entry = index.entry(ordinal);
    return entry ? [{ chunkId: entry.id, documentId: entry.documentId, score }] : [];
  });
}
