import { decodeCursor, PageQuery, pageOf, parseInput, requestTraceparent, waitSecondsOf } from '@app/http';
import { notFound, publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClassifiersService } from '../classifiers.service.js';
import { examplesInput, textsInput } from '../domain/examples-input.js';
import { PredictionService } from '../prediction.service.js';
import { TrainingService } from '../training.service.js';
import { classifierView, versionView } from './classifier-view.js';
import {
  ClassifierDto,
  ClassifierInputDto,
  ClassifierListDto,
  ClassifierVersionListDto,
} from './dto/classifier.dto.js';
import { ExamplesInputDto, ExamplesReceiptDto, PredictionsDto, TextsInputDto } from './dto/examples.dto.js';

const idOf = (id: string): string => requirePublicId('classifier', id);

/** Text classifiers that a tenant trains on examples of its own. */
@ApiTags('classifiers')
@ApiBearerAuth()
@Controller('v1/classifiers')
export class ClassifiersController {
  constructor(
    private readonly classifiers: ClassifiersService,
    private readonly training: TrainingService,
    private readonly predictions: PredictionService,
  ) {}

  @Get()
  @Scope('classifiers:read')
  @ApiOkResponse({ type: ClassifierListDto })
  async list(@Query() { limit, cursor }: PageQuery) {
    return pageOf(await this.classifiers.list(limit + 1, decodeCursor(cursor)), limit, ({ id }) => id, classifierView);
  }

  @Post()
  @Roles('admin')
  @Scope('classifiers:write')
  @ApiCreatedResponse({ type: ClassifierDto })
  async create(
    @Body() body: ClassifierInputDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClassifierDto> {
    const { description = null, unknown = false, ...rest } = body;
    const classifier = classifierView(await this.classifiers.create({ ...rest, description, unknown }));
    void reply.header('location', `/v1/classifiers/${classifier.id}`);
    return classifier;
  }

  @Get(':id')
  @Scope('classifiers:read')
  @ApiOkResponse({ type: ClassifierDto })
  async get(@Param('id') id: string): Promise<ClassifierDto> {
    return classifierView(await this.classifiers.get(idOf(id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('admin')
  @Scope('classifiers:write')
  @ApiNoContentResponse({ description: 'Gone with its examples and versions' })
  delete(@Param('id') id: string): Promise<void> {
    return this.classifiers.delete(idOf(id));
  }

  @Post(':id/examples')
  @HttpCode(200)
  @Roles('analyst')
  @Scope('classifiers:write')
  @ApiBody({ type: ExamplesInputDto })
  @ApiOkResponse({ type: ExamplesReceiptDto })
  // `unknown` keeps the pipe of all other routes away: it takes a second for so many objects.
  addExamples(@Param('id') id: string, @Body() body: unknown): Promise<ExamplesReceiptDto> {
    const classifierId = idOf(id);
    return this.classifiers.addExamples(classifierId, parseInput(examplesInput, body));
  }

  @Post(':id/train')
  @Roles('analyst')
  @Scope('classifiers:write')
  @ApiQuery({ name: 'wait', required: false, description: 'Seconds to wait for the end, 0 to 60' })
  @ApiAcceptedResponse({ type: ClassifierDto, description: 'Accepted; it is being trained' })
  @ApiOkResponse({ type: ClassifierDto, description: 'With ?wait: the training has ended' })
  async train(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClassifierDto> {
    const [classifierId, seconds] = [idOf(id), waitSecondsOf(request, 0)];
    await this.training.request(classifierId, requestTraceparent(request));
    const classifier = await this.classifiers.waitForTraining(classifierId, seconds);
    const ended = classifier.training === null;
    void reply
      .status(seconds > 0 && ended ? 200 : 202)
      .header('location', `/v1/classifiers/${publicId('classifier', classifierId)}`);
    if (!ended) void reply.header('retry-after', '1');
    return classifierView(classifier);
  }

  @Post(':id/predictions')
  @HttpCode(200)
  @Scope('classifiers:read')
  @ApiBody({ type: TextsInputDto })
  @ApiOkResponse({ type: PredictionsDto })
  predict(@Param('id') id: string, @Body() body: unknown): Promise<PredictionsDto> {
    const classifierId = idOf(id);
    return this.predictions.predict(classifierId, parseInput(textsInput, body).texts);
  }

  @Get(':id/versions')
  @Scope('classifiers:read')
  @ApiOkResponse({ type: ClassifierVersionListDto })
  async versions(@Param('id') id: string): Promise<ClassifierVersionListDto> {
    return { items: (await this.classifiers.versions(idOf(id))).map(versionView), nextCursor: null };
  }

  @Post(':id/versions/:version/activate')
  @HttpCode(200)
  @Roles('admin')
  @Scope('classifiers:write')
  @ApiOkResponse({
    type: ClassifierDto,
    description: 'The version answers from now on, until another is trained or activated',
  })
  async activate(@Param('id') id: string, @Param('version') version: string): Promise<ClassifierDto> {
    const [classifierId, number] = [idOf(id), Number(version)];
    if (!Number.isInteger(number) || number < 1 || number > 2 ** 31 - 1) throw notFound();
    return classifierView(await this.classifiers.activate(classifierId, number));
  }
}
