import { decodeCursor, encodeCursor, PageQuery } from '@app/http';
import { parsePublicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { PipelineService } from '../pipeline.service.js';

export class DeadLetterDto {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  queue!: string;
  @ApiProperty({ type: String, nullable: true })
  documentId!: string | null;
  @ApiProperty()
  attempts!: number;
  @ApiProperty({ type: String, nullable: true })
  errorCode!: string | null;
  @ApiProperty()
  createdAt!: string;
}

export class DeadLetterListDto {
  @ApiProperty({ type: [DeadLetterDto] })
  items!: DeadLetterDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiTags('operations')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly pipeline: PipelineService) {}

  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: DeadLetterListDto })
  async list(@Query() { limit, cursor }: PageQuery) {
    const items = await this.pipeline.list(limit + 1, decodeCursor(cursor));
    const last = items[limit - 1];
    const more = items.length > limit && last !== undefined;
    return {
      items: items.slice(0, limit),
      nextCursor: more ? encodeCursor(parsePublicId('deadLetter', last.id) ?? '') : null,
    };
  }

  @Post(':id/replay')
  @HttpCode(202)
  @Scope('documents:write')
  @ApiAcceptedResponse()
  async replay(@Param('id') id: string): Promise<{ id: string }> {
    await this.pipeline.replay(requirePublicId('deadLetter', id));
    return { id };
  }
}
