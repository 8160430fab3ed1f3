/** Chunks of one document among the first hits; more of them come after everything else. */
const MOST_OF_ONE = 3;

/** Keeps one long document from filling the list: its fourth and further chunks go behind the others, in their order. */
export function spread<T extends { readonly documentId: string }>(ranked: readonly T[]): T[] {
  const counts = new Map<string, number>();
  const first: T[] = [];
  const later: T[] = [];
  for (const item of ranked) {
    const count = (counts.get(item.documentId) ?? 0) + 1;
    counts.set(item.documentId, count);
    (count <= MOST_OF_ONE ? first : later).push(item);
  }
  return [...first, ...later];
}
