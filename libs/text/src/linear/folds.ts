import { seededRandom, shuffle } from './support-vectors.js';

/** Which samples are held back from one training, and which are trained on. */
export interface Fold {
  readonly train: readonly number[];
  readonly held: readonly number[];
}

/** Up to so many samples each is held back once; beyond, one fifth of them tells enough. */
const CROSS_VALIDATED = 3_000;
const FOLDS = 5;
const SEED = 20;

/**
 * Folds in which each label has its share (stratified). A label with one sample is never held back: there would be nothing to learn
 * it from. Empty where nothing can be held back.
 */
export function foldsOf(labels: readonly number[]): Fold[] {
  const order = Uint32Array.from(labels, (_, i) => i);
  shuffle(order, order.length, seededRandom(SEED));
  const seen = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  // Where a label begins is turned from label to label, so that small labels do not all fall into the first folds.
  const foldOf = new Map<number, number>();
  for (const i of order) {
    const label = labels[i] ?? 0;
    if ((counts.get(label) ?? 0) < 2) continue;
    const nth = seen.get(label) ?? 0;
    seen.set(label, nth + 1);
    foldOf.set(i, (nth + label) % FOLDS);
  }
  const all = labels.map((_, i) => i);
  return Array.from({ length: labels.length <= CROSS_VALIDATED ? FOLDS : 1 }, (_, fold) => ({
    train: all.filter((i) => foldOf.get(i) !== fold),
    held: all.filter((i) => foldOf.get(i) === fold),
  })).filter(({ held, train }) => held.length > 0 && train.length > 0);
}

export const pick = <T>(items: readonly T[], indices: readonly number[]): T[] => indices.map((i) => items[i] as T);
