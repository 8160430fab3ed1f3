/** Edit distance (Levenshtein 1966): insertions, deletions and substitutions of code units. */
export function editDistance(a: string, b: string): number {
  if (a === b) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let row = Uint32Array.from({ length: short.length + 1 }, (_, i) => i);
  let next = new Uint32Array(short.length + 1);
  for (let i = 1; i <= long.length; i++) {
    next[0] = i;
    const code = long.charCodeAt(i - 1);
    for (let j = 1; j <= short.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (code === short.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  return row[short.length] ?? 0;
}

/** 0..1: one minus the edit distance over the longer length. Two empty strings are alike. Quadratic: for short texts. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/** 0..1: shared members over all members of two sets (Jaccard 1901). Two empty sets are alike. */
export function jaccard(a: Iterable<string>, b: Iterable<string>): number {
  const left = new Set(a);
  const right = new Set(b);
  if (left.size === 0 && right.size === 0) return 1;
  let shared = 0;
  for (const item of left) if (right.has(item)) shared++;
  return shared / (left.size + right.size - shared);
}
