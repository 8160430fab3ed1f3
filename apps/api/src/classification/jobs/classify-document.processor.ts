import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { ClassificationService } from '../classification.service.js';
import { classifyDocumentJob } from './classify-document.job.js';

@Processor(classifyDocumentJob.queue)
export class ClassifyDocumentProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly classification: ClassificationService,
    private readonly stages: DocumentStages,
  ) {
    super(classifyDocumentJob, runtime);
  }

  @Process({ concurrency: loopsOf(classifyDocumentJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.classification.classify(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
