import type { JsonObject } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type Pipeline, PIPELINES, PRIORITIES, type PriorityName } from '../../domain/document.js';

/** A form field holds text; what is no JSON stays as it is and is refused by the check that follows. */
const parsedJson = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** The fields of the upload form, all before the file. */
export class SubmitDocumentDto {
  @ApiPropertyOptional({ description: 'Industry to which the document belongs' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  industry?: string;

  @ApiPropertyOptional({ description: 'Forces the document type' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  type?: string;

  @ApiPropertyOptional({ description: 'Schema that names the fields to extract' })
  @IsOptional()
  @Matches(/^sch_[A-Za-z0-9_]{1,80}$/)
  schemaId?: string;

  @ApiPropertyOptional({ enum: PIPELINES, default: 'full' })
  @IsOptional()
  @IsIn(PIPELINES)
  pipeline: Pipeline = 'full';

  @ApiPropertyOptional({ enum: Object.keys(PRIORITIES), default: 'normal' })
  @IsOptional()
  @IsIn(Object.keys(PRIORITIES))
  priority: PriorityName = 'normal';

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'JSON object, kept and returned as it is',
  })
  @IsOptional()
  @Transform(parsedJson)
  @IsObject()
  metadata: JsonObject = {};

  @ApiPropertyOptional({ description: 'ISO 639-1 code; detected where it is not given' })
  @IsOptional()
  @IsString()
  @Matches(/^[a-z]{2,3}$/)
  language?: string;
}

const FIELDS: Readonly<Record<keyof SubmitDocumentDto, true>> = {
  industry: true,
  type: true,
  schemaId: true,
  pipeline: true,
  priority: true,
  metadata: true,
  language: true,
};
export const SUBMIT_FIELDS: readonly string[] = Object.keys(FIELDS);

/** Only for the OpenAPI document: the form with its file. */
export class SubmitDocumentForm extends SubmitDocumentDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  @MaxLength(0)
  file!: string;
}
