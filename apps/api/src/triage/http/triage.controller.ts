import {
  HandlesIdempotencyItself,
  idempotencyKeyOf,
  idempotentRouteOf,
  parseInput,
  requestTraceparent,
  waitSecondsOf,
  UploadInterceptor,
  type UploadRequest,
} from '@app/http';
import { jsonEmailSchema } from '@app/reading';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { uploadOf } from '../../documents/index.js';
import { TriageService } from '../triage.service.js';
import { TriageDto, TriageUnderWayDto } from './dto/triage.dto.js';
import { TriageFileForm, TriageMailDto } from './dto/triage-mail.dto.js';

const WAIT_SECONDS = 30;

const isForm = (request: UploadRequest): boolean => request.headers['content-type']?.startsWith('multipart/') ?? false;

@ApiTags('triage')
@ApiBearerAuth()
@ApiExtraModels(TriageMailDto, TriageFileForm)
@Controller('v1/triage')
export class TriageController {
  constructor(private readonly triage: TriageService) {}

  @Post()
  @HandlesIdempotencyItself()
  @Roles('analyst')
  @Scope('triage:write')
  @UseInterceptors(UploadInterceptor)
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ schema: { oneOf: [{ $ref: getSchemaPath(TriageMailDto) }, { $ref: getSchemaPath(TriageFileForm) }] } })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the result, 0 to 60; 30 by default' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiOkResponse({ type: TriageDto })
  @ApiAcceptedResponse({ type: TriageUnderWayDto, description: 'The e-mail, or what came with it, is still under way' })
  async submit(
    @Body() body: TriageMailDto,
    @Req() request: UploadRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TriageDto | TriageUnderWayDto> {
    const seconds = waitSecondsOf(request, WAIT_SECONDS);
    const submitted = await this.accept(body, request);
    if (submitted.replayed) void reply.header('idempotent-replayed', 'true');
    const answer = await this.triage.answer(submitted, seconds);
    const statusUrl = `/v1/documents/${answer.documentId}`;
    void reply.status(answer.triage === null ? 202 : 200).header('location', statusUrl);
    if (answer.triage !== null) return answer.triage as unknown as TriageDto;
    void reply.header('retry-after', '1');
    return { documentId: answer.documentId, status: answer.status, statusUrl };
  }

  private accept(body: TriageMailDto, request: UploadRequest): ReturnType<TriageService['submit']> {
    if (isForm(request)) return this.triage.submit(uploadOf(request));
    const key = idempotencyKeyOf(request);
    return this.triage.submitMail(parseInput(jsonEmailSchema, body), {
      traceparent: requestTraceparent(request),
      ...(key !== undefined && { idempotency: { route: idempotentRouteOf(request), key } }),
    });
  }
}
