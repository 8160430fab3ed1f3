import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { TriageEmailProcessor } from './jobs/triage-email.processor.js';
import { TriageModule } from './triage.module.js';

@Module({ imports: [DocumentsModule, TriageModule], providers: [TriageEmailProcessor] })
export class TriageWorkerModule {}
