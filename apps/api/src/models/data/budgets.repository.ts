import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import type { Budget, BudgetWarning, BudgetWithSpending, Spending } from '../domain/budget.js';

interface Row {
  readonly id: string;
  readonly scope: Budget['scope'];
  readonly subject: string;
  readonly period: Budget['period'];
  readonly soft_cost: string | null;
  readonly hard_cost: string | null;
  readonly soft_tokens: string | null;
  readonly hard_tokens: string | null;
  readonly on_exhausted: Budget['onExhausted'];
  readonly spending: readonly Spending[];
  readonly warnings: readonly BudgetWarning[];
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

/** Subjects of one budget that are listed: those that spent most. */
const LISTED_SUBJECTS = 100;
/** Warnings of one budget that are listed. */
const LISTED_WARNINGS = 10;
/** Sets budgets' locks apart from those of other rooms. */
const LOCK = 45;

/** As JSON has it in all other answers: milliseconds, UTC. */
const AT = `to_char(s.warned_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

@Injectable()
export class BudgetsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async list(): Promise<BudgetWithSpending[]> {
    const { rows } = await this.database.query<Row>(
      `SELECT b.*, COALESCE((
          SELECT jsonb_agg(jsonb_build_object('subject', s.subject,
                   'spent', jsonb_build_object('cost', s.spent_cost, 'tokens', s.spent_tokens),
                   'reserved', jsonb_build_object('cost', s.reserved_cost, 'tokens', s.reserved_tokens),
                   'warnedAt', ${AT}) ORDER BY s.spent_cost DESC, s.spent_tokens DESC, s.subject)
            FROM (SELECT * FROM budget_spending s
                   WHERE s.budget_id = b.id AND s.period_start = date_trunc(b.period, now() AT TIME ZONE 'UTC')::date
                   ORDER BY s.spent_cost DESC, s.spent_tokens DESC, s.subject LIMIT ${LISTED_SUBJECTS}) s), '[]') AS spending,
              COALESCE((
          SELECT jsonb_agg(jsonb_build_object('subject', s.subject, 'periodStart', s.period_start, 'at', ${AT})
                           ORDER BY s.warned_at DESC, s.subject)
            FROM (SELECT * FROM budget_spending s WHERE s.budget_id = b.id AND s.warned_at IS NOT NULL
                   ORDER BY s.warned_at DESC, s.subject LIMIT ${LISTED_WARNINGS}) s), '[]') AS warnings
         FROM budgets b ORDER BY b.scope, b.subject, b.period`,
    );
    return rows.map((row) => ({
      id: row.id,
      scope: row.scope,
      subject: row.subject,
      period: row.period,
      soft: { cost: numberOf(row.soft_cost), tokens: numberOf(row.soft_tokens) },
      hard: { cost: numberOf(row.hard_cost), tokens: numberOf(row.hard_tokens) },
      onExhausted: row.on_exhausted,
      spending: row.spending,
      warnings: row.warnings,
    }));
  }

  /** Makes these the budgets of the tenant. What is spent stays with a budget that stays. */
  async replace(budgets: readonly Budget[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Two at once would leave the budgets of both.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [tenantContext().tenantId, LOCK]);
      const kept: string[] = [];
      for (const budget of budgets) kept.push(await this.put(tx, budget));
      await tx.query('DELETE FROM budgets WHERE NOT (id = ANY($1::uuid[]))', [kept]);
      // Of a limit that was raised it is told again once that is passed.
      await tx.query(
        `UPDATE budget_spending s SET warned_at = NULL
           FROM budgets b
          WHERE b.id = s.budget_id AND s.warned_at IS NOT NULL
            AND s.period_start = date_trunc(b.period, now() AT TIME ZONE 'UTC')::date
            AND NOT (COALESCE(s.spent_cost >= b.soft_cost, false) OR COALESCE(s.spent_tokens >= b.soft_tokens, false))`,
      );
    });
  }

  private async put(tx: Transaction, budget: Budget): Promise<string> {
    const row = await tx.one<{ id: string }>(
      `INSERT INTO budgets (tenant_id, id, scope, subject, period, soft_cost, hard_cost, soft_tokens, hard_tokens, on_exhausted)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (tenant_id, scope, subject, period) DO UPDATE
         SET soft_cost = excluded.soft_cost, hard_cost = excluded.hard_cost, soft_tokens = excluded.soft_tokens,
             hard_tokens = excluded.hard_tokens, on_exhausted = excluded.on_exhausted
       RETURNING id`,
      [
        tenantContext().tenantId,
        newUuid(),
        budget.scope,
        budget.subject,
        budget.period,
        budget.soft.cost,
        budget.hard.cost,
        budget.soft.tokens,
        budget.hard.tokens,
        budget.onExhausted,
      ],
    );
    return row?.id ?? '';
  }
}
