import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const VALUES =
  'By field: dates as YYYY-MM-DD, amounts and numbers as plain decimals, all else as printed; null where the document has none; ' +
  'a list as rows of values by column';

export class GoldenSetInputDto {
  @ApiProperty({ maxLength: 200, example: 'Invoices of last spring' })
  name!: string;
  @ApiPropertyOptional({ maxLength: 2000 })
  description?: string;
}

export class GoldenSetDto {
  @ApiProperty({ example: 'gld_0197a2b3c4d57e6f8a9b0c1d2e3f4a5b' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  description!: string;
  @ApiProperty({ description: 'How many documents it has' })
  documents!: number;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class GoldenSetListDto {
  @ApiProperty({ type: [GoldenSetDto] })
  items!: readonly GoldenSetDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class GoldenDocumentInputDto {
  @ApiProperty({ description: 'A document that has been read' })
  documentId!: string;
  @ApiPropertyOptional({ description: 'The right document type; left out: the one that a person has confirmed' })
  type?: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: `${VALUES}. Left out: the values that a person has confirmed in a review`,
    example: { total: '60.30', dueDate: null, lineItems: [{ description: 'Tea', amount: '4.00' }] },
  })
  fields?: object;
}

export class GoldenDocumentDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the type is not scored' })
  type!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: VALUES })
  fields!: object;
  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class GoldenDocumentListDto {
  @ApiProperty({ type: [GoldenDocumentDto] })
  items!: readonly GoldenDocumentDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
