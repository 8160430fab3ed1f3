import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ADMIN_COST_GROUPS, type AdminCostGroup, COST_GROUPS, type CostGroup } from '../domain/costs.js';
import { PeriodQuery } from './usage.dto.js';

export class CostsQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: COST_GROUPS, default: 'day' })
  @IsOptional()
  @IsIn(COST_GROUPS)
  groupBy: CostGroup = 'day';
}

export class AdminCostsQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: ADMIN_COST_GROUPS, default: 'provider' })
  @IsOptional()
  @IsIn(ADMIN_COST_GROUPS)
  groupBy: AdminCostGroup = 'provider';
}

const MONEY = { type: 'object', properties: { amount: { type: 'string' }, currency: { type: 'string' } } } as const;

export class CostRowDto {
  @ApiProperty()
  key!: string;
  @ApiProperty({ description: 'Requests to providers' })
  calls!: number;
  @ApiProperty()
  answered!: number;
  @ApiProperty({ description: 'Answers that needed no request' })
  cacheHits!: number;
  @ApiProperty()
  retries!: number;
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensCached!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty(MONEY)
  cost!: { amount: string; currency: string };
  @ApiProperty(MONEY)
  savedCost!: { amount: string; currency: string };
  @ApiProperty()
  latencyMsP50!: number;
  @ApiProperty()
  latencyMsP95!: number;
}

class MonthDto {
  @ApiProperty(MONEY)
  spent!: { amount: string; currency: string };
  @ApiProperty({ ...MONEY, description: 'If the rest of the month goes like the part that is over' })
  forecast!: { amount: string; currency: string };
}

export class AdminCostsDto {
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty()
  groupBy!: string;
  @ApiProperty({ type: [CostRowDto] })
  rows!: CostRowDto[];
}

export class CostsDto extends AdminCostsDto {
  @ApiProperty({ type: MonthDto })
  month!: MonthDto;
}
