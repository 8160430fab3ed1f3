import { AppError } from '@app/kernel';
import { DeadLetters, JobRuntime } from '@app/queue';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DocumentStages } from '../documents/index.js';
import { replayRunJob } from '../extraction/index.js';
import { eraseSubjectJob } from '../lifecycle/index.js';
import { judgeAnewJob } from '../reviews/index.js';
import { DOCUMENT_JOBS } from './document-pipeline.js';

const WITHOUT_DOCUMENT: ReadonlySet<string> = new Set([judgeAnewJob.queue, eraseSubjectJob.queue]);

/** Dead letters of documents, and the second chance that a person gives them. */
@Injectable()
export class PipelineService {
  constructor(
    private readonly deadLetters: DeadLetters,
    private readonly stages: DocumentStages,
  ) {}

  /** `documentId` is null for work that is about no document. */
  async list(limit: number, before: string | null) {
    const letters = await this.deadLetters.list(limit, before);
    return letters.map((letter) => ({
      ...letter,
      documentId: WITHOUT_DOCUMENT.has(letter.queue) ? null : letter.documentId,
    }));
  }

  replay(jobId: string): Promise<void> {
    return this.deadLetters.replay(jobId, async (tx, documentId, queue) => {
      // Reading a document once more changes nothing of it.
      if (queue !== replayRunJob.queue) await this.stages.resume(tx, documentId);
    });
  }
}

/** A worker that lacks a processor for a job of the pipeline must not start: its jobs would wait for ever. */
@Injectable()
export class ProcessorCheck implements OnApplicationBootstrap {
  constructor(private readonly runtime: JobRuntime) {}

  onApplicationBootstrap(): void {
    const known = new Set(this.runtime.queues);
    const missing = DOCUMENT_JOBS.map(({ queue }) => queue).filter((queue) => !known.has(queue));
    if (missing.length > 0)
      throw new AppError('missing_processor', 'bug', { detail: `No processor for ${missing.join(', ')}.` });
  }
}
