import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { VERDICTS } from '../../../fields/index.js';
import { REASON_CODES } from '../../domain/needs.js';

class HeldValueDto {
  @ApiProperty({ type: String, nullable: true }) value!: string | null;
  @ApiProperty({ type: String, nullable: true }) currency!: string | null;
}

class FieldChangeDto {
  @ApiProperty({ example: 'lineItems[2].amount' }) name!: string;
  @ApiProperty({ enum: VERDICTS }) verdict!: string;
  @ApiProperty({ type: HeldValueDto }) before!: HeldValueDto;
  @ApiProperty({ type: HeldValueDto }) after!: HeldValueDto;
  @ApiProperty({ description: '0..1, as it was told before' }) confidence!: number;
}

class TypeChangeDto {
  @ApiProperty({ enum: ['accepted', 'corrected'] }) verdict!: string;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
}

export class ReviewDto {
  @ApiProperty({ example: 'rev_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty() documentId!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The result that it made' }) runId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The result that it looked at' })
  parentRunId!: string | null;
  @ApiProperty({ type: [FieldChangeDto] }) fields!: FieldChangeDto[];
  @ApiProperty({ type: TypeChangeDto, nullable: true }) type!: TypeChangeDto | null;
  @ApiProperty() done!: boolean;
  @ApiProperty({ type: String, nullable: true }) reviewedBy!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawnBy!: string | null;
}

export class ReviewListDto {
  @ApiProperty({ type: [ReviewDto] }) items!: readonly ReviewDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ReviewOutcomeDto extends ReviewDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['learned', 'not-in-document', 'not-learned'] },
    description: 'What became of each value that could be taught',
  })
  taught!: Readonly<Record<string, string>>;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'The new result, as in the document; null where only the type was reviewed',
  })
  extraction!: object | null;
}

export class ReasonDto {
  @ApiProperty({ enum: REASON_CODES }) code!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where it is about the document' })
  field!: string | null;
  @ApiPropertyOptional({ description: 'The rule that is broken' }) rule?: string;
  @ApiPropertyOptional({ description: '0..1' }) confidence?: number;
}

export class ReviewItemDto {
  @ApiProperty() documentId!: string;
  @ApiProperty() filename!: string;
  @ApiProperty({ type: String, nullable: true }) type!: string | null;
  @ApiProperty({ description: 'The result that waits; send it with the review' }) runId!: string;
  @ApiProperty({ description: '0..1' }) confidence!: number;
  @ApiProperty({
    description:
      'How many wrong or missing values are to be expected, the type among them; the list begins with the most',
  })
  expectedErrors!: number;
  @ApiProperty({ type: [ReasonDto], description: 'Empty where it does not wait for a person' })
  reasons!: readonly ReasonDto[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class ReviewItemListDto {
  @ApiProperty({ type: [ReviewItemDto] }) items!: readonly ReviewItemDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
