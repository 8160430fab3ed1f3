// How weights fare: beginnings of documents found, and whole files.
import { probability } from './learn.mjs';

/** As in `apps/api/src/splitting/domain/find-parts.ts`. */
const BEGINS = 0.5;
const WORTH_ASKING = 0.8;
const CERTAIN = 0.97;
const CERTAINLY_NOT = 0.1;

const share = (part, whole) => (whole === 0 ? null : Math.round((1000 * part) / whole) / 1000);

/** Files are {isSingle, gaps: [{isStart, x}]}. Answers precision and recall of beginnings, and what would become of files. */
export function fares(weights, files) {
  const judged = files.map(({ isSingle, gaps }) =>
    judgedFile(
      isSingle,
      gaps.map(({ isStart, x }) => ({ isStart, p: probability(weights, x) })),
    ),
  );
  const gaps = judged.flatMap((file) => file.gaps);
  const found = gaps.filter(({ p }) => p >= BEGINS);
  const right = found.filter(({ isStart }) => isStart).length;
  const count = (is) => judged.filter(is).length;
  return {
    precision: share(right, found.length),
    recall: share(right, gaps.filter(({ isStart }) => isStart).length),
    singles: count((file) => file.isSingle),
    singlesProposed: count((file) => file.isSingle && file.isProposed),
    singlesSplit: count((file) => file.isSingle && file.isSplit),
    several: count((file) => !file.isSingle),
    severalProposed: count((file) => !file.isSingle && file.isProposed),
    split: count((file) => !file.isSingle && file.isSplit),
    splitRight: count((file) => !file.isSingle && file.isSplit && file.isRight),
  };
}

function judgedFile(isSingle, gaps) {
  const isProposed = gaps.some(({ p }) => p >= WORTH_ASKING);
  return {
    isSingle,
    gaps,
    isProposed,
    isSplit: isProposed && gaps.every(({ p }) => p >= CERTAIN || p <= CERTAINLY_NOT),
    isRight: gaps.every(({ isStart, p }) => isStart === p >= BEGINS),
  };
}
