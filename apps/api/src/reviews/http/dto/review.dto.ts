import { MayBeAbsent, PageQuery } from '@app/http';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { VERDICTS } from '../../../fields/index.js';

const MOST_VERDICTS = 1_000;
const NAME =
  'A field (`total`), a list (`lineItems`), a row of it (`lineItems[2]`, from 0; a row that is not there yet is a new one) or a cell (`lineItems[2].amount`)';

export class FieldVerdictDto {
  @ApiProperty({ description: NAME, example: 'lineItems[2].amount' })
  @IsString()
  @MaxLength(200)
  name!: string;

  @ApiProperty({ enum: VERDICTS })
  @IsIn(VERDICTS)
  verdict!: (typeof VERDICTS)[number];

  @ApiPropertyOptional({
    description:
      'Where corrected: the right value, null for none; of a row an object with a value by column, of a list an array of those',
    example: '60.30',
  })
  @Allow()
  value?: unknown;
}

export class TypeVerdictDto {
  @ApiProperty({ enum: ['accepted', 'corrected'] })
  @IsIn(['accepted', 'corrected'])
  verdict!: 'accepted' | 'corrected';

  @ApiPropertyOptional({ description: 'Where corrected: the right type', example: 'receipt' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  value?: string;

  @ApiPropertyOptional({ default: false, description: 'Whether the fields are read anew by the schema of the type' })
  @MayBeAbsent()
  @IsBoolean()
  extract?: boolean;
}

export class ReviewInputDto {
  @ApiPropertyOptional({ type: [FieldVerdictDto], maxItems: MOST_VERDICTS })
  @IsArray()
  @ArrayMaxSize(MOST_VERDICTS)
  @ValidateNested({ each: true })
  @Type(() => FieldVerdictDto)
  fields: FieldVerdictDto[] = [];

  @ApiPropertyOptional({ type: TypeVerdictDto })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => TypeVerdictDto)
  type?: TypeVerdictDto;

  @ApiPropertyOptional({
    description: 'The `extraction.runId` that was looked at; 409 `stale_run` where there is a newer one',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  runId?: string;

  @ApiPropertyOptional({
    default: true,
    description: 'False keeps the document in the queue, as far as it still needs eyes',
  })
  @MayBeAbsent()
  @IsBoolean()
  done: boolean = true;
}

export class ReviewsQuery extends PageQuery {
  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1,
    description:
      'All documents that nobody has reviewed and whose confidence is not above this; without it those that wait for a person by the settings of the tenant',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  maxConfidence?: number;
}
