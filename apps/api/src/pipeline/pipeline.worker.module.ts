import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Janitor } from './janitor.js';
import { ProcessorCheck } from './pipeline.service.js';

@Module({ imports: [ScheduleModule.forRoot()], providers: [ProcessorCheck, Janitor] })
export class PipelineWorkerModule {}
