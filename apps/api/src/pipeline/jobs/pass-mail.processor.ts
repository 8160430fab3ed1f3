import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { MailPassage } from '../mail-passage.service.js';
import { passMailJob } from './pass-mail.job.js';

@Processor(passMailJob.queue)
export class PassMailProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly passage: MailPassage,
    private readonly stages: DocumentStages,
  ) {
    super(passMailJob, runtime);
  }

  @Process({ concurrency: loopsOf(passMailJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.passage.pass(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
