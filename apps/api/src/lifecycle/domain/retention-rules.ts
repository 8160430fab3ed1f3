/** How long documents are kept, in days; null keeps them until somebody deletes them. */
export interface RetentionRules {
  /** For documents of types without a rule of their own, and for questions. */
  readonly days: number | null;
  readonly byType: readonly { readonly type: string; readonly days: number | null }[];
  /** What the region of the tenant allows at most; null for no limit. */
  readonly most: number | null;
}

/** Documents that are due: those of `type`, or, where it is null, of all types but those in `except`. */
export interface DueRule {
  readonly type: string | null;
  readonly except: readonly string[];
  /** Those that came at this time or before are due. */
  readonly before: Date;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

const within = (days: number | null, most: number | null): number | null =>
  days === null ? most : most === null ? days : Math.min(days, most);

/**
 * Days that documents of a type are kept. A rule for the type wins over the general one, whichever is longer: who names a type knows
 * of a duty for it (ten years for invoices) or of a limit (six months for applications). What the region allows wins over both where
 * it is shorter: no setting of a tenant lifts a limit of the law it stands under.
 */
export function daysFor({ days, byType, most }: RetentionRules, type: string | null): number | null {
  const own = byType.find((rule) => rule.type === type);
  return within(own === undefined ? days : own.days, most);
}

const cutoff = (now: number, days: number): Date => new Date(now - days * DAY_MS);

/** What is due at `now`, to the millisecond: a document kept one day is due 24 hours after it came. */
export function dueRules(rules: RetentionRules, now: number): DueRule[] {
  const types = rules.byType.map(({ type }) => type);
  return [
    ...types.map((type) => ({ type, except: [], days: daysFor(rules, type) })),
    { type: null, except: types, days: within(rules.days, rules.most) },
  ].flatMap(({ type, except, days }) => (days === null ? [] : [{ type, except, before: cutoff(now, days) }]));
}
