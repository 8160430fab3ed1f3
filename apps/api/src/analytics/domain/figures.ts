import { type Times, quantile } from './times.js';

export const USAGE_GROUPS = ['day', 'type', 'engine', 'model', 'user'] as const;
export type UsageGroup = (typeof USAGE_GROUPS)[number];

export const ADMIN_USAGE_GROUPS = [...USAGE_GROUPS, 'tenant'] as const;
export type AdminUsageGroup = (typeof ADMIN_USAGE_GROUPS)[number];

export const COST_GROUPS = ['day', 'purpose', 'provider', 'model', 'user'] as const;
export type CostGroup = (typeof COST_GROUPS)[number];

export const ADMIN_COST_GROUPS = [...COST_GROUPS, 'tenant'] as const;
export type AdminCostGroup = (typeof ADMIN_COST_GROUPS)[number];

export type Group = AdminUsageGroup | AdminCostGroup;

/** What is added up, under the names of the columns. Each is a whole number. */
export const MEASURES = [
  'documents',
  'emails',
  'pages',
  'runs',
  'reused',
  'fill_rates',
  'fill_permille',
  'calls',
  'first_calls',
  'answered',
  'retries',
  'cache_hits',
  'tokens_in',
  'tokens_cached',
  'tokens_out',
  'cost',
  'saved_cost',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Sums over all that belongs to one group. Costs are nano dollars. */
export type Sums = Readonly<Record<Measure, number>> & {
  /** The day, type, engine, model, user, purpose, provider or tenant; `none` where there is none. */
  readonly key: string;
  /** Times of pieces of work. */
  readonly workTimes: Times;
  /** Times of requests to providers. */
  readonly callTimes: Times;
};

/** A share of 0..1 with four places; null where there is nothing that it could be a share of. */
const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

/** What calls to models were, cost and took. `cost` and `savedCost` are nano dollars. */
export const callFigures = (sums: Sums) => ({
  calls: sums.calls,
  answered: sums.answered,
  cacheHits: sums.cache_hits,
  cacheHitRate: shareOf(sums.cache_hits, sums.cache_hits + sums.first_calls),
  retries: sums.retries,
  retryRate: shareOf(sums.retries, sums.calls),
  errorRate: shareOf(sums.calls - sums.answered, sums.calls),
  tokensIn: sums.tokens_in,
  tokensCached: sums.tokens_cached,
  tokensOut: sums.tokens_out,
  cost: sums.cost,
  savedCost: sums.saved_cost,
  latencyMsP50: quantile(sums.callTimes, 0.5),
  latencyMsP95: quantile(sums.callTimes, 0.95),
  latencyMsP99: quantile(sums.callTimes, 0.99),
});
export type CallFigures = ReturnType<typeof callFigures>;

/** What was worked on, and what calls to models came with it. */
export const usageFigures = (sums: Sums) => ({
  documents: sums.documents,
  emails: sums.emails,
  pages: sums.pages,
  runs: sums.runs,
  reused: sums.reused,
  fillRate: shareOf(sums.fill_permille, sums.fill_rates * 1000),
  durationMsP50: quantile(sums.workTimes, 0.5),
  durationMsP95: quantile(sums.workTimes, 0.95),
  durationMsP99: quantile(sums.workTimes, 0.99),
  ...callFigures(sums),
});
export type UsageFigures = ReturnType<typeof usageFigures>;

export type CostRow = CallFigures & { readonly key: string };
export type UsageRow = UsageFigures & { readonly key: string };

export const CALL_COLUMNS = [
  'calls',
  'answered',
  'cacheHits',
  'cacheHitRate',
  'retries',
  'retryRate',
  'errorRate',
  'tokensIn',
  'tokensCached',
  'tokensOut',
  'cost',
  'savedCost',
  'latencyMsP50',
  'latencyMsP95',
  'latencyMsP99',
] as const satisfies readonly (keyof CallFigures)[];

export const USAGE_COLUMNS = [
  'documents',
  'emails',
  'pages',
  'runs',
  'reused',
  'fillRate',
  'durationMsP50',
  'durationMsP95',
  'durationMsP99',
  ...CALL_COLUMNS,
] as const satisfies readonly (keyof UsageFigures)[];
