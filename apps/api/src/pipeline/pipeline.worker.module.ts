import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { ClassificationModule } from '../classification/index.js';
import { DocumentsModule } from '../documents/index.js';
import { TriageModule } from '../triage/index.js';
import { Janitor } from './janitor.js';
import { PassMailProcessor } from './jobs/pass-mail.processor.js';
import { MailPassage } from './mail-passage.service.js';
import { ProcessorCheck } from './pipeline.service.js';

@Module({
  imports: [ScheduleModule.forRoot(), ClassificationModule, DocumentsModule, TriageModule],
  providers: [ProcessorCheck, Janitor, MailPassage, PassMailProcessor],
})
export class PipelineWorkerModule {}
