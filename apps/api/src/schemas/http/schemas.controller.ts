import { notFound } from '@app/kernel';
import { Scope } from '@app/tenancy';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SchemasService } from '../schemas.service.js';
import { SchemaDto, SchemaListDto } from './dto/schema.dto.js';
import { schemaView } from './schema-view.js';

/** The schemas by which fields are read. The built-in ones fit on one page. */
@ApiTags('schemas')
@ApiBearerAuth()
@Controller('v1/schemas')
export class SchemasController {
  constructor(private readonly schemas: SchemasService) {}

  @Get()
  @Scope('schemas:read')
  @ApiOkResponse({ type: SchemaListDto })
  list(): SchemaListDto {
    return { items: this.schemas.list().map(schemaView), nextCursor: null };
  }

  @Get(':id')
  @Scope('schemas:read')
  @ApiOkResponse({ type: SchemaDto })
  get(@Param('id') id: string): SchemaDto {
    const schema = this.schemas.find(id);
    if (!schema) throw notFound();
    return schemaView(schema);
  }
}
