import type { FieldSpec } from '../../schemas/index.js';
import { type CandidateRow, fold, type ListCandidate } from '../../fields/index.js';
import type { Piece } from './excerpt.js';

/** A row of words alone is a thing that has a name; rows with amounts or dates may be alike and are not the same. */
export const namesThings = (spec: FieldSpec): boolean =>
  (spec.fields ?? []).every(({ type }) => type === 'string' || type === 'address');

export const nameIn = ({ cells: [first] }: CandidateRow): string =>
  fold(first?.value ?? '').replace(/[^\p{L}\p{N}]/gu, '');

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

const startOf = ({ cells }: CandidateRow): number => Math.min(...cells.map(({ start }) => start));

/**
 * Lists of which a model has not read all, with what the local engine found in the pieces that are left, in the order of the
 * document: a list that ends in the middle would be worse than either.
 */
export function withLocalRows(
  lists: readonly ListCandidate[],
  local: readonly ListCandidate[],
  unread: ReadonlyMap<string, readonly Piece[]>,
): ListCandidate[] {
  return lists.map((list) => {
    const pieces = unread.get(list.field);
    const [best] = local.filter(({ field }) => field === list.field).toSorted((a, b) => b.score - a.score);
    if (!pieces || !best) return list;
    const left = best.rows.filter((row) =>
      pieces.some(({ start, text }) => startOf(row) >= start && startOf(row) < start + text.length),
    );
    return { ...list, rows: [...list.rows, ...left].toSorted((a, b) => startOf(a) - startOf(b)) };
  });
}
