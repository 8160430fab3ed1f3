import type { Transaction } from '@app/database';
import { type AppError, type JsonValue, notFound } from '@app/kernel';
import { type ClaimedJob, Outbox } from '@app/queue';
import type { PackedReading, StoredReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, DocumentsRepository } from './data/documents.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { DocumentRuns, pointerTo } from './document-runs.service.js';
import { type DocumentRecord, type RunDraft, type Stage, TERMINAL } from './domain/document.js';
import { MailParts } from './mail-parts.service.js';
import type { KeptResult } from './result-watch.js';
import { eventOfStage, finalStatusOf, isLastStage, progressOf, routingFacts } from './domain/stages.js';
import { StageEffects } from './stage-effects.service.js';

/** What a stage has found out about a document. */
export interface StageOutcome {
  readonly stage: Stage;
  /** A stage that has several steps: what says that this one is done, in the place of the stage's own event. */
  readonly announce?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
  readonly change?: DocumentChange;
  readonly run?: RunDraft;
  /** More rows of the room, in the same transaction. */
  readonly write?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
}

/** What rooms use to do a stage of a document: look at it, write down what it gave, or that it cannot be done. */
@Injectable()
export class DocumentStages {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly readings: ReadingsRepository,
    private readonly runs: DocumentRuns,
    private readonly outbox: Outbox,
    private readonly effects: StageEffects,
    private readonly parts: MailParts,
  ) {}

  async document(id: string): Promise<DocumentRecord> {
    const document = await this.documents.find(id);
    if (!document) throw notFound();
    return document;
  }

  /** Text and layout; an empty reading for a document that has none. */
  async reading(document: DocumentRecord): Promise<StoredReading> {
    const reading = document.readingId === null ? null : await this.readings.find(document.readingId);
    if (!reading) throw notFound();
    return reading;
  }

  /** The same as it is kept, for threads that unpack it themselves. */
  async packedReading(document: DocumentRecord): Promise<PackedReading> {
    const packed = document.readingId === null ? null : await this.readings.packed(document.readingId);
    if (!packed) throw notFound();
    return packed;
  }

  /** The files inside a document as they stand now. */
  children(document: DocumentRecord): Promise<readonly DocumentRecord[]> {
    return this.documents.children(document.id);
  }

  /** What a run has found; null for none. Throws `not_found`. */
  async resultOf(runId: string | null): Promise<JsonValue> {
    return runId === null ? null : (await this.runs.get(runId)).result;
  }

  /**
   * Ends the stage: results, ledger, the document's new state and the event of it, all or nothing. An outcome that depends on
   * what else is in the database is made in the same transaction; where it is null the job ends and nothing changes.
   */
  async finish(
    job: ClaimedJob,
    made: StageOutcome | ((tx: Transaction, before: DocumentRecord) => Promise<StageOutcome | null>),
  ): Promise<void> {
    await job.finish(async (tx) => {
      const before = await this.documents.lock(tx, job.subjectId);
      // Deleted meanwhile: the job goes, and nothing else remains to be written.
      if (!before) return;
      const outcome = typeof made === 'function' ? await made(tx, before) : made;
      if (!outcome) return;
      const kept = outcome.run && (await this.runs.keepFound(tx, { ...before, ...typeIn(outcome) }, outcome.run));
      const last = isLastStage(before.options.pipeline, outcome.stage);
      if (!last && costsNothing(outcome.run)) tx.commitWithoutWaiting();
      const document = await this.documents.change(
        tx,
        job.subjectId,
        { ...changeOf(outcome, before, last), ...resultIn(kept) },
        progressOf(before.options.pipeline, outcome.stage),
      );
      if (!document) return;
      await outcome.write?.(tx, document);
      await this.effects.resulted(tx, document, kept?.run);
      if (last) await this.parts.changed(tx, document);
      if (!outcome.announce) return this.announce(tx, job, document, eventOfStage(outcome.stage));
      tx.afterCommit(() => this.effects.changed(document));
      await outcome.announce(tx, document);
    });
  }

  /** Ends a job that found something new of a document which has passed its stage. The document stays where it is. */
  async renew(tx: Transaction, before: DocumentRecord, { run: found, change }: Pick<StageOutcome, 'run' | 'change'>) {
    const kept = found && (await this.runs.keepFound(tx, before, found));
    const status = TERMINAL.has(before.status) ? finalStatusOf(change?.receipt ?? before.receipt) : before.status;
    const progress = progressOf(before.options.pipeline, before.stage);
    const document = await this.documents.change(tx, before.id, { ...change, ...resultIn(kept), status }, progress);
    if (!document) return;
    tx.afterCommit(() => this.effects.changed(document));
    await this.effects.resulted(tx, document, kept?.run);
    await this.parts.changed(tx, document);
  }

  /** Marks the document as failed. With `dead` the job stays as a dead letter. */
  async fail(job: ClaimedJob, error: AppError, dead: boolean): Promise<void> {
    const write = async (tx: Transaction): Promise<void> => {
      const detail = error.kind === 'bug' ? 'The document could not be processed.' : (error.detail ?? error.code);
      const document = await this.documents.change(
        tx,
        job.subjectId,
        { status: 'failed', error: { code: error.code, detail }, completed: true },
        1,
        ['cancelled'],
      );
      if (!document) return;
      await this.parts.changed(tx, document);
      await this.announce(tx, job, document, 'document.failed');
    };
    await (dead ? job.bury(error.code, write) : job.finish(write));
  }

  /** A dead job was replayed: its document is under way again. */
  async resume(tx: Transaction, documentId: string): Promise<void> {
    const document = await this.documents.change(
      tx,
      documentId,
      { status: 'processing', error: null, completed: false },
      0,
      ['cancelled'],
    );
    if (document) tx.afterCommit(() => this.effects.changed(document));
  }

  private async announce(tx: Transaction, job: ClaimedJob, document: DocumentRecord, event: string): Promise<void> {
    tx.afterCommit(() => this.effects.changed(document));
    await this.outbox.append(tx, {
      event,
      subjectId: document.id,
      facts: routingFacts(document),
      priority: document.priority,
      traceparent: job.traceparent,
    });
  }
}

/** What a new result changes of its document. */
const resultIn = (kept: KeptResult | undefined): DocumentChange =>
  kept ? { ...kept.change, ...pointerTo(kept.run.kind, kept.run.id) } : {};

/** The type that the stage has found belongs into its own line of the ledger already. */
const typeIn = ({ change }: StageOutcome) => (change?.type === undefined ? {} : { type: change.type });

/** A step on the way that cost no money may be done again after a crash; what the document ends with has to last. */
const costsNothing = (run: RunDraft | undefined): boolean => Number(run?.cost ?? 0) === 0;

/** The document's state after a stage; after its last one it has ended. */
function changeOf({ stage, change }: StageOutcome, before: DocumentRecord, last: boolean): DocumentChange {
  if (!last) return { ...change, stage, status: 'processing' };
  return { ...change, stage, status: finalStatusOf(change?.receipt ?? before.receipt), completed: true };
}
