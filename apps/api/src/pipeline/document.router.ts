import { AppError, type JsonObject } from '@app/kernel';
import { EventRouter, type JobRequest, type OutboxEvent } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { DOCUMENT_PIPELINE, nextJobs } from './document-pipeline.js';

@Injectable()
export class DocumentRouter extends EventRouter {
  override readonly events = Object.keys(DOCUMENT_PIPELINE);

  override route(event: OutboxEvent): readonly JobRequest[] {
    const jobs = nextJobs(event);
    if (jobs === null)
      throw new AppError('unknown_event', 'bug', { detail: `No line of the pipeline is about ${event.event}.` });
    // A job takes of the event's facts what it names; without them it fails where that can be seen.
    return jobs.map((job) => ({ job, facts: (job.facts.safeParse(event.facts).data ?? {}) as JsonObject }));
  }
}
