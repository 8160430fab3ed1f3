import { AppError } from '@app/kernel';
import { Log } from '@app/observability';
import {
  type ClaimedJob,
  defineJob,
  EventRouter,
  JobProcessor,
  JobRuntime,
  loopsOf,
  type JobRequest,
  type OutboxEvent,
} from '@app/queue';
import { Process, Processor } from '@nestjs/bull';
import { Global, Injectable, Module } from '@nestjs/common';
import { z } from 'zod';

export const workJob = defineJob({ queue: 'testing.do-work', facts: z.object({}), maxAttempts: 3, concurrency: 4 });
export const shortJob = defineJob({ ...workJob, queue: 'testing.do-shortly', concurrency: 6, atOnce: true });

/** What the processor does with a subject; a test sets it. */
export const behaviour = new Map<string, (job: ClaimedJob) => Promise<void>>();
export const gaveUp: { subject: string; code: string; dead: boolean }[] = [];

@Injectable()
class WorkRouter extends EventRouter {
  override readonly events = ['work.wanted', 'work.short'];
  override route({ event }: OutboxEvent): readonly JobRequest[] {
    return [{ job: event === 'work.short' ? shortJob : workJob, facts: {} }];
  }
}

export const effect = (job: ClaimedJob) =>
  job.finish(
    async (tx) =>
      void (await tx.query('INSERT INTO effects (subject, attempt) VALUES ($1, $2)', [job.subjectId, job.attempt])),
  );

abstract class TestProcessor extends JobProcessor<object> {
  async process(job: ClaimedJob): Promise<void> {
    await (behaviour.get(job.subjectId) ?? effect)(job);
  }

  async giveUp(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    gaveUp.push({ subject: job.subjectId, code: error.code, dead });
    await (dead ? job.bury(error.code, async () => {}) : job.finish(async () => {}));
  }
}

@Processor(workJob.queue)
export class WorkProcessor extends TestProcessor {
  constructor(runtime: JobRuntime) {
    super(workJob, runtime);
  }

  @Process({ concurrency: loopsOf(workJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }
}

@Processor(shortJob.queue)
export class ShortProcessor extends TestProcessor {
  constructor(runtime: JobRuntime) {
    super(shortJob, runtime);
  }

  @Process({ concurrency: loopsOf(shortJob) })
  onWakeUp(): Promise<void> {
    return this.wake();
  }
}

@Global()
@Module({
  providers: [
    { provide: Log, useValue: new Log({ level: 'silent', pretty: false }) },
    { provide: EventRouter, useClass: WorkRouter },
  ],
  exports: [Log, EventRouter],
})
export class SupportModule {}
