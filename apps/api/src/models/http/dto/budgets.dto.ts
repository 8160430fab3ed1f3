import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PURPOSES } from '@app/llm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import {
  BUDGET_PERIODS,
  BUDGET_SCOPES,
  type BudgetPeriod,
  type BudgetScope,
  ON_EXHAUSTED,
} from '../../domain/budget.js';

const MAX_BUDGETS = 200;

export class LimitDto {
  @ApiPropertyOptional({ nullable: true, type: String, description: 'US dollars, decimal', example: '25.00' })
  @IsOptional()
  @Matches(/^\d{1,7}(\.\d{1,9})?$/, { message: 'cost must be a decimal number of US dollars' })
  cost?: string | null;

  @ApiPropertyOptional({ nullable: true, type: Number })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1e12)
  tokens?: number | null;
}

export class BudgetInputDto {
  @ApiProperty({ enum: BUDGET_SCOPES })
  @IsIn(BUDGET_SCOPES)
  scope!: BudgetScope;

  @ApiPropertyOptional({
    description: `The id of a user (usr_…) or document (doc_…), or a purpose (${PURPOSES.join(', ')}); left out, each of them has this budget of its own`,
  })
  @IsOptional()
  @Matches(/^[\w-]{1,80}$/)
  subject?: string;

  @ApiProperty({ enum: BUDGET_PERIODS, description: 'Calendar day or month, UTC' })
  @IsIn(BUDGET_PERIODS)
  period!: BudgetPeriod;

  @ApiPropertyOptional({ type: LimitDto, description: 'Passing it is told once a period' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LimitDto)
  soft?: LimitDto;

  @ApiPropertyOptional({ type: LimitDto, description: 'Never passed' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LimitDto)
  hard?: LimitDto;

  @ApiPropertyOptional({ enum: ON_EXHAUSTED, default: 'local' })
  @IsOptional()
  @IsIn(ON_EXHAUSTED)
  onExhausted?: (typeof ON_EXHAUSTED)[number];
}

export class BudgetsInputDto {
  @ApiProperty({ type: [BudgetInputDto] })
  @IsArray()
  @ArrayMaxSize(MAX_BUDGETS)
  @ValidateNested({ each: true })
  @Type(() => BudgetInputDto)
  budgets!: BudgetInputDto[];
}

class AmountDto {
  @ApiProperty({ type: String, description: 'US dollars, decimal' })
  cost!: string;
  @ApiProperty()
  tokens!: number;
}

class SpendingDto {
  @ApiProperty({ description: 'The user, purpose or document; empty for the tenant' })
  subject!: string;
  @ApiProperty({ type: AmountDto })
  spent!: AmountDto;
  @ApiProperty({ type: AmountDto, description: 'Held for calls that are under way' })
  reserved!: AmountDto;
  @ApiProperty({ type: LimitDto, description: 'Of the hard limit; null where there is none' })
  left!: LimitDto;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the soft limit was passed and an event budget.warning written; null where it was not passed',
  })
  warnedAt!: string | null;
}

class BudgetWarningDto {
  @ApiProperty({ description: 'The user, purpose or document; empty for the tenant' })
  subject!: string;
  @ApiProperty({ format: 'date', description: 'First day of the period, UTC', example: '2026-11-01' })
  periodStart!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class BudgetDto {
  @ApiProperty({ enum: BUDGET_SCOPES })
  scope!: BudgetScope;
  @ApiProperty()
  subject!: string;
  @ApiProperty({ enum: BUDGET_PERIODS })
  period!: BudgetPeriod;
  @ApiProperty({ type: LimitDto })
  soft!: LimitDto;
  @ApiProperty({ type: LimitDto })
  hard!: LimitDto;
  @ApiProperty({ enum: ON_EXHAUSTED })
  onExhausted!: (typeof ON_EXHAUSTED)[number];
  @ApiProperty({ type: [SpendingDto], description: 'Of the running period, largest first' })
  spending!: SpendingDto[];
  @ApiProperty({
    type: [BudgetWarningDto],
    description: 'When its soft limit was passed, in this period or earlier ones: the last ten, newest first',
  })
  warnings!: BudgetWarningDto[];
}

export class BudgetsDto {
  @ApiProperty()
  currency!: string;
  @ApiProperty({ type: [BudgetDto] })
  budgets!: BudgetDto[];
}
