import { Module } from '@nestjs/common';
import { DocumentsModule } from './documents.module.js';
import { ReadChildProcessor, ReadDocumentProcessor } from './jobs/read-document.processor.js';

@Module({ imports: [DocumentsModule], providers: [ReadDocumentProcessor, ReadChildProcessor] })
export class DocumentsWorkerModule {}
