import { AppError } from '@app/kernel';
import { PURPOSES } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { BudgetsRepository } from './data/budgets.repository.js';
import { type Budget, budgetProblems, type BudgetWithSpending, keptSubject, shownSubject } from './domain/budget.js';

const shown = (budget: BudgetWithSpending): BudgetWithSpending => {
  const named = <T extends { readonly subject: string }>(of: T): T => ({
    ...of,
    subject: shownSubject(budget.scope, of.subject),
  });
  return { ...named(budget), spending: budget.spending.map(named), warnings: budget.warnings.map(named) };
};

/** What a tenant may spend on models. Subjects are the ids that the API shows. */
@Injectable()
export class BudgetsService {
  constructor(private readonly budgets: BudgetsRepository) {}

  async list(): Promise<BudgetWithSpending[]> {
    return (await this.budgets.list()).map(shown);
  }

  /** Makes these the budgets. Throws `invalid_budget` with pointers. */
  async replace(budgets: readonly Budget[]): Promise<BudgetWithSpending[]> {
    const errors = budgetProblems(budgets, PURPOSES);
    if (errors.length > 0)
      throw new AppError('invalid_budget', 'invalid', { detail: 'The budgets cannot be as they are.', errors });
    await this.budgets.replace(
      budgets.map((budget) => ({ ...budget, subject: keptSubject(budget.scope, budget.subject, PURPOSES) ?? '' })),
    );
    return this.list();
  }
}
