import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import {
  ADMIN_COST_GROUPS,
  ADMIN_USAGE_GROUPS,
  type AdminCostGroup,
  type AdminUsageGroup,
  COST_GROUPS,
  type CostGroup,
  USAGE_GROUPS,
  type UsageGroup,
} from '../../domain/figures.js';
import { MOST_DAYS } from '../../domain/period.js';

/** A day, or a time with its offset from UTC (RFC 3339). */
const DAY = /^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2}))?$/;
const NO_DAY = { message: '$property must be a day, or a time with its offset from UTC (RFC 3339)' };

export class PeriodQuery {
  @ApiPropertyOptional({
    description: `First day, in UTC; thirty days before \`to\` where not given. A time stands for its whole day.`,
    example: '2026-11-01',
  })
  @IsOptional()
  @Matches(DAY, NO_DAY)
  from?: string;

  @ApiPropertyOptional({
    description: `The day, in UTC, after the last one; tomorrow where not given. A time within a day takes that day in. At most ${MOST_DAYS} days after \`from\`.`,
    example: '2026-12-01',
  })
  @IsOptional()
  @Matches(DAY, NO_DAY)
  to?: string;
}

export class UsageQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: USAGE_GROUPS, default: 'day' })
  @IsOptional()
  @IsIn(USAGE_GROUPS)
  groupBy: UsageGroup = 'day';
}

export class AdminUsageQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: ADMIN_USAGE_GROUPS, default: 'tenant' })
  @IsOptional()
  @IsIn(ADMIN_USAGE_GROUPS)
  groupBy: AdminUsageGroup = 'tenant';
}

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
