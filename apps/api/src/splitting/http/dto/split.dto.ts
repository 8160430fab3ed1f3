import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Matches, Min, ValidateNested } from 'class-validator';

/** Parts that one file may be given by hand; the service's own limit on children may be lower. */
const MOST_PARTS = 1_000;

export class NamedPartDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1 },
    minItems: 2,
    maxItems: 2,
    description: 'First and last page, from 1, both included',
    example: [1, 2],
  })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(1, { each: true })
  pages!: [number, number];

  @ApiPropertyOptional({ description: 'Type of the document; it is classified where none is given' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9_]{0,63}$/)
  type?: string;
}

export class SplitDto {
  @ApiProperty({
    type: [NamedPartDto],
    description: 'In the order of their pages; pages left out belong to no document. Empty: the file is one document',
  })
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => NamedPartDto)
  parts!: NamedPartDto[];
}
