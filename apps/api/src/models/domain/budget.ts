import { isUuid, parsePublicId, publicId } from '@app/kernel';

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
  /** A user's or document's id, or a purpose; empty: each one of the scope has this budget of its own. */
  readonly subject: string;
  readonly period: BudgetPeriod;
  /** Passing it is told once a period. */
  readonly soft: Limit;
  /** It is never passed: estimates are reserved before calls. */
  readonly hard: Limit;
  readonly onExhausted: OnExhausted;
}

export interface Amount {
  readonly cost: NanoUsd;
  readonly tokens: number;
}

/** Spent and reserved in the running period, of one subject. */
export interface Spending {
  readonly subject: string;
  readonly spent: Amount;
  readonly reserved: Amount;
  /** When it was told that the soft limit was passed; RFC 3339. */
  readonly warnedAt: string | null;
}

/** That a soft limit was passed, in this period or an earlier one. */
export interface BudgetWarning {
  readonly subject: string;
  /** First day of the period, UTC. */
  readonly periodStart: string;
  readonly at: string;
}

export interface BudgetWithSpending extends Budget {
  readonly id: string;
  readonly spending: readonly Spending[];
  /** The last ones, newest first. */
  readonly warnings: readonly BudgetWarning[];
}

/** What a hard limit leaves: reservations count as spent until their calls have ended. Null where there is no limit. */
export const leftOf = (
  { hard }: Pick<Budget, 'hard'>,
  { spent, reserved }: Pick<Spending, 'spent' | 'reserved'>,
): Limit => {
  const left = (unit: 'cost' | 'tokens'): number | null => {
    const limit = hard[unit];
    return limit === null ? null : Math.max(0, limit - spent[unit] - reserved[unit]);
  };
  return { cost: left('cost'), tokens: left('tokens') };
};

/** A subject as calls have it: ids without their prefix. Null where no call of the scope can have it. */
export function keptSubject(scope: BudgetScope, subject: string, purposes: readonly string[]): string | null {
  if (subject === '') return '';
  if (scope === 'purpose') return purposes.includes(subject) ? subject : null;
  return scope === 'tenant' ? null : parsePublicId(scope, subject);
}

/** The same as it is shown. */
export const shownSubject = (scope: BudgetScope, kept: string): string =>
  (scope === 'user' || scope === 'document') && isUuid(kept) ? publicId(scope, kept) : kept;

const NO_SUBJECT: Readonly<Record<BudgetScope, string>> = {
  tenant: 'a tenant budget has no subject',
  user: 'is no id of a user',
  purpose: 'is no purpose',
  document: 'is no id of a document',
};

/**
 * A soft limit above its hard limit would never be told; two budgets of the same kind would be one too many; one whose subject no
 * call can have would hold nobody back.
 */
export function budgetProblems(
  budgets: readonly Budget[],
  purposes: readonly string[],
): { pointer: string; detail: string }[] {
  const problems: { pointer: string; detail: string }[] = [];
  const seen = new Set<string>();
  for (const [index, { scope, subject, period, soft, hard }] of budgets.entries()) {
    const kind = `${scope}|${subject}|${period}`;
    if (seen.has(kind)) problems.push({ pointer: `/budgets/${index}`, detail: 'stands there twice' });
    seen.add(kind);
    for (const unit of ['cost', 'tokens'] as const)
      if (soft[unit] !== null && hard[unit] !== null && soft[unit] > hard[unit])
        problems.push({ pointer: `/budgets/${index}/soft/${unit}`, detail: 'is above the hard limit' });
    if (keptSubject(scope, subject, purposes) === null)
      problems.push({ pointer: `/budgets/${index}/subject`, detail: NO_SUBJECT[scope] });
  }
  return problems;
}
