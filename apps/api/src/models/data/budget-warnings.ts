import type { Transaction } from '@app/database';
import { toDollars } from '@app/llm';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { type BudgetScope, shownSubject } from '../domain/budget.js';

interface Row {
  readonly id: string;
  readonly scope: BudgetScope;
  readonly period: string;
  readonly subject: string;
  readonly start: string;
  readonly spent_cost: string;
  readonly spent_tokens: string;
  readonly soft_cost: string | null;
  readonly soft_tokens: string | null;
}

const EVENT = 'budget.warning';
const LAST = 9;

const amount = (cost: string | null, tokens: string | null) => ({
  cost: cost === null ? null : toDollars(Number(cost)),
  tokens: tokens === null ? null : Number(tokens),
});

/** Tells, with the settlement that passed it, that a soft limit was passed: once a budget, subject and period. */
@Injectable()
export class BudgetWarnings {
  constructor(private readonly outbox: Outbox) {}

  /** Writes an event for each budget that was marked as told in this transaction: `now()` is the same in all of it. */
  async append(tx: Transaction): Promise<void> {
    const { rows } = await tx.query<Row>(
      `SELECT b.id, b.scope, b.period, s.subject, s.period_start::text AS start, s.spent_cost, s.spent_tokens, b.soft_cost,
              b.soft_tokens
         FROM budget_spending s JOIN budgets b ON b.id = s.budget_id WHERE s.warned_at = now()`,
    );
    for (const { id, scope, period, start, ...sums } of rows)
      await this.outbox.append(tx, {
        event: EVENT,
        subjectId: id,
        facts: {
          scope,
          subject: shownSubject(scope, sums.subject),
          period,
          start,
          currency: 'USD',
          spent: amount(sums.spent_cost, sums.spent_tokens),
          soft: amount(sums.soft_cost, sums.soft_tokens),
        },
        priority: LAST,
        traceparent: '',
      });
  }
}
