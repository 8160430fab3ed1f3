import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { SubjectExports } from '../subject-export.service.js';
import { exportSubjectJob } from './export-subject.job.js';

@Processor(exportSubjectJob.queue)
export class ExportSubjectProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly exports: SubjectExports,
  ) {
    super(exportSubjectJob, runtime);
  }

  @Process({ concurrency: loopsOf(exportSubjectJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.exports.run(job);
  }

  giveUp(job: ClaimedJob, error: AppError): Promise<void> {
    return this.exports.fail(job, error);
  }
}
