import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { TriageService } from '../triage.service.js';
import { triageEmailJob } from './triage-email.job.js';

@Processor(triageEmailJob.queue)
export class TriageEmailProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly triage: TriageService,
    private readonly stages: DocumentStages,
  ) {
    super(triageEmailJob, runtime);
  }

  @Process({ concurrency: loopsOf(triageEmailJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.triage.triageEmail(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
