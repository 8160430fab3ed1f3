import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional } from 'class-validator';
import { ADMIN_USAGE_GROUPS, type AdminUsageGroup, USAGE_GROUPS, type UsageGroup } from '../domain/usage.js';

export class PeriodQuery {
  @ApiPropertyOptional({ description: 'RFC 3339 date or time, inclusive; thirty days before `to` where not given' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ description: 'RFC 3339 date or time, exclusive; now where not given' })
  @IsOptional()
  @IsISO8601({ strict: true })
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

export class UsageRowDto {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  documents!: number;
  @ApiProperty()
  pages!: number;
  @ApiProperty()
  calls!: number;
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty({ type: 'object', properties: { amount: { type: 'string' }, currency: { type: 'string' } } })
  cost!: { amount: string; currency: string };
  @ApiProperty()
  cacheHits!: number;
  @ApiProperty()
  durationMsP50!: number;
  @ApiProperty()
  durationMsP95!: number;
}

export class UsageDto {
  @ApiProperty()
  from!: string;
  @ApiProperty()
  to!: string;
  @ApiProperty()
  groupBy!: string;
  @ApiProperty({ type: [UsageRowDto] })
  rows!: UsageRowDto[];
}
