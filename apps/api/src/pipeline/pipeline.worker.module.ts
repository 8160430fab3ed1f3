import { Module } from '@nestjs/common';
import { ProcessorCheck } from './pipeline.service.js';

@Module({ providers: [ProcessorCheck] })
export class PipelineWorkerModule {}
