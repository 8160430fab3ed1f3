import { ApiProperty, ApiPropertyOptional, ApiExtraModels } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { FIELD_CHANGES, ROW_CHANGES } from '../../domain/field-diff.js';
import { MoneyDto, RunDto } from './document.dto.js';

export class RunDiffQuery {
  @ApiProperty({ description: 'The earlier run: of the same kind and document', example: 'run_…' })
  @IsString()
  @MaxLength(100)
  against!: string;
}

class ValueDifferenceDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({ nullable: true, description: 'Text, number, boolean or null' })
  before!: unknown;
  @ApiProperty({ nullable: true, description: 'Text, number, boolean or null' })
  after!: unknown;
}

class FieldStateDto {
  @ApiProperty({ type: String, nullable: true })
  value!: string | null;
  @ApiProperty({ type: String, nullable: true })
  currency!: string | null;
  @ApiProperty()
  confidence!: number;
  @ApiProperty({ type: Number, nullable: true })
  page!: number | null;
  @ApiProperty({ type: String, nullable: true })
  quote!: string | null;
  @ApiProperty({ type: [Number], nullable: true })
  span!: readonly [number, number] | null;
  @ApiProperty({ type: String, nullable: true, description: 'In the embedded data' })
  path!: string | null;
  @ApiProperty({ type: String, nullable: true })
  verdict!: string | null;
}

class FieldDifferenceDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({
    enum: [...FIELD_CHANGES],
    description: 'By what weighs most; `confidence` and `verdict`: nothing but that',
  })
  change!: string;
  @ApiProperty({ type: FieldStateDto, nullable: true })
  before!: FieldStateDto | null;
  @ApiProperty({ type: FieldStateDto, nullable: true })
  after!: FieldStateDto | null;
  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/RowDifferenceDto' },
    description: 'Of a list: the rows that are not the same',
  })
  rows?: readonly RowDifferenceDto[];
}

export class RowDifferenceDto {
  @ApiProperty({ enum: [...ROW_CHANGES] })
  change!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the list before, from 0' })
  before!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the list after, from 0' })
  after!: number | null;
  @ApiProperty({ type: [FieldDifferenceDto] })
  fields!: readonly FieldDifferenceDto[];
}

class UsageDifferenceDto {
  @ApiProperty()
  tokensIn!: number;
  @ApiProperty()
  tokensOut!: number;
  @ApiProperty()
  cost!: MoneyDto;
  @ApiProperty()
  durationMs!: number;
}

@ApiExtraModels(RowDifferenceDto)
export class RunDiffDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ enum: ['read', 'classify', 'extract', 'triage'] })
  kind!: string;
  @ApiProperty({ description: 'Whether both found the same; what made them does not count' })
  same!: boolean;
  @ApiProperty({ type: RunDto })
  before!: RunDto;
  @ApiProperty({ type: RunDto })
  after!: RunDto;
  @ApiProperty({
    type: [ValueDifferenceDto],
    description: 'engine, engineVersion, model, schemaId, schemaVersion, promptHash, where they differ',
  })
  provenance!: readonly ValueDifferenceDto[];
  @ApiProperty({ description: 'What the run took more than that against which it is held, or less' })
  usage!: UsageDifferenceDto;
  @ApiProperty({
    type: [ValueDifferenceDto],
    description: 'The result apart from fields; `name` is a JSON pointer into it',
  })
  values!: readonly ValueDifferenceDto[];
  @ApiProperty({ type: [FieldDifferenceDto], description: 'Of extractions: the fields that are not the same' })
  fields!: readonly FieldDifferenceDto[];
}
