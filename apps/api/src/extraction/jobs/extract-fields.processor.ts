import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { ExtractionService } from '../extraction.service.js';
import { extractFieldsJob } from './extract-fields.job.js';

@Processor(extractFieldsJob.queue)
export class ExtractFieldsProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly extraction: ExtractionService,
    private readonly stages: DocumentStages,
  ) {
    super(extractFieldsJob, runtime);
  }

  @Process({ concurrency: loopsOf(extractFieldsJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.extraction.extract(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
