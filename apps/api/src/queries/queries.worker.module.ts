import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { IndexDocumentProcessor } from './jobs/index-document.processor.js';
import { QueriesModule } from './queries.module.js';

@Module({ imports: [DocumentsModule, QueriesModule], providers: [IndexDocumentProcessor] })
export class QueriesWorkerModule {}
