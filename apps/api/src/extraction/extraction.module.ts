import { Global, Module } from '@nestjs/common';
import { DocumentsModule, SchemaChoice } from '../documents/index.js';
import { SchemasModule } from '../schemas/index.js';
import { DraftsService } from './drafts.service.js';
import { ExtractionService } from './extraction.service.js';
import { DraftsController } from './http/drafts.controller.js';
import { ExtractionsController } from './http/extractions.controller.js';
import { FieldAdviser } from './model/field-adviser.service.js';
import { TenantSchemaChoice } from './schema-choice.service.js';

/** Global, because documents ask for schemas by their port. */
@Global()
@Module({
  imports: [DocumentsModule, SchemasModule],
  controllers: [DraftsController, ExtractionsController],
  providers: [DraftsService, ExtractionService, FieldAdviser, { provide: SchemaChoice, useClass: TenantSchemaChoice }],
  exports: [ExtractionService, SchemaChoice],
})
export class ExtractionModule {}
