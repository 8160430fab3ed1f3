import { Module } from '@nestjs/common';
import { EraseSubjectProcessor } from './jobs/erase-subject.processor.js';
import { LifecycleTurns } from './lifecycle-turns.service.js';

@Module({ providers: [EraseSubjectProcessor, LifecycleTurns] })
export class LifecycleWorkerModule {}
