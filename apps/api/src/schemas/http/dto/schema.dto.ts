import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { FIELD_TYPES, type FieldType, type SchemaRule } from '../../domain/schema-model.js';

const PRIORITIES = ['high', 'normal', 'low'] as const;
const RULES =
  'Relations that a good reading keeps: {kind: "sum", name, of, minus?, equals}, {kind: "line-sum", name, list, column, equalsOneOf}, ' +
  '{kind: "date-order", name, first, second}, {kind: "not-above", name, field, limit}, ' +
  '{kind: "balance", name, list, amount, balance, opening, closing}';

export class SchemaFieldDto {
  @ApiProperty({ description: 'Letters, digits, _ and -' })
  name!: string;
  @ApiProperty({ enum: FIELD_TYPES })
  type!: FieldType;
  @ApiProperty()
  description!: string;
  @ApiProperty({ type: [String], description: 'Names under which documents print the field' })
  labels!: readonly string[];
  @ApiProperty()
  required!: boolean;
  @ApiProperty({ enum: PRIORITIES })
  priority!: (typeof PRIORITIES)[number];
  @ApiPropertyOptional({ description: 'A regular expression that the whole value matches' })
  pattern?: string | undefined;
  @ApiPropertyOptional({ type: [String], description: 'The only values that there are' })
  enum?: readonly string[] | undefined;
  @ApiPropertyOptional({ type: () => [SchemaFieldDto], description: 'Columns of a list' })
  fields?: readonly SchemaFieldDto[] | undefined;
}

export class SchemaDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  key!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ description: 'Versions are numbered from 1 to this' })
  latestVersion!: number;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  description!: string;
  @ApiProperty({ type: String, nullable: true })
  documentType!: string | null;
  @ApiProperty({ description: 'Part of the service; cannot be changed' })
  builtIn!: boolean;
  @ApiProperty({ type: [SchemaFieldDto] })
  fields!: readonly SchemaFieldDto[];
  @ApiProperty({ type: 'array', items: { type: 'object' }, description: RULES })
  rules!: readonly SchemaRule[];
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Of this version; null for built-in ones',
  })
  createdAt!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  archivedAt!: string | null;
}

export class SchemaListDto {
  @ApiProperty({ type: [SchemaDto] })
  items!: readonly SchemaDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** Only for the OpenAPI document: the body is checked by `checkDefinition`. */
class SchemaFieldInputDto {
  @ApiProperty({ description: 'Letters, digits, _ and -, beginning with a letter' })
  name!: string;
  @ApiProperty({ enum: FIELD_TYPES })
  type!: FieldType;
  @ApiPropertyOptional()
  description?: string;
  @ApiPropertyOptional({ type: [String] })
  labels?: readonly string[];
  @ApiPropertyOptional()
  required?: boolean;
  @ApiPropertyOptional({ enum: PRIORITIES })
  priority?: (typeof PRIORITIES)[number];
  @ApiPropertyOptional({ description: "Regular expression in JavaScript's syntax, without looking around or back" })
  pattern?: string;
  @ApiPropertyOptional({ type: [String] })
  enum?: readonly string[];
  @ApiPropertyOptional({ type: () => [SchemaFieldInputDto], description: 'Columns of a list; no list among them' })
  fields?: readonly SchemaFieldInputDto[];
}

/** Only for the OpenAPI document. */
export class SchemaInputDto {
  @ApiProperty({ description: 'A known key makes the next version of its schema' })
  key!: string;
  @ApiProperty()
  name!: string;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Documents of this type are read by this schema' })
  documentType?: string | null;
  @ApiPropertyOptional()
  description?: string;
  @ApiProperty({ type: [SchemaFieldInputDto] })
  fields!: readonly SchemaFieldInputDto[];
  @ApiPropertyOptional({ type: 'array', items: { type: 'object' }, description: RULES })
  rules?: readonly SchemaRule[];
}

class SchemaProblemDto {
  @ApiProperty({ description: 'JSON pointer to what causes it' })
  pointer!: string;
  @ApiProperty()
  detail!: string;
}

export class SchemaProblemsDto {
  @ApiProperty()
  valid!: boolean;
  @ApiProperty({ type: [SchemaProblemDto] })
  problems!: readonly SchemaProblemDto[];
}

export class SchemaVersionQuery {
  @ApiPropertyOptional({ minimum: 1, description: 'Left out: the latest' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;
}
