import { decodeCursor, PageQuery, pageOf } from '@app/http';
import { publicId, requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type Example, LessonsService } from '../learning/lessons.service.js';
import {
  ExampleDto,
  ExampleFieldDto,
  SchemaExampleInputDto,
  ExampleListDto,
  TaughtExampleDto,
} from './dto/example.dto.js';

const viewOf = ({ documentId, createdAt, ...row }: Example): ExampleDto => ({
  ...row,
  documentId: publicId('document', documentId),
  createdAt: createdAt.toISOString(),
});

/** Solved documents: the next ones of their kind are read better for them, without a model. */
@ApiTags('schemas')
@ApiBearerAuth()
@ApiExtraModels(ExampleFieldDto)
@Controller('v1/schemas/:id/examples')
export class ExamplesController {
  constructor(private readonly lessons: LessonsService) {}

  @Post()
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiCreatedResponse({ type: TaughtExampleDto })
  async teach(@Param('id') id: string, @Body() body: SchemaExampleInputDto): Promise<TaughtExampleDto> {
    const documentId = requirePublicId('document', body.documentId);
    const taught = await this.lessons.teach(id, documentId, body.fields, 'example');
    return { schemaId: id, documentId: body.documentId, fields: Object.fromEntries(taught) };
  }

  @Get()
  @Scope('schemas:read')
  @ApiOkResponse({ type: ExampleListDto })
  async list(@Param('id') id: string, @Query() { limit, cursor }: PageQuery): Promise<ExampleListDto> {
    const rows = await this.lessons.list(id, limit + 1, decodeCursor(cursor));
    return pageOf(rows, limit, ({ documentId }) => documentId, viewOf);
  }

  @Delete(':documentId')
  @HttpCode(204)
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiNoContentResponse({ description: 'Forgotten: the next documents are read without it' })
  async forget(@Param('id') id: string, @Param('documentId') documentId: string): Promise<void> {
    await this.lessons.forget(id, requirePublicId('document', documentId));
  }
}
