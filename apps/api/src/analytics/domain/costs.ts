import { cell } from './usage.js';

export const COST_GROUPS = ['day', 'purpose', 'provider', 'model', 'user'] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

export const ADMIN_COST_GROUPS = [...COST_GROUPS, 'tenant'] as const;
export type AdminCostGroup = (typeof ADMIN_COST_GROUPS)[number];

/** Sums over calls to models of one group. */
export interface CostRow {
  readonly key: string;
  /** Requests to providers. */
  readonly calls: number;
  readonly answered: number;
  /** Answers that needed no request. */
  readonly cacheHits: number;
  /** Requests that were not the first of their piece of work. */
  readonly retries: number;
  readonly tokensIn: number;
  readonly tokensCached: number;
  readonly tokensOut: number;
  /** US dollars, decimal. */
  readonly cost: string;
  readonly savedCost: string;
  readonly latencyMsP50: number;
  readonly latencyMsP95: number;
}

const COLUMNS = [
  'key',
  'calls',
  'answered',
  'cacheHits',
  'retries',
  'tokensIn',
  'tokensCached',
  'tokensOut',
  'cost',
  'savedCost',
  'latencyMsP50',
  'latencyMsP95',
] as const satisfies readonly (keyof CostRow)[];

export const costCsv = (rows: readonly CostRow[]): string =>
  [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => cell(row[column])).join(','))].join('\r\n') + '\r\n';

/** What a calendar month (UTC) will cost if the rest of it goes like the part that is over. Dollars as in `spent`. */
export function monthForecast(spent: number, now: Date): number {
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  // The first hour says nothing of a month.
  const elapsed = Math.max(now.getTime() - start, 3_600_000);
  return (spent * (end - start)) / Math.min(elapsed, end - start);
}
