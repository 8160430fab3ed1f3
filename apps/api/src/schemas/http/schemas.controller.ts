import { decodeCursor, PageQuery, pageOf } from '@app/http';
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
import { placeOf, SchemasService } from '../schemas.service.js';
import { SchemaDto, SchemaInputDto, SchemaListDto, SchemaProblemsDto, SchemaVersionQuery } from './dto/schema.dto.js';
import { schemaView } from './schema-view.js';

/** The schemas by which fields are read: built in, and the tenant's own. */
@ApiTags('schemas')
@ApiBearerAuth()
@Controller('v1/schemas')
export class SchemasController {
  constructor(private readonly schemas: SchemasService) {}

  @Get()
  @Scope('schemas:read')
  @ApiOkResponse({ type: SchemaListDto })
  async list(@Query() { limit, cursor }: PageQuery) {
    return pageOf(await this.schemas.list(limit + 1, decodeCursor(cursor)), limit, placeOf, schemaView);
  }

  @Post()
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiBody({ type: SchemaInputDto })
  @ApiCreatedResponse({ type: SchemaDto, description: 'A new schema, or the next version of the one with this key' })
  // `unknown` keeps the pipe of all other routes away: a schema is checked as a whole.
  async publish(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<SchemaDto> {
    const schema = schemaView(await this.schemas.publish(body));
    void reply.header('location', `/v1/schemas/${schema.id}`);
    return schema;
  }

  @Post('validate')
  @HttpCode(200)
  @Scope('schemas:read')
  @ApiBody({ type: SchemaInputDto })
  @ApiOkResponse({ type: SchemaProblemsDto })
  validate(@Body() body: unknown): SchemaProblemsDto {
    const problems = this.schemas.problemsOf(body);
    return { valid: problems.length === 0, problems };
  }

  @Get(':id')
  @Scope('schemas:read')
  @ApiOkResponse({ type: SchemaDto })
  async get(@Param('id') id: string, @Query() { version }: SchemaVersionQuery): Promise<SchemaDto> {
    return schemaView(await this.schemas.get(id, version ?? null));
  }

  @Delete(':id')
  @HttpCode(204)
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiNoContentResponse({
    description: 'Archived: nothing is read by it any more; a new version of its key brings it back',
  })
  archive(@Param('id') id: string): Promise<void> {
    return this.schemas.archive(id);
  }
}
