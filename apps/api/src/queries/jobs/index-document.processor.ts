import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { IndexingService } from '../indexing.service.js';
import { indexDocumentJob } from './index-document.job.js';

@Processor(indexDocumentJob.queue)
export class IndexDocumentProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly indexing: IndexingService,
    private readonly stages: DocumentStages,
  ) {
    super(indexDocumentJob, runtime);
  }

  @Process({ concurrency: loopsOf(indexDocumentJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.indexing.index(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
