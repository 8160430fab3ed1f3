import type { ClaimedJob } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { ClassificationService } from '../classification/index.js';
import { DocumentStages, ReadingService } from '../documents/index.js';
import { IndexingService } from '../queries/index.js';
import { TriageService } from '../triage/index.js';

/**
 * All stages of an e-mail that came as JSON to be triaged, in one job and one transaction. Each stage takes some milliseconds; from
 * job to job they would take several times that of the database (docs/decisions/0023).
 */
@Injectable()
export class MailPassage {
  constructor(
    private readonly stages: DocumentStages,
    private readonly reading: ReadingService,
    private readonly classification: ClassificationService,
    private readonly triage: TriageService,
    private readonly indexing: IndexingService,
  ) {}

  async pass(job: ClaimedJob): Promise<void> {
    const { signal } = job;
    const sent = await this.stages.document(job.subjectId);
    const { outcome: read, reading, document } = await this.reading.outcomeOf(sent, signal);
    const classified = await this.classification.outcomeOf(document, reading, signal);
    const triaged = await this.triage.outcomeOf(document, reading, signal);
    const indexed = await this.indexing.outcomeOf(document, reading, signal);
    await this.stages.finish(job, async (tx, before) => {
      const mail = { ...before, ...read.change };
      return [read, classified, await triaged(tx, mail), indexed];
    });
  }
}
