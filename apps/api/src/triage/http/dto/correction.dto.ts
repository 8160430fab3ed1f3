import { MayBeAbsent } from '@app/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { PRIORITY_LEVELS, type PriorityLevel, REQUEST_TYPES, type RequestTypeName } from '../../domain/triage-model.js';

const LONGEST = 100;

/** What a person says of a triage; what is left out stays as it is. */
export class CorrectionInputDto {
  @ApiPropertyOptional({ enum: PRIORITY_LEVELS, description: 'Teaches: mails that are alike are ordered by it' })
  @MayBeAbsent()
  @IsIn(PRIORITY_LEVELS)
  priority?: PriorityLevel;

  @ApiPropertyOptional({
    maxLength: LONGEST,
    description: 'Teaches, as do type and routing: mails like two that agree',
  })
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST)
  category?: string;

  @ApiPropertyOptional({ enum: REQUEST_TYPES })
  @MayBeAbsent()
  @IsIn(REQUEST_TYPES)
  type?: RequestTypeName;

  @ApiPropertyOptional({ maxLength: LONGEST, description: 'The queue or team' })
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST)
  routing?: string;
}
