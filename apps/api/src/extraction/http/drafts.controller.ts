import { requirePublicId } from '@app/kernel';
import { Roles, Scope } from '@app/tenancy';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DraftsService } from '../drafts.service.js';
import { DraftSchemaDto, SchemaDraftDto } from './dto/draft-schema.dto.js';

@ApiTags('schemas')
@ApiBearerAuth()
@Controller('v1/schemas')
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Post('draft')
  @HttpCode(200)
  @Roles('analyst')
  @Scope('schemas:write')
  @ApiOkResponse({ type: SchemaDraftDto })
  draft(@Body() { documentIds }: DraftSchemaDto): Promise<SchemaDraftDto> {
    return this.drafts.draft(documentIds.map((id) => requirePublicId('document', id)));
  }
}
