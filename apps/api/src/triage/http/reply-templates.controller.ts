import { decodeCursor, PageQuery, pageOf, parseInput } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReplyTemplate } from '../domain/replies/template.js';
import { ReplyTemplates } from '../replies/reply-templates.service.js';
import { newTemplateInput, templateChangeInput } from '../replies/template-input.js';
import {
  NewReplyTemplateDto,
  ReplyTemplateChangeDto,
  ReplyTemplateDto,
  ReplyTemplateListDto,
} from './dto/reply-template.dto.js';

const idOf = (id: string): string => requirePublicId('replyTemplate', id);

const view = ({ id, createdAt, updatedAt, ...content }: ReplyTemplate): ReplyTemplateDto => ({
  id: publicId('replyTemplate', id),
  ...content,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** What replies are drafted from. */
@ApiTags('triage')
@ApiBearerAuth()
@Controller('v1/reply-templates')
export class ReplyTemplatesController {
  constructor(private readonly templates: ReplyTemplates) {}

  @Get()
  @Scope('triage:read')
  @ApiOkResponse({ type: ReplyTemplateListDto })
  async list(@Query() { limit, cursor }: PageQuery): Promise<ReplyTemplateListDto> {
    return pageOf(await this.templates.list(limit + 1, decodeCursor(cursor)), limit, ({ id }) => id, view);
  }

  @Post()
  @Roles('admin')
  @Scope('triage:write')
  @ApiBody({ type: NewReplyTemplateDto })
  @ApiCreatedResponse({ type: ReplyTemplateDto })
  // `unknown` keeps the pipe of all other routes away: a text is checked with its placeholders.
  async create(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<ReplyTemplateDto> {
    const template = view(await this.templates.create(parseInput(newTemplateInput, body)));
    void reply.header('location', `/v1/reply-templates/${template.id}`);
    return template;
  }

  @Patch(':id')
  @Roles('admin')
  @Scope('triage:write')
  @ApiBody({ type: ReplyTemplateChangeDto })
  @ApiOkResponse({ type: ReplyTemplateDto })
  async change(@Param('id') id: string, @Body() body: unknown): Promise<ReplyTemplateDto> {
    return view(await this.templates.change(idOf(id), parseInput(templateChangeInput, body)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('admin')
  @Scope('triage:write')
  @ApiNoContentResponse({ description: 'Gone; drafts that were made of it stay' })
  delete(@Param('id') id: string): Promise<void> {
    return this.templates.delete(idOf(id));
  }
}
