import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { SubjectErasure } from '../subject-erasure.service.js';
import { eraseSubjectJob } from './erase-subject.job.js';

@Processor(eraseSubjectJob.queue)
export class EraseSubjectProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly erasure: SubjectErasure,
  ) {
    super(eraseSubjectJob, runtime);
  }

  @Process({ concurrency: loopsOf(eraseSubjectJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.erasure.run(job);
  }

  giveUp(job: ClaimedJob, error: AppError): Promise<void> {
    return this.erasure.fail(job, error);
  }
}
