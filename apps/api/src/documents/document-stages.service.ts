import { TenantDatabase, type Transaction } from '@app/database';
import { type AppError, newUuid, notFound } from '@app/kernel';
import { LiveChannel } from '@app/cache';
import { type ClaimedJob, Outbox } from '@app/queue';
import type { StoredReading } from '@app/reading';
import { UsageRecorder } from '@app/llm';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, DocumentsRepository } from './data/documents.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { type DocumentRecord, endOf, type RunDraft, type Stage, TERMINAL } from './domain/document.js';
import { eventOfStage, finalStatusOf, isLastStage, progressOf, routingFacts } from './domain/stages.js';

/** What a stage has found out about a document. */
export interface StageOutcome {
  readonly stage: Stage;
  readonly change?: DocumentChange;
  readonly run?: RunDraft;
  /** More rows of the room, in the same transaction. */
  readonly write?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
}

/** What a stage causes outside of the documents' own tables. */
@Injectable()
export class StageEffects {
  constructor(
    private readonly live: LiveChannel,
    private readonly usage: UsageRecorder,
  ) {}

  changed(document: Pick<DocumentRecord, 'id' | 'status'>): void {
    this.live.publish(document.id);
    if (TERMINAL.has(document.status)) this.live.publish(endOf(document.id));
  }

  async charge(tx: Transaction, document: DocumentRecord, run: RunDraft & { readonly id: string }): Promise<void> {
    const result = run.result as { pages?: number; fillRate?: number } | null;
    await this.usage.record(tx, {
      id: run.id,
      documentId: document.id,
      userId: document.createdBy,
      purpose: run.kind,
      documentType: document.type,
      engine: run.engine,
      provider: null,
      model: run.model ?? null,
      pages: pagesOf(run.kind, result?.pages ?? document.receipt?.pages.total),
      fillRate: run.kind === 'extract' ? (result?.fillRate ?? null) : null,
      tokensIn: run.tokensIn ?? 0,
      tokensOut: run.tokensOut ?? 0,
      cost: run.cost ?? '0',
      cacheHit: run.cacheHit ?? false,
      durationMs: Math.round(run.durationMs),
    });
  }
}

/** What rooms use to do a stage of a document: look at it, write down what it gave, or that it cannot be done. */
@Injectable()
export class DocumentStages {
  constructor(
    private readonly database: TenantDatabase,
    private readonly documents: DocumentsRepository,
    private readonly readings: ReadingsRepository,
    private readonly runs: RunsRepository,
    private readonly outbox: Outbox,
    private readonly effects: StageEffects,
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

  /** The children as they stand now, with their text where they have one. */
  async childTexts(
    document: DocumentRecord,
  ): Promise<{ id: string; filename: string; mediaType: string; role: string | null; text: string }[]> {
    const children = await this.documents.children(document.id);
    const result = [];
    for (const child of children) {
      const text = child.readingId === null ? '' : ((await this.readings.text(child.readingId)) ?? '');
      result.push({ id: child.id, filename: child.filename, mediaType: child.mediaType, role: child.role, text });
    }
    return result;
  }

  /**
   * Ends the stage: results, ledger, the document's new state and the event of it, all or nothing. An outcome that depends on
   * what else is in the database is made in the same transaction.
   */
  async finish(job: ClaimedJob, made: StageOutcome | ((tx: Transaction) => Promise<StageOutcome>)): Promise<void> {
    await job.finish(async (tx) => {
      const before = await this.documents.find(job.subjectId, tx);
      // Deleted meanwhile: the job goes, and nothing else remains to be written.
      if (!before) return;
      const outcome = typeof made === 'function' ? await made(tx) : made;
      const runId = outcome.run && (await this.keepRun(tx, { ...before, ...typeIn(outcome) }, outcome.run));
      const last = isLastStage(before.options.pipeline, outcome.stage);
      if (!last && costsNothing(outcome.run)) await tx.commitWithoutWaiting();
      const document = await this.documents.change(
        tx,
        job.subjectId,
        { ...changeOf(outcome, before, last), ...runPointer(outcome.run, runId) },
        progressOf(before.options.pipeline, outcome.stage),
      );
      if (!document) return;
      await outcome.write?.(tx, document);
      await this.announce(tx, job, document, eventOfStage(outcome.stage));
    });
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
      if (document) await this.announce(tx, job, document, 'document.failed');
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

  private async keepRun(tx: Transaction, document: DocumentRecord, draft: RunDraft): Promise<string> {
    const id = draft.id ?? newUuid();
    await this.runs.insert(tx, document.id, { ...draft, id });
    await this.effects.charge(tx, document, { ...draft, id });
    return id;
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

/** The ledger counts pages where a document is read, and for its type where that is found. */
const pagesOf = (kind: RunDraft['kind'], pages: number | undefined): number =>
  kind === 'read' || kind === 'classify' ? Number(pages ?? 0) : 0;

/** The type that the stage has found belongs into its own line of the ledger already. */
const typeIn = ({ change }: StageOutcome) => (change?.type === undefined ? {} : { type: change.type });

/** A step on the way that cost no money may be done again after a crash; what the document ends with has to last. */
const costsNothing = (run: RunDraft | undefined): boolean => Number(run?.cost ?? 0) === 0;

/** The document's state after a stage; after its last one it has ended. */
function changeOf({ stage, change }: StageOutcome, before: DocumentRecord, last: boolean): DocumentChange {
  if (!last) return { ...change, stage, status: 'processing' };
  return { ...change, stage, status: finalStatusOf(change?.receipt ?? before.receipt), completed: true };
}

/** Which of the document's results a run is, where it is one. */
function runPointer(run: RunDraft | undefined, id: string | undefined): DocumentChange {
  if (run?.kind === 'classify') return { classifyRun: id };
  if (run?.kind === 'extract') return { extractRun: id };
  return run?.kind === 'triage' ? { triageRun: id } : {};
}
