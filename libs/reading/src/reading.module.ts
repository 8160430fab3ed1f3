import { Module } from '@nestjs/common';
import { DocumentReader } from './document-reader.service.js';

/** Provides `DocumentReader`. The configuration part `readingConfig` must be loaded (ConfigModule.forRoot). */
@Module({ providers: [DocumentReader], exports: [DocumentReader] })
export class ReadingModule {}
