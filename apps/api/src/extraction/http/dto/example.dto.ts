import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength } from 'class-validator';

export const TAUGHT = ['learned', 'not-in-document', 'not-learned'] as const;

export class SchemaExampleInputDto {
  @ApiProperty({ description: 'A document that has been read' })
  @IsString()
  @MaxLength(100)
  documentId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      'The right values by field: dates as YYYY-MM-DD, amounts and numbers as plain decimals, all else as printed',
    example: { total: '60.30', issueDate: '2026-03-14' },
  })
  @IsObject()
  fields!: Record<string, unknown>;
}

export class TaughtExampleDto {
  @ApiProperty() schemaId!: string;
  @ApiProperty() documentId!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...TAUGHT] },
    description:
      'What became of each value: `learned`; `not-in-document`: kept, but it does not stand in the text; `not-learned`: kept, but fields of this type are not learned',
  })
  fields!: Record<string, (typeof TAUGHT)[number]>;
}

class ExampleFieldDto {
  @ApiProperty() value!: string;
  @ApiProperty({ description: 'False where nothing could be learned from it' }) learned!: boolean;
}

export class ExampleDto {
  @ApiProperty() documentId!: string;
  @ApiProperty({ enum: ['example', 'correction'] }) source!: 'example' | 'correction';
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/ExampleFieldDto' } })
  fields!: Record<string, ExampleFieldDto>;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class ExampleListDto {
  @ApiProperty({ type: [ExampleDto] }) items!: readonly ExampleDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export { ExampleFieldDto };
