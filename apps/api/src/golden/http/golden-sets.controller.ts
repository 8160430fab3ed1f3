import { decodeCursor, PageQuery, pageOf, parseInput } from '@app/http';
import { requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { setInput } from '../domain/evaluation-input.js';
import { truthInput } from '../domain/truth.js';
import { GoldenSetsService } from '../golden-sets.service.js';
import {
  GoldenDocumentDto,
  GoldenDocumentInputDto,
  GoldenDocumentListDto,
  GoldenSetDto,
  GoldenSetInputDto,
  GoldenSetListDto,
} from './dto/golden-set.dto.js';
import { goldenDocumentView, goldenSetView } from './golden-view.js';

const idOf = (id: string): string => requirePublicId('goldenSet', id);

/** Documents whose right values are known. */
@ApiTags('golden sets')
@ApiBearerAuth()
@Controller('v1/golden-sets')
export class GoldenSetsController {
  constructor(private readonly sets: GoldenSetsService) {}

  @Get()
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: GoldenSetListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<GoldenSetListDto> {
    return pageOf(await this.sets.list(limit + 1, decodeCursor(cursor)), limit, ({ id }) => id, goldenSetView);
  }

  @Post()
  @Roles('admin')
  @Scope('schemas:write')
  @ApiBody({ type: GoldenSetInputDto })
  @ApiCreatedResponse({ type: GoldenSetDto })
  async create(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<GoldenSetDto> {
    const set = goldenSetView(await this.sets.create(parseInput(setInput, body)));
    void reply.header('location', `/v1/golden-sets/${set.id}`);
    return set;
  }

  @Get(':id')
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: GoldenSetDto })
  async get(@Param('id') id: string): Promise<GoldenSetDto> {
    return goldenSetView(await this.sets.get(idOf(id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('admin')
  @Scope('schemas:write')
  @ApiNoContentResponse({ description: 'Gone with its evaluations; the documents stay' })
  delete(@Param('id') id: string): Promise<void> {
    return this.sets.delete(idOf(id));
  }

  @Get(':id/documents')
  @Roles('analyst')
  @Scope('schemas:read')
  @ApiOkResponse({ type: GoldenDocumentListDto })
  async documents(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<GoldenDocumentListDto> {
    const rows = await this.sets.contents(idOf(id), limit + 1, decodeCursor(cursor));
    return pageOf(rows, limit, ({ documentId }) => documentId, goldenDocumentView);
  }

  @Post(':id/documents')
  @Roles('admin')
  @Scope('schemas:write')
  @ApiBody({ type: GoldenDocumentInputDto })
  @ApiCreatedResponse({ type: GoldenDocumentDto, description: 'Added; or, where it was there, what is right replaced' })
  // `unknown` keeps the pipe of all other routes away: values are checked as a whole.
  async put(@Param('id') id: string, @Body() body: unknown): Promise<GoldenDocumentDto> {
    return goldenDocumentView(await this.sets.put(idOf(id), parseInput(truthInput, body)));
  }

  @Delete(':id/documents/:documentId')
  @HttpCode(204)
  @Roles('admin')
  @Scope('schemas:write')
  @ApiNoContentResponse({ description: 'Not in the set any more; the document stays' })
  async remove(@Param('id') id: string, @Param('documentId') documentId: string): Promise<void> {
    await this.sets.remove(idOf(id), requirePublicId('document', documentId));
  }
}
