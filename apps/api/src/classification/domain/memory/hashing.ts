const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;

/** Spreads the bits of a hash (the finalizer of MurmurHash3, https://github.com/aappleby/smhasher); signed 32 bits, as Postgres keeps them. */
function spread(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over code units, its bits spread. */
export function hashOf(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return spread(hash);
}

/** The nth of a family of hash functions. */
const rehashed = (hash: number, n: number): number => spread(hash ^ Math.imul(n, 0x9e3779b1));

/**
 * The smallest value of each of `size` hash functions over a set (MinHash, Broder 1997): two sets agree in as large a share of
 * these as they have members in common. Empty for an empty set.
 */
export function minHashes(members: Iterable<number>, size: number): number[] {
  const smallest = new Int32Array(size).fill(0x7fffffff);
  let any = false;
  for (const member of members) {
    any = true;
    for (let n = 0; n < size; n++) {
      const value = rehashed(member, n + 1);
      if (value < (smallest[n] ?? 0)) smallest[n] = value;
    }
  }
  return any ? [...smallest] : [];
}

/**
 * Keys under which signatures that are much alike are found: `rows` of its numbers as one. Two sets that share the part `j` of
 * their members share one of `b` keys at least with the probability 1 - (1 - j^rows)^b.
 */
export function bandsOf(signature: readonly number[], rows: number, salt: string): number[] {
  const bands: number[] = [];
  for (let at = 0; at + rows <= signature.length; at += rows)
    bands.push(hashOf(`${salt}${at}:${signature.slice(at, at + rows).join()}`));
  return bands;
}

/** The share of places in which two signatures agree: 0..1; 0 where one is missing. */
export function agreement(left: readonly number[], right: readonly number[]): number {
  if (left.length === 0 || left.length !== right.length) return 0;
  return left.filter((value, index) => value === right[index]).length / left.length;
}

/** The share of members that two sets have in common (Jaccard 1901): 0..1; 0 where one is empty. */
export function overlap(left: readonly number[], right: readonly number[]): number {
  const known = new Set(left);
  const shared = right.filter((value) => known.has(value)).length;
  return shared === 0 ? 0 : shared / (left.length + right.length - shared);
}
