import { Module } from '@nestjs/common';
import { GoldenModule } from './golden.module.js';
import { EvaluateSetProcessor } from './jobs/evaluate-set.processor.js';

@Module({ imports: [GoldenModule], providers: [EvaluateSetProcessor] })
export class GoldenWorkerModule {}
