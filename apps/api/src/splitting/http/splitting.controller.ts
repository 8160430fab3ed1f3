import { waitSecondsOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentRecord, DocumentsService, LiveDocuments } from '../../documents/index.js';
import { SplittingService } from '../splitting.service.js';
import { SplitDto } from './dto/split.dto.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
export class SplittingController {
  constructor(
    private readonly splitting: SplittingService,
    private readonly documents: DocumentsService,
    private readonly live: LiveDocuments,
  ) {}

  @Post(':id/split')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end of the file, 0 to 60' })
  @ApiAcceptedResponse({ description: 'Accepted; the file as it stands' })
  @ApiOkResponse({ description: 'The file as it stays, or with ?wait: it has ended, and its parts go on' })
  async split(
    @Param('id') id: string,
    @Body() { parts }: SplitDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.splitting.split(requirePublicId('document', id), parts), request, reply);
  }

  @Delete(':id/split')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end of the file, 0 to 60' })
  @ApiAcceptedResponse({ description: 'Accepted; the file is processed whole' })
  @ApiOkResponse({ description: 'The file as it stays, or with ?wait: it has ended' })
  async unsplit(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.answer(await this.splitting.unsplit(requirePublicId('document', id)), request, reply);
  }

  /** A file that was only kept whole has ended already. */
  private async answer({ id, completedAt }: DocumentRecord, request: FastifyRequest, reply: FastifyReply) {
    const seconds = completedAt === null ? waitSecondsOf(request, 0) : 0;
    const document = await this.live.waitForEnd(id, seconds);
    const isDone = document.completedAt !== null && (completedAt !== null || seconds > 0);
    void reply.status(isDone ? 200 : 202).header('location', `/v1/documents/${publicId('document', id)}`);
    if (document.completedAt === null) void reply.header('retry-after', '1');
    return this.documents.view(document);
  }
}
