import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EXPORT_STATES } from '../../domain/subject-export.js';
import { SubjectDto } from './erasure.dto.js';

const COUNTS = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** What is asked for; its schema checks it. */
export class NewExportDto extends SubjectDto {
  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Only counts what would be in it' })
  preview?: boolean;
}

class ExportCountsDto {
  @ApiProperty({ type: 'integer', description: 'With what lies in the same files' }) documents!: number;
  @ApiProperty({ type: 'integer', description: 'Originals' }) files!: number;
  @ApiProperty({ type: 'integer', description: 'Bytes of the originals' }) fileBytes!: number;
  @ApiProperty({ ...COUNTS, description: 'Rows, by table' }) rows!: Record<string, number>;
  @ApiProperty({ type: 'integer', description: 'Originals whose bytes are missing' }) missing!: number;
}

class NotLookedThroughTableDto {
  @ApiProperty({ description: 'Table' }) where!: string;
  @ApiProperty({ description: 'What it holds, and how long' }) why!: string;
}

class NotLookedThroughDto {
  @ApiProperty({ type: 'integer', description: 'Documents that nothing could be read in' }) documents!: number;
  @ApiProperty({ type: [NotLookedThroughTableDto] }) tables!: NotLookedThroughTableDto[];
}

class ExportProblemDto {
  @ApiProperty({ example: 'export_too_large' }) code!: string;
  @ApiProperty() detail!: string;
}

export class ExportDto {
  @ApiProperty({ example: 'exp_0193a1b2c3d47e8f90a1b2c3d4e5f607' }) id!: string;
  @ApiProperty({ enum: EXPORT_STATES }) status!: (typeof EXPORT_STATES)[number];
  @ApiProperty() preview!: boolean;
  @ApiProperty({ description: 'Keyed hash of the subject' }) subjectHash!: string;
  @ApiProperty({ type: ExportCountsDto }) counts!: ExportCountsDto;
  @ApiProperty({ type: NotLookedThroughDto }) notLookedThrough!: NotLookedThroughDto;
  @ApiProperty({ type: ExportProblemDto, nullable: true }) error!: ExportProblemDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of the archive, hexadecimal' }) sha256!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Bytes of the archive' }) sizeBytes!: number | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) completedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'When the archive is removed' })
  expiresAt!: string | null;
}

export class ExportListDto {
  @ApiProperty({ type: [ExportDto] }) items!: ExportDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
