import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { ExtractionService } from './extraction.service.js';
import { ExtractionsController } from './http/extractions.controller.js';
import { SchemasController } from './http/schemas.controller.js';

@Module({
  imports: [DocumentsModule],
  controllers: [SchemasController, ExtractionsController],
  providers: [ExtractionService],
  exports: [ExtractionService],
})
export class ExtractionModule {}
