import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);

/** An e-mail as JSON. A form with a file has none of these fields. */
export class TriageMailDto {
  @ApiPropertyOptional({ description: 'Sender: an address, or a name with an address in angle brackets' })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  from?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @MaxLength(1_000, { each: true })
  to?: string[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @Transform(asList)
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsString({ each: true })
  @MaxLength(1_000, { each: true })
  cc?: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  subject?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1_000_000)
  text?: string;

  @ApiPropertyOptional({ description: 'Read where there is no text' })
  @IsOptional()
  @IsString()
  @MaxLength(5_000_000)
  html?: string;

  @ApiPropertyOptional({ description: 'RFC 3339; relative dates (`by Friday`) are counted from it' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  receivedAt?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  headers?: Record<string, string>;
}

/** Only for the OpenAPI document: the form with its file. */
export class TriageFileForm {
  @ApiProperty({ type: 'string', format: 'binary', description: 'An .eml or .msg file' })
  file!: string;
}
