import type { AppError } from '@app/kernel';
import { type ClaimedJob, type JobDefinition, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../document-stages.service.js';
import { ReadingService } from '../reading.service.js';
import { readChildJob, readDocumentJob } from './read-document.job.js';

abstract class ReadingProcessor extends JobProcessor<Record<string, never>> {
  protected constructor(
    definition: JobDefinition,
    runtime: JobRuntime,
    private readonly reading: ReadingService,
    private readonly stages: DocumentStages,
  ) {
    super(definition, runtime);
  }

  process(job: ClaimedJob): Promise<void> {
    return this.reading.read(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}

@Processor(readDocumentJob.queue)
export class ReadDocumentProcessor extends ReadingProcessor {
  constructor(runtime: JobRuntime, reading: ReadingService, stages: DocumentStages) {
    super(readDocumentJob, runtime, reading, stages);
  }

  @Process({ concurrency: loopsOf(readDocumentJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }
}

@Processor(readChildJob.queue)
export class ReadChildProcessor extends ReadingProcessor {
  constructor(runtime: JobRuntime, reading: ReadingService, stages: DocumentStages) {
    super(readChildJob, runtime, reading, stages);
  }

  @Process({ concurrency: loopsOf(readChildJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }
}
