import {
  decodeCursor,
  formPipe,
  HandlesIdempotencyItself,
  pageOf,
  UploadInterceptor,
  type UploadRequest,
  waitSecondsOf,
} from '@app/http';
import { parsePublicId, publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DocumentsService } from '../documents.service.js';
import { PRIORITIES, TERMINAL } from '../domain/document.js';
import { listedDocument } from '../domain/document-view.js';
import { LiveDocuments } from '../live.service.js';
import { SubmissionService } from '../submission.service.js';
import { DocumentDto, DocumentListDto, ErasureReceiptDto } from './dto/document.dto.js';
import { ListDocumentsQuery } from './dto/list-documents.dto.js';
import { ReprocessDto } from './dto/reprocess.dto.js';
import { SUBMIT_FIELDS, SubmitDocumentDto, SubmitDocumentForm } from './dto/submit-document.dto.js';
import { uploadOf } from './upload.js';

@ApiTags('documents')
@ApiBearerAuth()
@Controller('v1/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly submission: SubmissionService,
    private readonly live: LiveDocuments,
  ) {}

  @Post()
  @HandlesIdempotencyItself()
  @Roles('analyst')
  @Scope('documents:write')
  @UseInterceptors(UploadInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SubmitDocumentForm })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({ type: DocumentDto, description: 'Accepted; it is stored and will be processed' })
  @ApiOkResponse({ type: DocumentDto, description: 'With ?wait: processing has ended' })
  async submit(
    // `Readonly` keeps the strict pipe of all other routes away from this form.
    @Body(formPipe(SubmitDocumentDto)) body: Readonly<SubmitDocumentDto>,
    @Req() request: UploadRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const seconds = waitSecondsOf(request, 0);
    const { priority, metadata, ...options } = body;
    const upload = uploadOf(request, SUBMIT_FIELDS);
    const { documentId, replayed } = await this.submission.submit({
      ...upload,
      options: { ...options },
      priority: PRIORITIES[priority],
      metadata,
    });
    if (replayed) void reply.header('idempotent-replayed', 'true');
    return this.answer(documentId, seconds, reply);
  }

  @Get()
  @Scope('documents:read')
  @ApiOkResponse({ type: DocumentListDto })
  async list(@Query() query: ListDocumentsQuery) {
    const { limit, cursor, parentId, ...filter } = query;
    const parent =
      parentId === undefined
        ? undefined
        : (parsePublicId('document', parentId) ?? '00000000-0000-0000-0000-000000000000');
    const rows = await this.documents.list(
      { ...filter, ...(parent && { parentId: parent }) },
      limit + 1,
      decodeCursor(cursor),
    );
    return pageOf(rows, limit, (row) => row.id, listedDocument);
  }

  @Get(':id')
  @Scope('documents:read')
  @ApiOkResponse({ type: DocumentDto })
  async get(@Param('id') id: string) {
    return this.documents.view(await this.documents.get(requirePublicId('document', id)));
  }

  @Delete(':id')
  @Roles('admin')
  @Scope('documents:write')
  @ApiOkResponse({ type: ErasureReceiptDto })
  erase(@Param('id') id: string) {
    return this.documents.erase(requirePublicId('document', id));
  }

  @Post(':id/reprocess')
  @Roles('analyst')
  @Scope('documents:write')
  @ApiAcceptedResponse({ type: DocumentDto })
  @ApiOkResponse({ type: DocumentDto })
  @ApiQuery({ name: 'wait', required: false })
  async reprocess(
    @Param('id') id: string,
    @Body() body: ReprocessDto,
    @Req() request: UploadRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const seconds = waitSecondsOf(request, 0);
    const { id: documentId } = await this.documents.reprocess(requirePublicId('document', id), body.from);
    return this.answer(documentId, seconds, reply);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Roles('analyst')
  @Scope('documents:write')
  @ApiOkResponse({ type: DocumentDto })
  async cancel(@Param('id') id: string) {
    return this.documents.view(await this.documents.cancel(requirePublicId('document', id)));
  }

  private async answer(documentId: string, seconds: number, reply: FastifyReply) {
    const document = await this.live.waitForEnd(documentId, seconds);
    const ended = TERMINAL.has(document.status);
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/documents/${publicId('document', documentId)}`);
    if (!ended) void reply.header('retry-after', '1');
    return this.documents.view(document);
  }
}
