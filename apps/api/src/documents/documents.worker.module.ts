import { Module } from '@nestjs/common';
import { DocumentsModule } from './documents.module.js';
import { ReadDocumentProcessor } from './jobs/read-document.processor.js';

@Module({ imports: [DocumentsModule], providers: [ReadDocumentProcessor] })
export class DocumentsWorkerModule {}
