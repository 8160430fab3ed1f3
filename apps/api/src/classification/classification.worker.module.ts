import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { ClassificationModule } from './classification.module.js';
import { ClassifyDocumentProcessor } from './jobs/classify-document.processor.js';

@Module({ imports: [DocumentsModule, ClassificationModule], providers: [ClassifyDocumentProcessor] })
export class ClassificationWorkerModule {}
