import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { SettingsChanges } from '../settings-changes.service.js';
import { judgeAnewJob, type JudgeFacts } from './judge-anew.job.js';

@Processor(judgeAnewJob.queue)
export class JudgeAnewProcessor extends JobProcessor<JudgeFacts> {
  constructor(
    runtime: JobRuntime,
    private readonly changes: SettingsChanges,
  ) {
    super(judgeAnewJob, runtime);
  }

  @Process({ concurrency: loopsOf(judgeAnewJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob<JudgeFacts>): Promise<void> {
    return this.changes.step(job);
  }

  /** A queue that was judged in part only has to be seen: it stays as a dead letter, and goes on where it is replayed. */
  giveUp(job: ClaimedJob<JudgeFacts>, error: AppError): Promise<void> {
    return job.bury(error.code, () => Promise.resolve());
  }
}
