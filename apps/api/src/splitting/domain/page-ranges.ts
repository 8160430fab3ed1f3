import type { FieldProblem } from '@app/kernel';

/** First and last page, from 1, both included. */
export type PageRange = readonly [first: number, last: number];

/** What is wrong with pages that somebody names for the parts of a file; in the order of the pages, none twice. */
export function rangeProblems(ranges: readonly PageRange[], pageCount: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  let before = 0;
  for (const [index, [first, last]] of ranges.entries()) {
    const detail = problemOf(first, last, before, pageCount);
    if (detail !== null) problems.push({ pointer: `/parts/${index}/pages`, detail });
    before = Math.max(before, last);
  }
  const [only] = ranges;
  if (ranges.length === 1 && only?.[0] === 1 && only[1] === pageCount)
    problems.push({ pointer: '/parts', detail: 'must not be one part with all pages: that is the file as it is' });
  return problems;
}

function problemOf(first: number, last: number, before: number, pageCount: number): string | null {
  if (last < first) return 'must end at or after its beginning';
  if (last > pageCount) return `must end at page ${pageCount} or before`;
  return first <= before ? `must begin after page ${before}, where the part before ends` : null;
}
