import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { DocumentStages } from '../../documents/index.js';
import { MailFields } from '../mail/mail-fields.service.js';
import { gatherFieldsJob } from './gather-fields.job.js';

@Processor(gatherFieldsJob.queue)
export class GatherFieldsProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly mails: MailFields,
    private readonly stages: DocumentStages,
  ) {
    super(gatherFieldsJob, runtime);
  }

  @Process({ concurrency: loopsOf(gatherFieldsJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.mails.gather(job);
  }

  giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    return this.stages.fail(job, error, dead);
  }
}
