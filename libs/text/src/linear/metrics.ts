/** What was said about a text whose label is known. */
export interface Judgement {
  readonly truth: number;
  readonly given: number;
  /** 0..1 */
  readonly confidence: number;
}

export interface LabelMetrics {
  readonly heldBack: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Confusion {
  readonly truth: number;
  readonly given: number;
  readonly count: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const accuracyOf = (judgements: readonly Judgement[]): number =>
  share(judgements.filter(({ truth, given }) => truth === given).length, judgements.length);

/** Precision, recall and their harmonic mean, of each label. */
export function labelMetrics(judgements: readonly Judgement[], labelCount: number): LabelMetrics[] {
  const right = new Uint32Array(labelCount);
  const truths = new Uint32Array(labelCount);
  const givens = new Uint32Array(labelCount);
  for (const { truth, given } of judgements) {
    truths[truth] = (truths[truth] ?? 0) + 1;
    givens[given] = (givens[given] ?? 0) + 1;
    if (truth === given) right[truth] = (right[truth] ?? 0) + 1;
  }
  return Array.from(truths, (heldBack, k) => {
    const hits = right[k] ?? 0;
    const [precision, recall] = [share(hits, givens[k] ?? 0), share(hits, heldBack)];
    return { heldBack, precision, recall, f1: share(2 * precision * recall, precision + recall) };
  });
}

/** Mean of the labels' f1, over labels that were held back at all. */
export function macroF1Of(labels: readonly LabelMetrics[]): number {
  const seen = labels.filter(({ heldBack }) => heldBack > 0);
  return share(
    seen.reduce((sum, { f1 }) => sum + f1, 0),
    seen.length,
  );
}

/** The mistakes that were made most often, up to `most`. */
export function confusionsOf(judgements: readonly Judgement[], most: number): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const { truth, given } of judgements) {
    if (truth === given) continue;
    const key = `${truth} ${given}`;
    counts.set(key, { truth, given, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, most);
}
