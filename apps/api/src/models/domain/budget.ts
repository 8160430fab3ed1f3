/** What is to happen where a budget is used up: the local engine does the work, or the request is refused. */
export const ON_EXHAUSTED = ['local', 'refuse'] as const;
export type OnExhausted = (typeof ON_EXHAUSTED)[number];

/** Billionths of a US dollar. */
type NanoUsd = number;

export const BUDGET_SCOPES = ['tenant', 'user', 'purpose', 'document'] as const;
export type BudgetScope = (typeof BUDGET_SCOPES)[number];
export const BUDGET_PERIODS = ['day', 'month'] as const;
export type BudgetPeriod = (typeof BUDGET_PERIODS)[number];

/** Money and tokens; null for no limit. */
export interface Limit {
  readonly cost: NanoUsd | null;
  readonly tokens: number | null;
}

/** What may be spent on models in a period (UTC). */
export interface Budget {
  readonly scope: BudgetScope;
  /** A user's id or a purpose; empty: each one of the scope has this budget of its own. */
  readonly subject: string;
  readonly period: BudgetPeriod;
  /** Passing it is told once a period. */
  readonly soft: Limit;
  /** It is never passed: estimates are reserved before calls. */
  readonly hard: Limit;
  readonly onExhausted: OnExhausted;
}

/** Spent and reserved in the running period, of one subject. */
export interface Spending {
  readonly subject: string;
  readonly spent: { readonly cost: NanoUsd; readonly tokens: number };
  readonly reserved: { readonly cost: NanoUsd; readonly tokens: number };
}

export interface BudgetWithSpending extends Budget {
  readonly id: string;
  readonly spending: readonly Spending[];
}

/** A soft limit above its hard limit would never be told; two budgets of the same kind would be one too many. */
export function budgetProblems(budgets: readonly Budget[]): { pointer: string; detail: string }[] {
  const problems: { pointer: string; detail: string }[] = [];
  const seen = new Set<string>();
  for (const [index, { scope, subject, period, soft, hard }] of budgets.entries()) {
    const kind = `${scope}|${subject}|${period}`;
    if (seen.has(kind)) problems.push({ pointer: `/budgets/${index}`, detail: 'stands there twice' });
    seen.add(kind);
    for (const unit of ['cost', 'tokens'] as const)
      if (soft[unit] !== null && hard[unit] !== null && soft[unit] > hard[unit])
        problems.push({ pointer: `/budgets/${index}/soft/${unit}`, detail: 'is above the hard limit' });
    if (scope === 'tenant' && subject !== '')
      problems.push({ pointer: `/budgets/${index}/subject`, detail: 'a tenant budget has no subject' });
  }
  return problems;
}
