import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { AppError, isAppError, newUuid, publicId } from '@app/kernel';
import { type ClaimedJob, Outbox } from '@app/queue';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { DocumentRuns, DocumentsService } from '../documents/index.js';
import type { ReplayFacts } from './jobs/replay-run.job.js';
import { notReplayable, ReplayReader } from './replay-reader.service.js';

/** The subject under which the end of a replay is told to those who wait. */
const replayOf = (runId: string): string => `replay:${runId}`;

/** Work that is asked for once more. */
export interface Replay {
  /** Of the run that comes of it; there is no such run before. */
  readonly runId: string;
  readonly documentId: string;
}

/** Reads documents once more, as an earlier run did: by the same version of the schema. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
    private readonly live: LiveChannel,
    private readonly documents: DocumentsService,
    private readonly runs: DocumentRuns,
    private readonly reader: ReplayReader,
  ) {}

  /** Asks for it. Throws `not_found`, `run_not_replayable`, `document_not_ready`. */
  async request(id: string, traceparent: string): Promise<Replay> {
    const run = await this.runs.get(id);
    await this.reader.schemaOf(run);
    const { priority, completedAt, email } = await this.documents.get(run.documentId);
    if (email !== null)
      throw notReplayable('The fields of an e-mail come from what it carries too; reprocess the document instead.');
    if (completedAt === null)
      throw new AppError('document_not_ready', 'conflict', { detail: 'The document is still being processed.' });
    const facts = { runId: id, replayId: newUuid(), userId: tenantContext().userId };
    await this.database.transaction((tx) =>
      this.outbox.append(tx, {
        event: 'run.replay-requested',
        subjectId: run.documentId,
        facts,
        priority,
        traceparent,
      }),
    );
    return { runId: facts.replayId, documentId: run.documentId };
  }

  /** Does the replay of a claimed job. Its run is kept; the document's result stays the one that it is. */
  async replay(job: ClaimedJob<ReplayFacts>): Promise<void> {
    const { runId, replayId, userId } = job.facts;
    const [source, document] = [await this.runs.get(runId), await this.documents.get(job.subjectId)];
    const draft = await this.reader.read(source, document, { runId: replayId, signal: job.signal });
    await job.finish(async (tx) => {
      await this.runs.keep(tx, { ...document, createdBy: userId }, draft);
      tx.afterCommit(() => this.live.publish(replayOf(replayId)));
    });
  }

  /** Whether the run of a replay is there, as soon as it is or after `seconds`. */
  waitFor({ runId }: Replay, seconds: number): Promise<boolean> {
    const isThere = (): Promise<boolean> =>
      this.runs.get(runId).then(
        () => true,
        (error: unknown) => {
          if (isAppError(error) && error.kind === 'not_found') return false;
          throw error;
        },
      );
    return this.live.seen(replayOf(runId), seconds, isThere, (there) => there);
  }
}

/** A replay as the API answers it. */
export const replayView = ({ runId, documentId }: Replay, done: boolean) => ({
  runId: publicId('run', runId),
  documentId: publicId('document', documentId),
  status: done ? ('done' as const) : ('queued' as const),
});
