import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { ReplaysService } from '../replays.service.js';
import { type ReplayFacts, replayRunJob } from './replay-run.job.js';

@Processor(replayRunJob.queue)
export class ReplayRunProcessor extends JobProcessor<ReplayFacts> {
  constructor(
    runtime: JobRuntime,
    private readonly replays: ReplaysService,
  ) {
    super(replayRunJob, runtime);
  }

  @Process({ concurrency: loopsOf(replayRunJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob<ReplayFacts>): Promise<void> {
    return this.replays.replay(job);
  }

  /** Nothing else shows that it has failed, so it stays as a dead letter, unless its document has gone. */
  giveUp(job: ClaimedJob<ReplayFacts>, error: AppError): Promise<void> {
    const nothing = (): Promise<void> => Promise.resolve();
    return error.kind === 'not_found' ? job.finish(nothing) : job.bury(error.code, nothing);
  }
}
