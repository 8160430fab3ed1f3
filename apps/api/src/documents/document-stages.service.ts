import type { Transaction } from '@app/database';
import { type AppError, type JsonValue, newUuid, notFound } from '@app/kernel';
import { type ClaimedJob, Outbox } from '@app/queue';
import type { PackedReading, StoredReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, DocumentsRepository } from './data/documents.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { DocumentRuns, pointerTo } from './document-runs.service.js';
import { type DocumentRecord, type Receipt, type RunDraft, type Stage, TERMINAL } from './domain/document.js';
import { MailParts } from './mail-parts.service.js';
import type { KeptResult } from './result-watch.js';
import { eventOfStage, finalStatusOf, isLastStage, progressOf, routingFacts } from './domain/stages.js';
import { type RunOfDocument, StageEffects } from './stage-effects.service.js';

/** What a stage has found out about a document. */
export interface StageOutcome {
  readonly stage: Stage;
  /** A stage that has several steps: what says that this one is done, in the place of the stage's own event. */
  readonly announce?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
  readonly change?: DocumentChange;
  /** Rows that the changed document points to. */
  readonly prepare?: (tx: Transaction) => Promise<void>;
  readonly run?: RunDraft;
  /** More rows of the room, in the same transaction. */
  readonly write?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
}

/** What one stage has found, or several in a row. */
type Outcomes = StageOutcome | readonly StageOutcome[];

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
   * Ends the stage, or several in a row: results, ledger, the document's new state and the event of it, all or nothing. Outcomes
   * that depend on what else is in the database are made in the same transaction; where there is none the job ends and nothing changes.
   */
  async finish(
    job: ClaimedJob,
    made: Outcomes | ((tx: Transaction, before: DocumentRecord) => Promise<Outcomes | null>),
  ): Promise<void> {
    await job.finish(async (tx) => {
      const before = await this.documents.lock(tx, job.subjectId);
      // Deleted meanwhile: the job goes, and nothing else remains to be written.
      if (!before) return;
      const outcomes = typeof made === 'function' ? await made(tx, before) : made;
      await this.conclude(tx, job, before, outcomes === null ? [] : 'stage' in outcomes ? [outcomes] : outcomes);
    });
  }

  private async conclude(
    tx: Transaction,
    job: ClaimedJob,
    before: DocumentRecord,
    outcomes: readonly StageOutcome[],
  ): Promise<void> {
    const { pipeline } = before.options;
    const end = outcomes.at(-1);
    if (!end) return;
    const { stage } = end;
    const last = isLastStage(pipeline, stage);
    if (!last && outcomes.every(({ run }) => costsNothing(run))) tx.commitWithoutWaiting();
    const { kept, change } = await this.keepAll(tx, before, outcomes);
    const state = stateAfter(stage, change.receipt ?? before.receipt, last);
    const progress = progressOf(pipeline, stage);
    const document = await this.documents.change(tx, job.subjectId, { ...change, ...state }, progress);
    if (!document) return;
    for (const { write } of outcomes) await write?.(tx, document);
    for (const { run } of kept) await this.effects.resulted(tx, document, run);
    if (last) await this.parts.changed(tx, document);
    tx.afterCommit(() =>
      this.effects.changed(
        document,
        kept.map(({ run }) => run),
      ),
    );
    if (end.announce) await end.announce(tx, document);
    else await this.announce(tx, document, job, eventOfStage(stage));
  }

  /** Keeps the runs of these stages, each with what those before it have found, and answers all that changes of the document. */
  private async keepAll(tx: Transaction, before: DocumentRecord, outcomes: readonly StageOutcome[]) {
    const found: RunOfDocument[] = [];
    let [document, change]: [DocumentRecord, DocumentChange] = [before, {}];
    for (const outcome of outcomes) {
      await outcome.prepare?.(tx);
      document = { ...document, ...foundIn(outcome) };
      change = { ...change, ...outcome.change };
      if (outcome.run) found.push({ document, run: { ...outcome.run, id: outcome.run.id ?? newUuid() } });
    }
    const kept = await this.runs.keepFound(tx, found);
    for (const result of kept) change = { ...change, ...resultIn(result) };
    return { kept, change };
  }

  /** Ends a job that found something new of a document which has passed its stage. The document stays where it is. */
  async renew(tx: Transaction, before: DocumentRecord, { run: found, change }: Pick<StageOutcome, 'run' | 'change'>) {
    const [kept] = found
      ? await this.runs.keepFound(tx, [{ document: before, run: { ...found, id: found.id ?? newUuid() } }])
      : [];
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
      tx.afterCommit(() => this.effects.changed(document));
      await this.announce(tx, document, job, 'document.failed');
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

  private async announce(tx: Transaction, document: DocumentRecord, job: ClaimedJob, event: string): Promise<void> {
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

/** What a stage has found belongs into its own line of the ledger already, and into those of the stages after it. */
const foundIn = ({ change }: StageOutcome): Partial<Pick<DocumentRecord, 'type' | 'receipt'>> => ({
  ...(change?.type !== undefined && { type: change.type }),
  ...(change?.receipt && { receipt: change.receipt }),
});

/** A step on the way that cost no money may be done again after a crash; what the document ends with has to last. */
const costsNothing = (run: RunDraft | undefined): boolean => Number(run?.cost ?? 0) === 0;

/** The document's state after a stage; after its last one it has ended. */
function stateAfter(stage: Stage, receipt: Receipt | null, last: boolean): DocumentChange {
  return last ? { stage, status: finalStatusOf(receipt), completed: true } : { stage, status: 'processing' };
}
