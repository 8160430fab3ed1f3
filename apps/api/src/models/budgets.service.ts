import { AppError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { BudgetsRepository } from './data/budgets.repository.js';
import { type Budget, budgetProblems, type BudgetWithSpending } from './domain/budget.js';

/** What a tenant may spend on models. */
@Injectable()
export class BudgetsService {
  constructor(private readonly budgets: BudgetsRepository) {}

  list(): Promise<BudgetWithSpending[]> {
    return this.budgets.list();
  }

  /** Makes these the budgets. Throws `invalid_budget` with pointers. */
  async replace(budgets: readonly Budget[]): Promise<BudgetWithSpending[]> {
    const errors = budgetProblems(budgets);
    if (errors.length > 0)
      throw new AppError('invalid_budget', 'invalid', { detail: 'The budgets cannot be as they are.', errors });
    await this.budgets.replace(budgets);
    return this.budgets.list();
  }
}
