// How weights fare: beginnings of documents found, and whole files.
import { probability } from './learn.mjs';

/** As in `apps/api/src/splitting/domain/find-parts.ts`. */
const BEGINS = 0.5;
const WORTH_ASKING = 0.8;
const CERTAIN = 0.97;
const CERTAINLY_NOT = 0.1;

/** Files are {isSingle, gaps: [{isStart, x}]}. Answers precision and recall of beginnings, and what would become of files. */
export function fares(weights, files) {
  const counts = {
    right: 0,
    wrong: 0,
    missed: 0,
    singles: 0,
    singlesProposed: 0,
    singlesSplit: 0,
    several: 0,
    split: 0,
    splitRight: 0,
  };
  for (const { isSingle, gaps } of files) {
    const judged = gaps.map(({ isStart, x }) => ({ isStart, p: probability(weights, x) }));
    for (const { isStart, p } of judged)
      if (p >= BEGINS) counts[isStart ? 'right' : 'wrong']++;
      else if (isStart) counts.missed++;
    const isProposed = judged.some(({ p }) => p >= WORTH_ASKING);
    const isSplit = isProposed && judged.every(({ p }) => p >= CERTAIN || p <= CERTAINLY_NOT);
    counts[isSingle ? 'singles' : 'several']++;
    if (isSingle && isProposed) counts.singlesProposed++;
    if (isSingle && isSplit) counts.singlesSplit++;
    if (!isSingle && isSplit) counts.split++;
    if (!isSingle && isSplit && judged.every(({ isStart, p }) => isStart === p >= BEGINS)) counts.splitRight++;
  }
  const { right, wrong, missed, ...rest } = counts;
  const share = (part, whole) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000);
  return { precision: share(right, right + wrong), recall: share(right, right + missed), ...rest };
}
