import { decodeCursor, pageOf, parseInput, requestTraceparent, waitSecondsOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { identifiersOf, subjectSchema } from '../domain/subject.js';
import { Erasures } from '../erasures.service.js';
import { ErasureDto, ErasureListDto, ErasuresQuery, NewErasureDto } from './dto/erasure.dto.js';
import { erasureView } from './erasure-view.js';

const newErasure = z.strictObject({ subject: subjectSchema, preview: z.boolean().default(false) });

@ApiTags('privacy')
@ApiBearerAuth()
@Roles('admin')
@Controller('v1/privacy/erasures')
export class ErasuresController {
  constructor(private readonly erasures: Erasures) {}

  @Post()
  @Scope('compliance:write')
  @ApiOperation({ summary: 'Erases all that is kept on a person, or only tells what that would be' })
  @ApiBody({ type: NewErasureDto })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: ErasureDto, description: 'It will be done, whatever happens to the service meanwhile' })
  @ApiOkResponse({ type: ErasureDto, description: 'With ?wait: it has ended' })
  async request(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureDto> {
    const seconds = waitSecondsOf(request, 0);
    const { subject, preview } = parseInput(newErasure, body);
    const id = await this.erasures.request(identifiersOf(subject), preview, requestTraceparent(request));
    const erasure = await this.erasures.waitFor(id, seconds);
    const ended = erasure.completedAt !== null;
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/privacy/erasures/${publicId('erasure', id)}`);
    if (!ended) void reply.header('retry-after', '2');
    return erasureView(erasure);
  }

  @Get()
  @Scope('compliance:read')
  @ApiOperation({ summary: 'What was erased, by whatever cause, the newest first' })
  @ApiOkResponse({ type: ErasureListDto })
  async list(@Query() { limit, cursor, cause }: ErasuresQuery): Promise<ErasureListDto> {
    const rows = await this.erasures.list(cause ?? null, limit + 1, decodeCursor(cursor));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => id, erasureView);
    return { items: [...items], nextCursor };
  }

  @Get(':id')
  @Scope('compliance:read')
  @ApiOkResponse({ type: ErasureDto })
  async get(@Param('id') id: string): Promise<ErasureDto> {
    return erasureView(await this.erasures.get(requirePublicId('erasure', id)));
  }
}
