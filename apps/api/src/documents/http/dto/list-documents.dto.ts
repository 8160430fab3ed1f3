import { PageQuery } from '@app/http';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { SPLITS, STATUSES } from '../../domain/document.js';

export class ListDocumentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: string;

  @ApiPropertyOptional({ description: 'Document type' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  type?: string;

  @ApiPropertyOptional({ description: 'Part of the file name' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ description: 'Only children of this document' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  parentId?: string;

  @ApiPropertyOptional({ enum: SPLITS, description: '`proposed`: files whose splitting waits for a decision' })
  @IsOptional()
  @IsIn(SPLITS)
  split?: string;
}
