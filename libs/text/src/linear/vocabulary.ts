import { FAMILIES } from './text-features.js';

/** The features that a model knows: ascending hashes, and what each is worth. */
export interface Vocabulary {
  readonly hashes: Uint32Array;
  /** Inverse document frequency of each. */
  readonly idf: Float32Array;
}

/** The known features of one text, ascending, with their weights. Each family has the length 1, or 0 where it knows none. */
export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** More features than these are memory without use; the commonest stay. */
const MOST_FEATURES = 200_000;

/** Learns a vocabulary from the features of all texts. */
export function fitVocabulary(texts: readonly ReadonlyMap<number, number>[], most = MOST_FEATURES): Vocabulary {
  const frequencies = new Map<number, number>();
  for (const features of texts)
    for (const hash of features.keys()) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
  let least = 1;
  let kept = [...frequencies];
  while (kept.length > most) {
    least++;
    kept = kept.filter(([, frequency]) => frequency >= least);
  }
  const hashes = Uint32Array.from(kept, ([hash]) => hash).sort();
  // Smoothed as if one more text held every feature (Manning, Raghavan and Schütze 2008, 6.2; smoothing as in scikit-learn).
  const idf = Float32Array.from(
    hashes,
    (hash) => Math.log((1 + texts.length) / (1 + (frequencies.get(hash) ?? 0))) + 1,
  );
  return { hashes, idf };
}

/** Where a hash stands among ascending ones; -1 where it does not. */
function find(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const at = hashes[middle] ?? 0;
    if (at === hash) return middle;
    if (at < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Weighs the features of a text: (1 + ln count) · idf, each family divided by its length. */
export function vectorize({ hashes, idf }: Vocabulary, features: ReadonlyMap<number, number>): SparseVector {
  const known: { readonly index: number; readonly family: number; readonly value: number }[] = [];
  const squares = [0, 0];
  for (const [hash, count] of features) {
    const index = find(hashes, hash);
    if (index < 0) continue;
    const value = (1 + Math.log(count)) * (idf[index] ?? 0);
    const family = hash & 1;
    squares[family] = (squares[family] ?? 0) + value * value;
    known.push({ index, family, value });
  }
  known.sort((a, b) => a.index - b.index);
  const lengths = [Math.sqrt(squares[FAMILIES.words] ?? 0), Math.sqrt(squares[FAMILIES.characters] ?? 0)];
  return {
    indices: Uint32Array.from(known, ({ index }) => index),
    values: Float32Array.from(known, ({ value, family }) => value / (lengths[family] || 1)),
  };
}
