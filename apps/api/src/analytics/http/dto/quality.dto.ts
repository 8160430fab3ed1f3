import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { QUALITY_GROUPS, type QualityGroup, VERDICT_KINDS, type VerdictKind } from '../../../quality/index.js';
import { PeriodQuery } from './questions.dto.js';

export class QualityQuery extends PeriodQuery {
  @ApiPropertyOptional({ enum: QUALITY_GROUPS, default: 'total' })
  @IsOptional()
  @IsIn(QUALITY_GROUPS)
  groupBy: QualityGroup = 'total';

  @ApiPropertyOptional({
    enum: VERDICT_KINDS,
    default: 'field',
    description: 'Whose confidence: of fields, of types, or of documents as a whole',
  })
  @IsOptional()
  @IsIn(VERDICT_KINDS)
  kind: VerdictKind = 'field';
}

const count = (description: string, example: number) => ({ type: 'integer', description, example }) as const;
const share = (description: string, example: number) =>
  ({ type: 'number', nullable: true, description, example }) as const;

class BinDto {
  @ApiProperty({ example: 0.9 }) from!: number;
  @ApiProperty({ example: 1, description: 'Not in it, but for 1' }) to!: number;
  @ApiProperty(count('Verdicts', 210)) verdicts!: number;
  @ApiProperty({ description: 'Mean', example: 0.953 }) confidence!: number;
  @ApiProperty({ description: 'Share of right ones', example: 0.967 }) accuracy!: number;
}

class QualityRowDto {
  @ApiProperty({
    description: 'The engine, type, schema, field or day (UTC); `none` where there is none',
    example: 'local',
  })
  key!: string;
  @ApiProperty(count('What people have said, what was withdrawn left out', 340)) verdicts!: number;
  @ApiProperty(count('Accepted', 301)) accepted!: number;
  @ApiProperty(count('Corrected', 31)) corrected!: number;
  @ApiProperty(count('Rejected', 8)) rejected!: number;
  @ApiProperty(count('On what had no value, and so no confidence', 12)) withoutValue!: number;
  @ApiProperty(share('Mean confidence of what had a value', 0.912)) confidence!: number | null;
  @ApiProperty(share('Share of it that was right', 0.918)) accuracy!: number | null;
  @ApiProperty(share('Expected calibration error over the bins', 0.021)) calibrationError!: number | null;
  @ApiProperty({ type: [BinDto], description: 'The reliability diagram; bins without a verdict are left out' })
  bins!: BinDto[];
}

class ReviewedDto {
  @ApiProperty(count('Documents that people have looked at', 120)) reviewed!: number;
  @ApiProperty(count('Those of them that something was wrong with', 18)) corrected!: number;
  @ApiProperty(share('Their share', 0.15)) correctedShare!: number | null;
}

class AcceptanceDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null for all schemas that are not named' })
  schemaId!: string | null;
  @ApiProperty({ description: 'Documents with this confidence or more need no review', example: 0.93 })
  threshold!: number;
  @ApiProperty({ enum: ['schema', 'tenant', 'default'], description: 'Whose verdicts it rests on; `default` for none' })
  basis!: string;
  @ApiProperty(count('Verdicts on whole documents that it was looked for in', 310)) verdicts!: number;
}

export class QualityDto {
  @ApiProperty({ format: 'date-time', example: '2026-11-01T00:00:00.000Z' }) from!: string;
  @ApiProperty({ format: 'date-time', example: '2026-12-01T00:00:00.000Z' }) to!: string;
  @ApiProperty({ enum: QUALITY_GROUPS }) groupBy!: QualityGroup;
  @ApiProperty({ enum: VERDICT_KINDS }) kind!: VerdictKind;
  @ApiProperty({ type: [QualityRowDto] }) rows!: QualityRowDto[];
  @ApiProperty({ type: ReviewedDto }) documents!: ReviewedDto;
  @ApiProperty({ type: [AcceptanceDto], description: 'Empty where the tenant has not set `review.acceptAtError`' })
  acceptance!: AcceptanceDto[];
}
