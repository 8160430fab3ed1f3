import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, type WakeUp } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../document-stages.service.js';
import { ReadingService } from '../reading.service.js';
import { readDocumentJob } from './read-document.job.js';

@Processor(readDocumentJob.queue)
export class ReadDocumentProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly reading: ReadingService,
    private readonly stages: DocumentStages,
  ) {
    super(readDocumentJob, runtime);
  }

  @Process({ concurrency: readDocumentJob.concurrency })
  onWakeUp(call: { data: WakeUp }): Promise<void> {
    return this.wake(call);
  }

  process(job: ClaimedJob): Promise<void> {
    return this.reading.read(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
