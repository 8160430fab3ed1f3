import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, MaxLength } from 'class-validator';

export const TAUGHT = ['learned', 'not-in-document', 'not-learned'] as const;

const VALUE = {
  oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } }],
};

export class SchemaExampleInputDto {
  @ApiProperty({ description: 'A document that has been read' })
  @IsString()
  @MaxLength(100)
  documentId!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: VALUE,
    description:
      'The right values by field: dates as YYYY-MM-DD, amounts and numbers as plain decimals, all else as printed; of a list all its rows in order, each with values by column',
    example: { total: '60.30', issueDate: '2026-03-14', lineItems: [{ description: 'Tea', amount: '4.00' }] },
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
      'What became of each value: `learned`; `not-in-document`: kept, but it does not stand in the text, or the rows of a list are not found again by where they stand; `not-learned`: kept, but fields of this type are not learned',
  })
  fields!: Record<string, (typeof TAUGHT)[number]>;
}

class ExampleFieldDto {
  @ApiProperty(VALUE) value!: string | readonly Readonly<Record<string, string>>[];
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
