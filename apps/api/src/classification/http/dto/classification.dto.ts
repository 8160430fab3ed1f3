import type { JsonObject } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsObject, IsOptional, Matches, MaxLength } from 'class-validator';

/** A form field holds text; what is no JSON stays as it is and is refused by the check that follows. */
const parsedJson = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** The fields of the form, all before the file. */
export class ClassifyDto {
  @ApiPropertyOptional({ description: 'Industry that the document is expected to belong to; a push, no filter' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  industry?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'JSON object, returned as it is' })
  @IsOptional()
  @Transform(parsedJson)
  @IsObject()
  metadata: JsonObject = {};
}

const FIELDS: Readonly<Record<keyof ClassifyDto, true>> = { industry: true, metadata: true };
export const CLASSIFY_FIELDS: readonly string[] = Object.keys(FIELDS);

/** Only for the OpenAPI document: the form with its file. */
export class ClassifyForm extends ClassifyDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  @MaxLength(0)
  file!: string;
}

/** Shapes of answers, for the OpenAPI document. What builds them is `classification-view.ts`. */
export class TypeGuessDto {
  @ApiProperty()
  type!: string;
  @ApiProperty({ description: '0 to 1' })
  confidence!: number;
}

export class ClassificationErrorDto {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  detail!: string;
}

export class ClassificationDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty({ enum: ['queued', 'processing', 'succeeded', 'partial', 'failed', 'cancelled'] })
  status!: string;
  @ApiProperty({ type: String, nullable: true })
  industry!: string | null;
  @ApiProperty({ type: String, nullable: true })
  type!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '0 to 1' })
  confidence!: number | null;
  @ApiProperty({ type: [TypeGuessDto] })
  alternatives!: readonly TypeGuessDto[];
  @ApiProperty({ type: String, nullable: true })
  reasoning!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata!: Record<string, unknown>;
  @ApiProperty({ description: 'The answer was known from an earlier document with the same content' })
  cached!: boolean;
  @ApiProperty({ description: 'Milliseconds of work; waiting is not counted' })
  processingMs!: number;
  @ApiProperty({ type: ClassificationErrorDto, nullable: true })
  error!: ClassificationErrorDto | null;
}

export class AcceptedClassificationDto {
  @ApiProperty()
  documentId!: string;
  @ApiProperty()
  status!: string;
  @ApiProperty({ description: 'Where the answer will be' })
  statusUrl!: string;
}
