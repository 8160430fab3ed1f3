import { decodeCursor, PageQuery, pageOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Scope } from '@app/tenancy';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueriesService } from '../queries.service.js';
import { QueryAnswerDto, QueryListDto } from './dto/query-answer.dto.js';
import { AskDto, FeedbackDto, searchFilterOf } from './dto/search.dto.js';
import { listedQueryView, queryEvents, queryView } from './query-view.js';

@ApiTags('queries')
@ApiBearerAuth()
@Controller('v1/queries')
export class QueriesController {
  constructor(private readonly queries: QueriesService) {}

  @Post()
  @HttpCode(200)
  @Scope('queries:write')
  @ApiProduces('application/json', 'text/event-stream')
  @ApiOkResponse({
    type: QueryAnswerDto,
    description: 'As events answer, citations, done with Accept: text/event-stream',
  })
  async ask(@Body() body: AskDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const query = await this.queries.ask(body.question, searchFilterOf(body.filter));
    if (!request.headers.accept?.includes('text/event-stream')) return queryView(query);
    void reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no');
    return queryEvents(query);
  }

  @Get()
  @Scope('queries:read')
  @ApiOkResponse({ type: QueryListDto, description: "The caller's own questions, newest first" })
  async list(@Query() { limit, cursor }: PageQuery) {
    const rows = await this.queries.list(limit + 1, decodeCursor(cursor));
    return pageOf(rows, limit, ({ id }) => id, listedQueryView);
  }

  @Post(':id/feedback')
  @HttpCode(204)
  @Scope('queries:write')
  @ApiNoContentResponse()
  async feedback(@Param('id') id: string, @Body() body: FeedbackDto): Promise<void> {
    await this.queries.rate(requirePublicId('query', id), body.helpful, body.comment ?? null);
  }
}
