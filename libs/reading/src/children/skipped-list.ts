import type { SkippedChild } from '../reading-model.js';

/** Files that a receipt names; archives may hold thousands that are left out for one reason. */
const MAX_NAMED = 500;

/** The list as a receipt shows it: the first ones by name, the others as one line for each reason. */
export function boundSkipped(skipped: readonly SkippedChild[]): readonly SkippedChild[] {
  if (skipped.length <= MAX_NAMED) return skipped;
  const others = Map.groupBy(skipped.slice(MAX_NAMED), ({ reason }) => reason);
  const lines = [...others].map(([reason, list]) => ({ name: `(${list.length} more)`, reason }));
  return [...skipped.slice(0, MAX_NAMED), ...lines];
}
