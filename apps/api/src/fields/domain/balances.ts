import { cents } from './values.js';

/** A movement of an account: values of its columns by name. */
export type Movement = ReadonlyMap<string, string>;

interface Columns {
  readonly amount: string;
  readonly balance: string;
}

const centsOf = (row: Movement, column: string): number | null => {
  const value = Number(row.get(column) ?? Number.NaN);
  return Number.isFinite(value) ? cents(String(value)) : null;
};

/**
 * Whether each printed balance follows from the one before. A single amount between two balances may come without its sign, as
 * in columns of debits and credits; of several the signs have to be printed.
 */
function follows(
  rows: readonly Movement[],
  { amount, balance }: Columns,
  opening: number | null,
  closing: number | null,
) {
  let last = opening;
  let between: number[] = [];
  let checked = 0;
  const meets = (next: number): boolean => {
    const step = next - (last ?? next);
    const [only] = between;
    return between.length === 1 && only !== undefined
      ? Math.abs(step) === Math.abs(only)
      : step === between.reduce((sum, one) => sum + one, 0);
  };
  for (const row of rows) {
    const [moved, next] = [centsOf(row, amount), centsOf(row, balance)];
    if (moved !== null) between.push(moved);
    if (next === null) continue;
    if (last !== null && between.length > 0) {
      if (!meets(next)) return { holds: false, checked };
      checked++;
    }
    last = next;
    between = [];
  }
  return { holds: closing === null || last === null || meets(closing), checked };
}

/**
 * Whether the balances of an account hold together, amounts in cents; null where too little is printed to say so. Statements
 * may list the newest movement first.
 */
export function balancesHold(
  rows: readonly Movement[],
  columns: Columns,
  opening: number | null,
  closing: number | null,
): boolean | null {
  const turns = [rows, rows.toReversed()].map((each) => follows(each, columns, opening, closing));
  if (turns.some(({ holds, checked }) => holds && checked > 0)) return true;
  const isPrinted = rows.some((row) => centsOf(row, columns.balance) !== null);
  return isPrinted && turns.every(({ holds }) => !holds) ? false : null;
}
