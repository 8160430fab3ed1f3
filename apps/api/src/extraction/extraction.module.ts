import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { SchemasModule } from '../schemas/index.js';
import { ExtractionService } from './extraction.service.js';
import { ExtractionsController } from './http/extractions.controller.js';

@Module({
  imports: [DocumentsModule, SchemasModule],
  controllers: [ExtractionsController],
  providers: [ExtractionService],
  exports: [ExtractionService],
})
export class ExtractionModule {}
