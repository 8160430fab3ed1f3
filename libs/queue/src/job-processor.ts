import type { AppError } from '@app/kernel';
import { type OnModuleInit } from '@nestjs/common';
import type { ClaimedJob } from './claimed-job.js';
import type { JobDefinition } from './job-definition.js';
import { type JobHandler, JobRuntime } from './job-runtime.js';

/**
 * The base of all processors. A processor is `@Processor(job.queue)` with one method `@Process({ concurrency: loopsOf(job) }) onWakeUp`
 * that calls `wake`, and two methods that say what the work is.
 */
export abstract class JobProcessor<F> implements JobHandler<F>, OnModuleInit {
  protected constructor(
    readonly definition: JobDefinition,
    private readonly runtime: JobRuntime,
  ) {}

  onModuleInit(): void {
    this.runtime.register(this as JobHandler);
  }

  protected wake(): Promise<void> {
    return this.runtime.execute(this as JobHandler);
  }

  abstract process(job: ClaimedJob<F>): Promise<void>;
  abstract giveUp(job: ClaimedJob<F>, error: AppError, dead: boolean): Promise<void>;
}
