import { assertNever } from '@app/kernel';
import type { ExtractionSchema } from '../../schemas/index.js';
import type { Candidate } from './field-model.js';
import { balancesHold, type Movement } from './balances.js';
import { cents } from './values.js';

export interface RuleOutcome {
  /** Names of the rules that each field breaks. */
  readonly failures: ReadonlyMap<string, readonly string[]>;
  /** Fields that a rule confirms. */
  readonly confirmed: ReadonlySet<string>;
}

/** Amounts are printed to the cent; a sum of rounded parts may be off by one or two. */
const TOLERANCE = 2;
const TOP = 6;

/** Totals paid in cash are rounded to five hundredths in Malaysia, Switzerland, Canada and elsewhere. */
const isSum = (sum: number, total: number): boolean =>
  Math.abs(sum - total) <= (total % 5 === 0 ? CASH_ROUNDING : TOLERANCE);
const CASH_ROUNDING = 4;

type SchemaRule = ExtractionSchema['rules'][number];
type SumRule = Extract<SchemaRule, { kind: 'sum' }>;
type Pools = Map<string, Candidate[]>;

interface Solution {
  readonly picks: ReadonlyMap<string, Candidate>;
  /** The most that a field loses, and all of them. */
  readonly mostLost: number;
  readonly lost: number;
}

/** A sum may move a field from its best candidate by this much, no more. */
const MAX_LOSS = 0.35;

/** What is lost by a pick; nothing where a model and the local engine differ and it is what one of them has chosen. */
const lossOf = (pool: readonly Candidate[], pick: Candidate): number =>
  pick.witness ? 0 : (pool[0]?.score ?? 0) - pick.score;

/** All ways to fill the fields of a sum from their best candidates so that it holds. */
function solutions(rule: SumRule, pools: Pools): Solution[] {
  const names = [...rule.of, ...(rule.minus ?? []), rule.equals];
  const lists = names.map((name) => (pools.get(name) ?? []).slice(0, TOP));
  if (lists.some((list) => list.length === 0)) return [];
  const found: Solution[] = [];
  const walk = (index: number, picks: Candidate[]): void => {
    if (index < lists.length) {
      for (const candidate of lists[index] ?? []) walk(index + 1, [...picks, candidate]);
      return;
    }
    const values = picks.map((pick) => cents(pick.value));
    const sum =
      values.slice(0, rule.of.length).reduce((a, b) => a + b, 0) -
      values.slice(rule.of.length, -1).reduce((a, b) => a + b, 0);
    const total = values.at(-1) ?? 0;
    if (!isSum(sum, total) || total === 0 || new Set(picks.map((pick) => pick.start)).size < picks.length) return;
    const losses = picks.map((pick, at) => lossOf(lists[at] ?? [], pick));
    found.push({
      picks: new Map(names.map((name, at) => [name, picks[at] as Candidate])),
      mostLost: Math.max(...losses),
      lost: losses.reduce((all, loss) => all + loss, 0),
    });
  };
  walk(0, []);
  return found;
}

/** Moves the candidates that make a sum hold to the head of their pools, where they are not much weaker than the best. */
export function solveSums(schema: ExtractionSchema, pools: Pools): void {
  for (const rule of schema.rules) {
    if (rule.kind !== 'sum') continue;
    const best = solutions(rule, pools)
      .filter(({ mostLost }) => mostLost <= MAX_LOSS)
      .reduce<Solution | null>((least, one) => (least && least.lost <= one.lost ? least : one), null);
    if (!best) continue;
    for (const [name, pick] of best.picks) {
      const head = pools.get(name)?.[0]?.score ?? pick.score;
      const rest = (pools.get(name) ?? []).filter((candidate) => candidate !== pick);
      pools.set(name, [{ ...pick, score: Math.max(pick.score, head) + 0.1 }, ...rest]);
    }
  }
}

type Values = ReadonlyMap<string, string>;

/** What lists come to, for the rules. */
export interface ListFacts {
  /** Sums of columns in cents, by `list.column`. */
  readonly sums: ReadonlyMap<string, number>;
  /** Rows by list. */
  readonly rows: ReadonlyMap<string, readonly Movement[]>;
}

export const noLists: ListFacts = { sums: new Map(), rows: new Map() };

/** Whether a rule holds; null where it has nothing to say. */
function holds(rule: SchemaRule, values: Values, { sums, rows }: ListFacts): boolean | null {
  const amount = (name: string): number | null => (values.has(name) ? cents(values.get(name) ?? '') : null);
  switch (rule.kind) {
    case 'sum':
      return sumHolds(rule, amount);
    case 'line-sum':
      return lineSumHolds(rule, amount, sums.get(`${rule.list}.${rule.column}`));
    case 'date-order': {
      const [first, second] = [values.get(rule.first), values.get(rule.second)];
      return first === undefined || second === undefined ? null : first <= second;
    }
    case 'not-above': {
      const [value, limit] = [amount(rule.field), amount(rule.limit)];
      return value === null || limit === null ? null : Math.abs(value) <= Math.abs(limit);
    }
    case 'balance':
      return balanceHolds(rule, amount, rows.get(rule.list) ?? []);
    default:
      return assertNever(rule);
  }
}

type RuleOf<K extends SchemaRule['kind']> = Extract<SchemaRule, { kind: K }>;

function lineSumHolds(
  { equalsOneOf }: RuleOf<'line-sum'>,
  amount: (name: string) => number | null,
  sum: number | undefined,
): boolean | null {
  const targets = equalsOneOf.map(amount).filter((target) => target !== null);
  if (sum === undefined || targets.length === 0) return null;
  return targets.some((target) => Math.abs(target - sum) <= TOLERANCE + 1);
}

const balanceHolds = (
  rule: RuleOf<'balance'>,
  amount: (name: string) => number | null,
  rows: readonly Movement[],
): boolean | null => (rows.length === 0 ? null : balancesHold(rows, rule, amount(rule.opening), amount(rule.closing)));

function sumHolds(rule: SumRule, amount: (name: string) => number | null): boolean | null {
  const parts = rule.of.map(amount).filter((part) => part !== null);
  const total = amount(rule.equals);
  if (total === null || parts.length < rule.of.length) return null;
  const minus = (rule.minus ?? []).reduce((sum, name) => sum + (amount(name) ?? 0), 0);
  return isSum(parts.reduce((sum, part) => sum + part, 0) - minus, total);
}

function fieldsOf(rule: SchemaRule, values: Values, { sums }: ListFacts): string[] {
  if (rule.kind === 'sum') return [...rule.of, rule.equals];
  if (rule.kind === 'date-order') return [rule.first, rule.second];
  if (rule.kind === 'not-above') return [rule.field];
  if (rule.kind === 'balance') return [rule.list, rule.opening, rule.closing];
  const sum = sums.get(`${rule.list}.${rule.column}`) ?? 0;
  return [
    rule.list,
    ...rule.equalsOneOf.filter((name) => Math.abs(cents(values.get(name) ?? 'NaN') - sum) <= TOLERANCE + 1),
  ];
}

/** Sums that hold say that their parts are right; an order of dates says little, and nought is the sum of nothing. */
const confirms = (rule: SchemaRule, values: Values): boolean =>
  rule.kind === 'sum'
    ? cents(values.get(rule.equals) ?? '0') !== 0
    : rule.kind === 'line-sum' || rule.kind === 'balance';

/**
 * Of an account's statement the balance that comes first opens it, and the one that comes last closes it: in between, each page
 * carries one over. Moves them to the head of their pools, where they are not much weaker than the best.
 */
export function settleBalances(schema: ExtractionSchema, pools: Pools): void {
  for (const rule of schema.rules) {
    if (rule.kind !== 'balance') continue;
    toHead(pools, rule.opening, (a, b) => a.start - b.start);
    toHead(pools, rule.closing, (a, b) => b.start - a.start);
  }
}

function toHead(pools: Pools, name: string, order: (a: Candidate, b: Candidate) => number): void {
  const pool = pools.get(name) ?? [];
  const best = pool[0]?.score ?? 0;
  const [first] = pool.filter(({ score }) => best - score <= MAX_LOSS).sort(order);
  if (first) pools.set(name, [{ ...first, score: best + 0.1 }, ...pool.filter((one) => one !== first)]);
}

/** Checks every rule. */
export function checkRules(schema: ExtractionSchema, values: Values, lists: ListFacts): RuleOutcome {
  const failures = new Map<string, string[]>();
  const confirmed = new Set<string>();
  for (const rule of schema.rules) {
    const result = holds(rule, values, lists);
    if (result === null) continue;
    for (const name of fieldsOf(rule, values, lists)) {
      if (!result) failures.set(name, [...(failures.get(name) ?? []), rule.name]);
      else if (confirms(rule, values)) confirmed.add(name);
    }
  }
  return { failures, confirmed };
}
