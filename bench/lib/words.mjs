// Words as they are compared: letters and digits, in any order, as often as they stand there.
const wordsOf = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function countsOf(text) {
  const counts = new Map();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** F1 of the words of two texts: 1 where they are the same, whatever their order. Null where neither has any. */
export function wordF1(one, other) {
  const [a, b] = [countsOf(one), countsOf(other)];
  const sum = (counts) => counts.values().reduce((total, count) => total + count, 0);
  const both = a.entries().reduce((total, [word, count]) => total + Math.min(count, b.get(word) ?? 0), 0);
  const all = sum(a) + sum(b);
  return all === 0 ? null : (2 * both) / all;
}
