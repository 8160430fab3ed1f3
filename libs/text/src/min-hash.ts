/**
 * Sketches of sets whose overlap estimates how alike the sets are: of each of `SKETCH_SIZE` orders of all hashes the least one
 * (A. Broder, On the resemblance and containment of documents, 1997). The share of equal places is the Jaccard similarity with a
 * standard error of sqrt(s (1 - s) / 72): 0.05 at 0.8, 0.03 at 0.95.
 */
export const SKETCH_SIZE = 72;

/**
 * Bands for finding (J. Leskovec et al., Mining of Massive Datasets, 3.4): sets with the similarity s share at least one of 12 bands of
 * 6 places with the probability 1 - (1 - s^6)^12: 0.17 at 0.5, 0.78 at 0.7, 0.97 at 0.8, 0.9998 at 0.9.
 */
export const SKETCH_BANDS = 12;
const BAND_ROWS = SKETCH_SIZE / SKETCH_BANDS;

/** The last step of MurmurHash3 (A. Appleby, public domain): each bit of the input moves each bit of the result. */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The orders: each is the mixing of a hash with a number of its own. The golden ratio spreads them (Knuth, TAOCP 3, 6.4). */
const SEEDS = Uint32Array.from({ length: SKETCH_SIZE }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)));

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
export function hash32(text: string, seed: number = FNV_BASIS): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return mixed(h);
}

/** Hashes of all runs of `width` words; of fewer words than that the one run of all of them. */
export function shinglesOf(words: readonly string[], width: number): Uint32Array {
  const hashes = words.map((word) => hash32(word));
  const count = Math.max(1, words.length - width + 1);
  return Uint32Array.from({ length: count }, (_, start) => {
    let h = FNV_BASIS;
    for (const hash of hashes.slice(start, start + width)) h = Math.imul(h ^ hash, FNV_PRIME) + 1;
    return mixed(h);
  });
}

/** The sketch of a set of hashes. Sets with nothing in them are alike. */
export function sketchOf(hashes: Uint32Array): Uint32Array {
  return SEEDS.map((seed) => {
    let least = 0xffffffff;
    for (const hash of hashes) {
      const value = mixed(hash ^ seed);
      if (value < least) least = value;
    }
    return least;
  });
}

/** The parts of a sketch that are looked up: who shares one may be alike. */
export const bandsOf = (sketch: Uint32Array): readonly string[] =>
  Array.from({ length: SKETCH_BANDS }, (_, band) =>
    [band, ...sketch.slice(band * BAND_ROWS, (band + 1) * BAND_ROWS)].join('.'),
  );

/** 0..1: estimate of the Jaccard similarity of the sets that two sketches are of. */
export function sketchSimilarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < SKETCH_SIZE; i++) if (a[i] === b[i]) same++;
  return same / SKETCH_SIZE;
}
