import { fromDollars, toDollars } from '@app/llm';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { BudgetsService } from '../budgets.service.js';
import { type Amount, type Budget, type BudgetWithSpending, leftOf, type Limit } from '../domain/budget.js';
import { type BudgetInputDto, BudgetsDto, BudgetsInputDto, type LimitDto } from './dto/budgets.dto.js';

const limitOf = (limit: LimitDto | undefined): Limit => ({
  cost: limit?.cost == null ? null : fromDollars(limit.cost),
  tokens: limit?.tokens ?? null,
});

const budgetOf = ({ scope, subject = '', period, soft, hard, onExhausted = 'local' }: BudgetInputDto): Budget => ({
  scope,
  subject,
  period,
  soft: limitOf(soft),
  hard: limitOf(hard),
  onExhausted,
});

const shownLimit = ({ cost, tokens }: Limit) => ({ cost: cost === null ? null : toDollars(cost), tokens });

const shownAmount = ({ cost, tokens }: Amount) => ({ cost: toDollars(cost), tokens });

const shown = (budgets: readonly BudgetWithSpending[]): BudgetsDto => ({
  currency: 'USD',
  budgets: budgets.map(({ scope, subject, period, onExhausted, soft, hard, spending, warnings }) => ({
    scope,
    subject,
    period,
    onExhausted,
    soft: shownLimit(soft),
    hard: shownLimit(hard),
    spending: spending.map(({ subject: who, spent, reserved, warnedAt }) => ({
      subject: who,
      spent: shownAmount(spent),
      reserved: shownAmount(reserved),
      left: shownLimit(leftOf({ hard }, { spent, reserved })),
      warnedAt,
    })),
    warnings: [...warnings],
  })),
});

@ApiTags('budgets')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/budgets')
export class BudgetsController {
  constructor(private readonly budgets: BudgetsService) {}

  @Get()
  @Scope('analytics:read')
  @ApiOkResponse({ type: BudgetsDto })
  async list(): Promise<BudgetsDto> {
    return shown(await this.budgets.list());
  }

  @Put()
  @Scope('admin')
  @ApiOkResponse({ type: BudgetsDto })
  async replace(@Body() { budgets }: BudgetsInputDto): Promise<BudgetsDto> {
    return shown(await this.budgets.replace(budgets.map(budgetOf)));
  }
}
