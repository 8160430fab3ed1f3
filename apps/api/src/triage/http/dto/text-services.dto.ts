import type { RedactionMode } from '@app/privacy';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { EntityDto, TriageLanguageDto } from './triage.dto.js';

/** Characters of one text: its work is done while the caller waits, so it has to stay small. */
const MOST_CHARACTERS = 100_000;
const MODES: readonly RedactionMode[] = ['mask', 'pseudonymize'];

export class DetectLanguageDto {
  @ApiProperty({ type: [String], maxItems: 500 })
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @MaxLength(MOST_CHARACTERS, { each: true })
  texts!: string[];
}

export class DetectedLanguagesDto {
  @ApiProperty({ type: [TriageLanguageDto] })
  results!: TriageLanguageDto[];
}

export class DetectPersonalDataDto {
  @ApiProperty({ maxLength: MOST_CHARACTERS })
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  text!: string;

  @ApiPropertyOptional({ description: 'ISO 639-1. Accepted as a hint; the rules hold for all languages at once' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  language?: string;
}

export class DetectedPersonalDataDto {
  @ApiProperty({ type: [EntityDto] })
  entities!: EntityDto[];
}

export class RedactDto {
  @ApiProperty({ maxLength: MOST_CHARACTERS })
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  text!: string;

  @ApiPropertyOptional({ enum: MODES, default: 'mask' })
  @IsOptional()
  @IsIn(MODES)
  mode: RedactionMode = 'mask';
}

export class RedactedDto {
  @ApiProperty()
  text!: string;

  @ApiProperty({ type: [EntityDto], description: 'Offsets into the text that was sent' })
  entities!: EntityDto[];
}
