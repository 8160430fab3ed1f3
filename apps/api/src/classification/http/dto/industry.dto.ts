import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { TYPE_ID } from '../../domain/own-types/labels.js';

const MOST_EXAMPLES = 50;
const MOST_CHARACTERS = 100_000;
const NAME = 100;
const DESCRIPTION = 1_000;
const ID = { pattern: TYPE_ID.source, description: 'Made of the name where it is not given' } as const;

export class IndustryDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  description!: string;
  @ApiProperty({ description: 'False for the own ones of the tenant' })
  builtIn!: boolean;
}

export class IndustryListDto {
  @ApiProperty({ type: [IndustryDto] })
  items!: readonly IndustryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class CategoryDto {
  @ApiProperty({ description: 'What `type` of a classification says' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  description!: string;
  @ApiProperty({ description: 'False for the own ones of the tenant' })
  builtIn!: boolean;
  @ApiProperty({ type: 'integer', description: 'Examples that it is known by' })
  examples!: number;
}

export class CategoryListDto {
  @ApiProperty({ type: [CategoryDto] })
  items!: readonly CategoryDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class NewIndustryDto {
  @ApiPropertyOptional(ID)
  @IsOptional()
  @Matches(TYPE_ID)
  id?: string;

  @ApiProperty({ minLength: 1, maxLength: NAME })
  @IsString()
  @Length(1, NAME)
  name!: string;

  @ApiPropertyOptional({ maxLength: DESCRIPTION })
  @IsOptional()
  @IsString()
  @MaxLength(DESCRIPTION)
  description: string = '';
}

/** A text or a document, not both. */
export class CategoryExampleDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: MOST_CHARACTERS })
  @ValidateIf(({ documentId }: CategoryExampleDto) => documentId === undefined)
  @IsString()
  @Length(1, MOST_CHARACTERS)
  text?: string;

  @ApiPropertyOptional({ description: 'A document that was read', pattern: '^doc_[0-9a-f]{32}$' })
  @ValidateIf(({ text }: CategoryExampleDto) => text === undefined)
  @IsString()
  documentId?: string;
}

export class NewCategoryDto extends NewIndustryDto {
  @ApiPropertyOptional({ type: [CategoryExampleDto], maxItems: MOST_EXAMPLES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_EXAMPLES)
  @ValidateNested({ each: true })
  @Type(() => CategoryExampleDto)
  examples: CategoryExampleDto[] = [];
}
