/** What a feature is made of. It is the lowest bit of its hash, so that each family can be weighed by itself. */
export const FAMILIES = { words: 0, characters: 1 } as const;

/** Of a longer text only the beginning is looked at: what it is about is said there, and time must not grow with the file. */
const CHARACTERS_READ = 8_000;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 5;

const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;
const SPACE = 32;

const WORD = /[\p{L}\p{N}\p{M}_]+/gu;

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over code units, 32 bits. */
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** Spreads the bits of a hash (the finalizer of MurmurHash3, https://github.com/aappleby/smhasher). */
function spread(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function add(features: Map<number, number>, hash: number, family: number): void {
  const key = ((spread(hash) & ~1) | family) >>> 0;
  features.set(key, (features.get(key) ?? 0) + 1);
}

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** Words and pairs of neighbours. */
function addWords(features: Map<number, number>, text: string): void {
  let before: number | null = null;
  for (const [word] of text.matchAll(WORD)) {
    const hash = hashOf(word);
    add(features, hash, FAMILIES.words);
    if (before !== null) add(features, mix(Math.imul(before, 31) + hash, SPACE), FAMILIES.words);
    before = hash;
  }
}

/** Runs of two to five code units inside a word; the space before and after it counts as part of it. */
function addCharacters(features: Map<number, number>, text: string): void {
  for (const word of text.split(/\s+/u)) {
    if (word === '') continue;
    const length = word.length + 2;
    for (let start = 0; start + SHORTEST_GRAM <= length; start++) {
      let hash = OFFSET;
      const end = Math.min(length, start + LONGEST_GRAM);
      for (let i = start; i < end; i++) {
        hash = mix(hash, i === 0 || i === length - 1 ? SPACE : word.charCodeAt(i - 1));
        if (i - start + 1 >= SHORTEST_GRAM) add(features, hash, FAMILIES.characters);
      }
    }
  }
}

/**
 * How often each feature stands in a text: words, pairs of words, and runs of characters inside words, which still speak where a
 * word is inflected, misspelt, or written without spaces. Keys are 32-bit hashes; two features with one hash count as one.
 */
export function textFeatures(text: string): Map<number, number> {
  const features = new Map<number, number>();
  const normal = text.slice(0, CHARACTERS_READ).normalize('NFKC').toLowerCase();
  addWords(features, normal);
  addCharacters(features, normal);
  return features;
}
