import { PageQuery } from '@app/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Cause, CAUSES, ERASURE_STATES } from '../../domain/erasure.js';

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

const SUBJECT = {
  oneOf: [
    { type: 'string', minLength: 1, maxLength: 320 },
    {
      type: 'object',
      required: ['identifiers'],
      additionalProperties: false,
      properties: {
        identifiers: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: { type: 'string', minLength: 1, maxLength: 320 },
        },
      },
    },
  ],
  description:
    'Who it is about: an e-mail address, a telephone number, a national id, a name; or several identifiers of one person. Whatever holds any of them is of the subject, in whatever case, accents, blanks and forms of numbers',
  example: { identifiers: ['anna.berg@example.com', '+49 30 901820', 'Anna Berg'] },
} as const;

export class SubjectDto {
  @ApiProperty(SUBJECT as never) subject!: unknown;
}

/** What is asked for; its schema checks it. */
export class NewErasureDto extends SubjectDto {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Only tells what would go' })
  preview?: boolean;
}

export class ErasuresQuery extends PageQuery {
  @ApiPropertyOptional({ enum: CAUSES })
  @IsOptional()
  @IsIn(CAUSES)
  cause?: Cause;
}

class StayingDto {
  @ApiProperty({ description: 'Table' }) where!: string;
  @ApiProperty({ type: 'integer', description: 'Rows that name the subject' }) count!: number;
  @ApiProperty({ description: 'How long it is kept, and why' }) why!: string;
}

class HeldDto {
  @ApiProperty({ example: 'hld_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) holdId!: string;
  @ApiProperty({ type: 'integer' }) documents!: number;
}

export class ErasureRequestReceiptDto {
  @ApiProperty({ type: 'integer', description: 'Documents, with those inside of others' }) documents!: number;
  @ApiProperty({ type: 'integer', description: 'Contents whose bytes were removed' }) files!: number;
  @ApiProperty({ ...COUNTS, description: 'Rows removed, by table' }) rows!: Record<string, number>;
  @ApiProperty({ type: 'integer', description: 'Cached values, in Postgres and Redis' }) cached!: number;
  @ApiProperty({ type: [HeldDto], description: 'What a legal hold keeps' }) held!: HeldDto[];
  @ApiProperty({ type: [StayingDto], description: 'What names the subject and stays' }) stays!: StayingDto[];
  @ApiProperty({
    type: 'integer',
    description: 'Documents that nothing could be read in, so that they could not be looked through',
  })
  unread!: number;
}

export class ErasureDto {
  @ApiProperty({ example: 'ers_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty({ enum: CAUSES }) cause!: Cause;
  @ApiProperty({ enum: ERASURE_STATES }) status!: (typeof ERASURE_STATES)[number];
  @ApiProperty() preview!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Keyed hash of the subject, which is not kept itself' })
  subjectHash!: string | null;
  @ApiProperty({ type: ErasureRequestReceiptDto }) receipt!: ErasureRequestReceiptDto;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) completedAt!: string | null;
}

export class ErasureListDto {
  @ApiProperty({ type: [ErasureDto] }) items!: ErasureDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
