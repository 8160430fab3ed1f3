import { decodeCursor, PageQuery, pageOf, parseInput, requestTraceparent, waitSecondsOf } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { evaluationInput, publicationInput } from '../domain/evaluation-input.js';
import { EvaluationsService } from '../evaluations.service.js';
import { qualityRegression } from '../golden.errors.js';
import {
  EvaluationDto,
  EvaluationInputDto,
  EvaluationListDto,
  OutcomeListDto,
  PublicationInputDto,
} from './dto/evaluation.dto.js';
import { evaluationView, listedEvaluationView, outcomeView } from './golden-view.js';

const setIdOf = (id: string): string => requirePublicId('goldenSet', id);
const idOf = (id: string): string => requirePublicId('evaluation', id);

/** How well a schema reads the documents of a set. */
@ApiTags('golden sets')
@ApiBearerAuth()
@Controller('v1/golden-sets/:id')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  @Post('evaluations')
  @Roles('admin')
  @Scope('schemas:write')
  @ApiBody({ type: EvaluationInputDto })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: EvaluationDto })
  @ApiOkResponse({ type: EvaluationDto, description: 'With ?wait: it has ended' })
  async evaluate(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvaluationDto> {
    const [setId, seconds] = [setIdOf(id), waitSecondsOf(request, 0)];
    const input = parseInput(evaluationInput, body);
    const evaluationId = await this.evaluations.evaluate(setId, input, requestTraceparent(request));
    return evaluationView(await this.answer(setId, evaluationId, seconds, reply));
  }

  @Post('publications')
  @Roles('admin')
  @Scope('schemas:write')
  @ApiBody({ type: PublicationInputDto })
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: EvaluationDto, description: 'It is being evaluated; then it is published, or not' })
  @ApiOkResponse({ type: EvaluationDto, description: 'With ?wait: it has ended' })
  @ApiConflictResponse({ description: 'With ?wait: `quality_regression`, and by how much' })
  async publish(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvaluationDto> {
    const [setId, seconds] = [setIdOf(id), waitSecondsOf(request, 0)];
    const input = parseInput(publicationInput, body);
    const evaluationId = await this.evaluations.publish(setId, input, requestTraceparent(request));
    const state = await this.answer(setId, evaluationId, seconds, reply);
    const view = evaluationView(state);
    const { result } = state.evaluation;
    if (result?.baseline && result.publication?.status === 'refused')
      throw qualityRegression(view.id, result.figures, result.baseline);
    return view;
  }

  @Get('evaluations')
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: EvaluationListDto })
  async list(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<EvaluationListDto> {
    const rows = await this.evaluations.list(setIdOf(id), limit + 1, decodeCursor(cursor));
    return pageOf(rows, limit, (row) => row.id, listedEvaluationView);
  }

  @Get('evaluations/:evaluationId')
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: EvaluationDto })
  async get(@Param('id') id: string, @Param('evaluationId') evaluationId: string): Promise<EvaluationDto> {
    return evaluationView(await this.evaluations.state(setIdOf(id), idOf(evaluationId)));
  }

  @Get('evaluations/:evaluationId/documents')
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: OutcomeListDto, description: 'What was expected and what was found in each document' })
  async documents(
    @Param('id') id: string,
    @Param('evaluationId') evaluationId: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<OutcomeListDto> {
    const after = decodeCursor(cursor);
    const rows = await this.evaluations.outcomes(setIdOf(id), idOf(evaluationId), limit + 1, after);
    return pageOf(rows, limit, ({ documentId }) => documentId, outcomeView);
  }

  private async answer(setId: string, id: string, seconds: number, reply: FastifyReply) {
    const state = await this.evaluations.waitFor(setId, id, seconds);
    const view = evaluationView(state);
    const ended = state.evaluation.completedAt !== null;
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/golden-sets/${view.goldenSetId}/evaluations/${view.id}`);
    if (!ended) void reply.header('retry-after', '1');
    return state;
  }
}
