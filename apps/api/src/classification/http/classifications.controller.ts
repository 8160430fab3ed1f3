import { HandlesIdempotencyItself, UploadInterceptor, type UploadRequest, waitSecondsOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
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
import { LiveDocuments, uploadOf } from '../../documents/index.js';
import { ClassificationService } from '../classification.service.js';
import { classificationView, statusUrlOf } from './classification-view.js';
import {
  AcceptedClassificationDto,
  ClassificationDto,
  CLASSIFY_FIELDS,
  ClassifyDto,
  ClassifyForm,
} from './dto/classification.dto.js';

const DEFAULT_WAIT_SECONDS = 30;

@ApiTags('classification')
@ApiBearerAuth()
@Controller('v1/classifications')
export class ClassificationsController {
  constructor(
    private readonly classification: ClassificationService,
    private readonly live: LiveDocuments,
  ) {}

  @Post()
  @HandlesIdempotencyItself()
  @Roles('analyst')
  @Scope('documents:write')
  @UseInterceptors(UploadInterceptor)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ClassifyForm })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the answer, 0 to 60; default 30' })
  @ApiQuery({ name: 'async', required: false, description: '`true`: do not wait' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: ClassificationDto })
  @ApiAcceptedResponse({ type: AcceptedClassificationDto, description: 'Still running at the end of the wait' })
  async classify(
    @Body() body: ClassifyDto,
    @Query('async') isAsync: string | undefined,
    @Req() request: UploadRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const seconds = isAsync === 'true' ? 0 : waitSecondsOf(request, DEFAULT_WAIT_SECONDS);
    const { documentId, replayed } = await this.classification.submit(uploadOf(request, CLASSIFY_FIELDS), body);
    if (replayed) void reply.header('idempotent-replayed', 'true');
    await this.live.waitForEnd(documentId, seconds);
    return this.answer(documentId, seconds, reply);
  }

  @Get(':documentId')
  @Scope('documents:read')
  @ApiOkResponse({ type: ClassificationDto })
  async get(@Param('documentId') id: string) {
    return classificationView(await this.classification.state(requirePublicId('document', id)));
  }

  private async answer(documentId: string, seconds: number, reply: FastifyReply) {
    const state = await this.classification.state(documentId);
    const statusUrl = statusUrlOf(documentId);
    void reply.header('location', statusUrl);
    if (seconds > 0 && state.document.completedAt !== null) {
      void reply.status(200);
      return classificationView(state);
    }
    void reply.status(202).header('retry-after', '1');
    return { documentId: publicId('document', documentId), status: state.document.status, statusUrl };
  }
}
