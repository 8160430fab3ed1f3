import type { StoredReading } from '@app/reading';
import { slicePages } from '@model/reading';
import { boundaryProbability, mostProbable } from './boundary-model.js';
import { findGaps, type Gap, type PageSigns, type TypeOf } from './find-boundaries.js';

/** A document in a file, as it was found. */
export interface FoundPart {
  /** First and last page, from 1, both included. */
  readonly pages: readonly [first: number, last: number];
  readonly type: string;
  /** 0..1: how likely it is one document from its first page to its last. */
  readonly confidence: number;
}

export interface FoundParts {
  readonly parts: readonly FoundPart[];
  /** 0..1: of the least certain decision between two pages. */
  readonly confidence: number;
  /** True where every page is clearly a beginning or clearly none. */
  readonly isCertain: boolean;
}

/** A document begins where that is more likely than not. */
const BEGINS = 0.5;
/** Nothing is proposed of a file where no beginning is this likely: most files are one document. */
const WORTH_ASKING = 0.8;
/** Where a file is split without asking, each beginning is this likely, and every other page at most that likely one. */
const CERTAIN = 0.97;
const CERTAINLY_NOT = 0.1;
/** A sheet that says what it is for. */
const AFTER_SEPARATOR = 0.99;

/** The documents in a file of pages; null where it is one. */
export function findParts(reading: StoredReading, typeOf: TypeOf): FoundParts | null {
  const signs = findGaps(reading, typeOf, (features) => mostProbable(features) > CERTAINLY_NOT);
  const probabilities = new Map(signs.gaps.map((gap) => [gap.at, probabilityOf(gap, signs)]));
  if (Math.max(0, ...probabilities.values()) < WORTH_ASKING) return null;
  const starts = [...probabilities].filter(([, probability]) => probability >= BEGINS).map(([at]) => at);
  const ranges = rangesOf(starts, reading.pages.length, signs);
  const parts = ranges.map((pages): FoundPart => {
    const { type } = typeOf(slicePages(reading, ...pages));
    return { pages, type, confidence: confidenceOf(pages, probabilities) };
  });
  const decided = [...probabilities.values()].map((probability) => Math.max(probability, 1 - probability));
  return {
    parts,
    confidence: rounded(Math.min(...decided)),
    isCertain: [...probabilities.values()].every(
      (probability) => probability >= CERTAIN || probability <= CERTAINLY_NOT,
    ),
  };
}

const probabilityOf = ({ at, features }: Gap, { separators }: PageSigns): number =>
  separators.has(at - 1) ? AFTER_SEPARATOR : boundaryProbability(features);

/** Sheets between documents belong to none; pages without text to the document before them. */
function rangesOf(
  starts: readonly number[],
  pageCount: number,
  { separators }: PageSigns,
): (readonly [number, number])[] {
  const own = (page: number): boolean => !separators.has(page);
  return [1, ...starts].flatMap((start, index, all) => {
    let [first, last] = [start, (all[index + 1] ?? pageCount + 1) - 1];
    while (first <= last && !own(first)) first++;
    while (last >= first && !own(last)) last--;
    return first <= last ? [[first, last] as const] : [];
  });
}

/** Both of its ends are right, and nothing begins between them. */
function confidenceOf([first, last]: FoundPart['pages'], probabilities: ReadonlyMap<number, number>): number {
  const inside = [...probabilities]
    .filter(([at]) => at > first && at <= last)
    .map(([, probability]) => 1 - probability);
  const after = [...probabilities].find(([at]) => at > last)?.[1] ?? 1;
  return rounded(Math.min(probabilities.get(first) ?? 1, after, ...inside));
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
