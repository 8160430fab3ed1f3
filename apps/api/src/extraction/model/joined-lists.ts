import type { FieldSpec } from '../../schemas/index.js';
import { type CandidateRow, fold, type ListCandidate } from '../../fields/index.js';

/** A row of words alone is a thing that has a name; rows with amounts or dates may be alike and are not the same. */
const namesThings = (spec: FieldSpec): boolean =>
  (spec.fields ?? []).every(({ type }) => type === 'string' || type === 'address');

const nameIn = ({ cells: [first] }: CandidateRow): string => fold(first?.value ?? '').replace(/[^\p{L}\p{N}]/gu, '');

/** Each thing once, in the words in which it stands first: every piece of a contract names its parties again. */
function distinct(rows: readonly CandidateRow[]): CandidateRow[] {
  return [...Map.groupBy(rows, nameIn).values()].flatMap(([first]) => first ?? []);
}

/** Lists of pieces of one document are one list a field. */
export function joinedLists(lists: readonly ListCandidate[], specs: readonly FieldSpec[]): ListCandidate[] {
  return [...Map.groupBy(lists, ({ field }) => field).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const rows = [first, ...more].flatMap((list) => list.rows);
    const spec = specs.find(({ name }) => name === first.field);
    return [{ ...first, rows: spec && namesThings(spec) ? distinct(rows) : rows }];
  });
}
