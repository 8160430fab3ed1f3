import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SubjectDto } from './erasure.dto.js';

const REASON = {
  minLength: 1,
  maxLength: 500,
  description: 'Why it must be kept; names of persons do not belong here',
} as const;

/** What a hold is asked for; exactly one of the four after the reason. */
export class NewHoldDto {
  @ApiProperty(REASON) reason!: string;
  @ApiPropertyOptional({ example: 'doc_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) documentId?: string;
  @ApiPropertyOptional({ type: SubjectDto, description: 'All that names a person, also what is still to come' })
  subject?: unknown;
  @ApiPropertyOptional({ description: 'All documents of a type', example: 'contract' }) type?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'All documents with these metadata' })
  metadata?: Record<string, unknown>;
}

export class HoldDto {
  @ApiProperty({ example: 'hld_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty(REASON) reason!: string;
  @ApiProperty({ type: String, nullable: true }) documentId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Keyed hash of the subject' }) subjectHash!: string | null;
  @ApiProperty({ type: String, nullable: true }) type!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) metadata!: Record<
    string,
    unknown
  > | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) releasedAt!: string | null;
}

export class HoldListDto {
  @ApiProperty({ type: [HoldDto] }) items!: HoldDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
