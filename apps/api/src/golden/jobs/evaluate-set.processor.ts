import type { AppError } from '@app/kernel';
import { type ClaimedJob, JobProcessor, JobRuntime, loopsOf } from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { EvaluationRunner } from '../evaluation-runner.service.js';
import { evaluateSetJob } from './evaluate-set.job.js';

@Processor(evaluateSetJob.queue)
export class EvaluateSetProcessor extends JobProcessor<Record<string, never>> {
  constructor(
    runtime: JobRuntime,
    private readonly runner: EvaluationRunner,
  ) {
    super(evaluateSetJob, runtime);
  }

  @Process({ concurrency: loopsOf(evaluateSetJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }

  process(job: ClaimedJob): Promise<void> {
    return this.runner.run(job);
  }

  giveUp(job: ClaimedJob, error: AppError): Promise<void> {
    return this.runner.fail(job, error);
  }
}
