import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIELD_TYPES, type FieldType } from '../../domain/schema-model.js';

export class SchemaFieldDto {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: FIELD_TYPES })
  type!: FieldType;
  @ApiProperty()
  description!: string;
  @ApiProperty({ type: [String], description: 'Names under which documents print the field' })
  labels!: readonly string[];
  @ApiProperty()
  required!: boolean;
  @ApiProperty({ enum: ['high', 'normal', 'low'] })
  priority!: 'high' | 'normal' | 'low';
  @ApiPropertyOptional({ description: 'A regular expression that the whole value matches' })
  pattern?: string;
  @ApiPropertyOptional({ type: [String] })
  enum?: readonly string[];
  @ApiPropertyOptional({ type: () => [SchemaFieldDto], description: 'Columns of a list' })
  fields?: readonly SchemaFieldDto[];
}

export class SchemaDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  key!: string;
  @ApiProperty()
  version!: number;
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
  @ApiProperty({ type: [String], description: 'Names of the relations that a good reading keeps' })
  rules!: readonly string[];
}

export class SchemaListDto {
  @ApiProperty({ type: [SchemaDto] })
  items!: readonly SchemaDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
