import { Module } from '@nestjs/common';
import { EraseSubjectProcessor } from './jobs/erase-subject.processor.js';
import { ExportSubjectProcessor } from './jobs/export-subject.processor.js';
import { LifecycleTurns } from './lifecycle-turns.service.js';
import { Leftovers, LifecycleWorks } from './lifecycle-works.service.js';

@Module({ providers: [EraseSubjectProcessor, ExportSubjectProcessor, Leftovers, LifecycleTurns, LifecycleWorks] })
export class LifecycleWorkerModule {}
