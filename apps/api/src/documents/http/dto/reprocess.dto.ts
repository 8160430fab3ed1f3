import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { REPROCESS_FROM, type ReprocessFrom } from '../../domain/stages.js';

export class ReprocessDto {
  @ApiProperty({ enum: REPROCESS_FROM })
  @IsIn(REPROCESS_FROM)
  from!: ReprocessFrom;
}
