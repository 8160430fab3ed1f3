import { type ClaimedJob, Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import type { JudgeFacts } from './jobs/judge-anew.job.js';
import { ReviewQueue } from './review-queue.service.js';
import { SETTINGS_CHANGED } from './settings-watch.service.js';

/** Documents that one step judges: some tens of milliseconds of the database, and as long as their rows are locked. */
const STEP = 100;

/** Judges the queue of a tenant by its new settings, step by step. */
@Injectable()
export class SettingsChanges {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly outbox: Outbox,
  ) {}

  /** One step and the call for the next, all or nothing: after a crash this step is done again, and none before it. */
  async step(job: ClaimedJob<JudgeFacts>): Promise<void> {
    const { facts, subjectId, priority, traceparent } = job;
    if (facts.after === null) await this.queue.settle();
    await job.finish(async (tx) => {
      const after = await this.queue.judgeNext(tx, facts.after, STEP);
      if (after === null) return;
      await this.outbox.append(tx, { event: SETTINGS_CHANGED, subjectId, facts: { after }, priority, traceparent });
    });
  }
}
