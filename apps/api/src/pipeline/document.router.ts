import { AppError } from '@app/kernel';
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
    return jobs.map((job) => ({ job, facts: {} }));
  }
}
