import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { ExtractionModule } from './extraction.module.js';
import { ExtractFieldsProcessor } from './jobs/extract-fields.processor.js';
import { GatherFieldsProcessor } from './jobs/gather-fields.processor.js';
import { ReplayRunProcessor } from './jobs/replay-run.processor.js';

@Module({
  imports: [DocumentsModule, ExtractionModule],
  providers: [ExtractFieldsProcessor, GatherFieldsProcessor, ReplayRunProcessor],
})
export class ExtractionWorkerModule {}
