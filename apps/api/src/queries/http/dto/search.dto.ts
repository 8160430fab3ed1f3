import { type JsonObject, parsePublicId } from '@app/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SearchFilter } from '../../domain/search-model.js';

export class SearchFilterDto {
  @ApiPropertyOptional({ type: [String], description: 'Only these documents' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  documentIds?: string[];

  @ApiPropertyOptional({ type: [String], description: 'Only documents of these types' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(/^[a-z][a-z0-9_]{0,63}$/, { each: true })
  types?: string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Only documents whose metadata has each of these keys with exactly this value',
  })
  @IsOptional()
  @IsObject()
  metadata?: JsonObject;
}

export class SearchDto {
  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @Matches(/\S/, { message: 'query must not be blank' })
  @MaxLength(2_000)
  query!: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 10 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  topK = 10;

  @ApiPropertyOptional({ type: SearchFilterDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SearchFilterDto)
  filter?: SearchFilterDto;
}

export class AskDto {
  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @Matches(/\S/, { message: 'question must not be blank' })
  @MaxLength(2_000)
  question!: string;

  @ApiPropertyOptional({ type: SearchFilterDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SearchFilterDto)
  filter?: SearchFilterDto;
}

export class FeedbackDto {
  @ApiProperty()
  @IsBoolean()
  helpful!: boolean;

  @ApiPropertyOptional({ maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  comment?: string;
}

/** What is no id of a document matches none, exactly like the id of a document that is not there. */
export function searchFilterOf(filter: SearchFilterDto | undefined): SearchFilter {
  if (!filter) return {};
  const { documentIds, types, metadata } = filter;
  return {
    ...(documentIds && { documentIds: documentIds.flatMap((id) => parsePublicId('document', id) ?? []) }),
    ...(types && { types }),
    ...(metadata && { metadata }),
  };
}
