/** Indices of two that belong together, in the order of both sequences; null where one has no partner. */
export type AlignedPair = readonly [before: number | null, after: number | null];

/** A table of more cells is not filled: some milliseconds of comparing. */
const MOST_CELLS = 20_000;

/**
 * Pairs two sequences in their order so that the likenesses of the pairs add up to the most (Needleman and Wunsch, 1970, with gaps
 * that cost nothing). What is not alike at all is not paired. Sequences that are long and differ in the middle are paired by place.
 * @param likeness 0 (nothing in common) to 1 (equal)
 */
export function alignSequences<A, B>(
  before: readonly A[],
  after: readonly B[],
  likeness: (one: A, other: B) => number,
): AlignedPair[] {
  const score = (i: number, j: number): number => likeness(before[i] as A, after[j] as B);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && score(head, head) === 1) head++;
  let tail = 0;
  while (tail < shorter - head && score(before.length - 1 - tail, after.length - 1 - tail) === 1) tail++;
  const [rows, columns] = [before.length - head - tail, after.length - head - tail];
  const middle =
    rows * columns > MOST_CELLS
      ? byPlace(rows, columns)
      : byLikeness(rows, columns, (i, j) => score(head + i, head + j));
  const moved = (pairs: readonly AlignedPair[], by: readonly [number, number]): AlignedPair[] =>
    pairs.map(([i, j]) => [i === null ? null : i + by[0], j === null ? null : j + by[1]]);
  return [
    ...byPlace(head, head),
    ...moved(middle, [head, head]),
    ...moved(byPlace(tail, tail), [head + rows, head + columns]),
  ];
}

const byPlace = (rows: number, columns: number): AlignedPair[] =>
  Array.from({ length: Math.max(rows, columns) }, (_, at) => [at < rows ? at : null, at < columns ? at : null]);

function byLikeness(rows: number, columns: number, score: (i: number, j: number) => number): AlignedPair[] {
  const width = columns + 1;
  /** The best sum from a place on to both ends. */
  const best = new Float64Array((rows + 1) * width);
  const alike = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const here = score(i, j);
      alike[i * columns + j] = here;
      const paired = here > 0 ? here + at(best, (i + 1) * width + j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(best, (i + 1) * width + j), at(best, i * width + j + 1));
    }
  const pairs: AlignedPair[] = [];
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const sum = at(best, i * width + j);
    const here = at(alike, i * columns + j);
    if (here > 0 && sum === here + at(best, (i + 1) * width + j + 1)) pairs.push([i++, j++]);
    else if (sum === at(best, (i + 1) * width + j)) pairs.push([i++, null]);
    else pairs.push([null, j++]);
  }
  while (i < rows) pairs.push([i++, null]);
  while (j < columns) pairs.push([null, j++]);
  return pairs;
}

const at = (table: Float64Array, index: number): number => table[index] ?? 0;
