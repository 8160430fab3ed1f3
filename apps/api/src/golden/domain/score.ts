import { alignSequences, fold } from '@app/text';
import type { FieldType } from '../../schemas/index.js';
import type { FieldTruth, Truth, TruthRow } from './truth.js';

/**
 * `right`: the value is the true one. `wrong`: another value. `missing`: nothing was found. `invented`: something was found where
 * there is nothing. `empty`: rightly nothing.
 */
export const VERDICTS = ['right', 'wrong', 'missing', 'invented', 'empty'] as const;
export type ScoreVerdict = (typeof VERDICTS)[number];

export type Tally = Readonly<Record<ScoreVerdict, number>>;

export const NO_TALLY: Tally = { right: 0, wrong: 0, missing: 0, invented: 0, empty: 0 };

/** A value that was held against the true one. */
export interface CellScore {
  readonly name: string;
  readonly verdict: ScoreVerdict;
  readonly expected: string | null;
  readonly found: string | null;
}

/** A row of a list; places from 0, null where the row is not there. */
export interface RowScore {
  readonly expected: number | null;
  readonly found: number | null;
  readonly cells: readonly CellScore[];
}

export interface FieldScore {
  readonly name: string;
  /** Of a list: `right` where every cell is; `missing` and `invented` where all of it is. */
  readonly verdict: ScoreVerdict;
  readonly expected: string | null;
  readonly found: string | null;
  readonly rows?: readonly RowScore[];
}

/** A field as extraction gives it, as far as it is scored. */
export interface FoundField {
  readonly name: string;
  readonly type: FieldType;
  readonly value: string | null;
  readonly items?: readonly { readonly fields: readonly FoundField[] }[];
}

/** Field names begin with a letter, so that this is never one. */
export const TYPE_NAME = '@type';

/** What two spellings of one value have in common: amounts by their number, text without case, accents and signs. */
export function normalized(type: FieldType, value: string): string {
  if ((type === 'money' || type === 'number') && value.trim() !== '' && Number.isFinite(Number(value)))
    return String(Math.round(Number(value) * 1e6) / 1e6);
  const text = value.trim();
  if (type === 'date') return text;
  const folded = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // A value of nothing but signs is compared as it is.
  return folded === '' ? text : folded;
}

function verdictOn(type: FieldType, expected: string | null, found: string | null): ScoreVerdict {
  if (expected === null) return found === null ? 'empty' : 'invented';
  if (found === null) return 'missing';
  return normalized(type, expected) === normalized(type, found) ? 'right' : 'wrong';
}

const cellScore = (name: string, expected: string | null, found: FoundField | undefined): CellScore => {
  const value = found?.value ?? null;
  return { name, verdict: verdictOn(found?.type ?? 'string', expected, value), expected, found: value };
};

type FoundRow = readonly FoundField[];
/** Values by column as they are compared; without columns that have none. */
type Keys = ReadonlyMap<string, string>;

function keysOf(values: readonly (readonly [name: string, type: FieldType, value: string | null])[]): Keys {
  return new Map(values.flatMap(([name, type, value]) => (value === null ? [] : [[name, normalized(type, value)]])));
}

/** Share of a row's true values that a found row has. */
function likeness(expected: Keys, found: Keys): number {
  let equal = 0;
  for (const [name, key] of expected) if (found.get(name) === key) equal++;
  return expected.size === 0 ? 0 : equal / expected.size;
}

/** A row too many is held against the columns that the true rows have. */
function rowScores(expected: readonly TruthRow[], found: readonly FoundRow[]): RowScore[] {
  const columns = [...new Set(expected.flatMap((row) => Object.keys(row)))];
  const types = new Map(found.flatMap((row) => row.map(({ name, type }) => [name, type])));
  const pairs = alignSequences(
    expected.map((row) =>
      keysOf(Object.entries(row).map(([name, value]) => [name, types.get(name) ?? 'string', value])),
    ),
    found.map((row) => keysOf(row.map(({ name, type, value }) => [name, type, value]))),
    likeness,
  );
  return pairs.map(([i, j]) => {
    const truth = i === null ? undefined : expected[i];
    const row = found[j ?? -1] ?? [];
    const names = truth ? Object.keys(truth) : columns;
    const cellOf = (column: string): FoundField | undefined => row.find(({ name }) => name === column);
    return { expected: i, found: j, cells: names.map((name) => cellScore(name, truth?.[name] ?? null, cellOf(name))) };
  });
}

const isGood = (verdict: ScoreVerdict): boolean => verdict === 'right' || verdict === 'empty';

function listVerdict(expected: number, found: number, rows: readonly RowScore[]): ScoreVerdict {
  if (expected === 0) return found === 0 ? 'empty' : 'invented';
  if (found === 0) return 'missing';
  const isWhole = rows.every((row) => row.expected !== null && row.cells.every(({ verdict }) => isGood(verdict)));
  return isWhole ? 'right' : 'wrong';
}

function fieldScore(name: string, truth: FieldTruth, field: FoundField | undefined): FieldScore {
  if (!Array.isArray(truth)) return cellScore(name, truth, field);
  const found = (field?.items ?? []).map(({ fields }) => fields);
  const rows = rowScores(truth, found);
  return { name, verdict: listVerdict(truth.length, found.length, rows), expected: null, found: null, rows };
}

/** Holds what was found in a document against what is right. `type` is null where it was not looked for. */
export function scoreDocument(
  truth: Truth,
  { type, fields }: { readonly type: string | null; readonly fields: readonly FoundField[] },
): FieldScore[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const scores = Object.entries(truth.fields).map(([name, value]) => fieldScore(name, value, byName.get(name)));
  if (truth.type === null) return scores;
  const verdict = type === null ? 'missing' : type === truth.type ? 'right' : 'wrong';
  return [{ name: TYPE_NAME, verdict, expected: truth.type, found: type }, ...scores];
}

/** What is counted: single fields by their name, cells of lists as `list.column`, a list without columns as itself. */
export function talliesOf(scores: readonly FieldScore[]): Record<string, Tally> {
  const tallies: Record<string, Tally> = {};
  const count = (name: string, verdict: ScoreVerdict): void => {
    const tally = tallies[name] ?? NO_TALLY;
    tallies[name] = { ...tally, [verdict]: tally[verdict] + 1 };
  };
  for (const { name, verdict, rows } of scores) {
    const cells = (rows ?? []).flatMap((row) => row.cells);
    if (cells.length === 0) count(name, verdict);
    for (const cell of cells) count(`${name}.${cell.name}`, cell.verdict);
  }
  return tallies;
}

/** Names of fields that were good before and are not now, and the reverse. */
export function changesBetween(before: readonly FieldScore[], after: readonly FieldScore[]) {
  const earlier = new Map(before.map(({ name, verdict }) => [name, isGood(verdict)]));
  const changed = (isBetter: boolean): string[] =>
    after
      .filter(({ name, verdict }) => isGood(verdict) === isBetter && earlier.get(name) === !isBetter)
      .map(({ name }) => name);
  return { regressed: changed(false), improved: changed(true) };
}

export const isAllRight = (scores: readonly FieldScore[]): boolean => scores.every(({ verdict }) => isGood(verdict));
