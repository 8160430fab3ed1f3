import { waitSecondsOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DocumentsService, LiveDocuments } from '../../documents/index.js';
import { ExtractionService } from '../extraction.service.js';
import { RequestExtractionDto } from './dto/request-extraction.dto.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
export class ExtractionsController {
  constructor(
    private readonly extraction: ExtractionService,
    private readonly documents: DocumentsService,
    private readonly live: LiveDocuments,
  ) {}

  @Post(':id/extractions')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ description: 'Accepted; the document as it stands' })
  @ApiOkResponse({ description: 'With ?wait: the run has ended' })
  async request(
    @Param('id') id: string,
    @Body() body: RequestExtractionDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const seconds = waitSecondsOf(request, 0);
    const { id: documentId } = await this.extraction.request(requirePublicId('document', id), body.schemaId);
    const document = await this.live.waitForEnd(documentId, seconds);
    const ended = document.completedAt !== null;
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/documents/${publicId('document', documentId)}`);
    if (!ended) void reply.header('retry-after', '1');
    return this.documents.view(document);
  }
}
