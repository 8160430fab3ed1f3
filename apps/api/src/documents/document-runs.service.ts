import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, DocumentsRepository } from './data/documents.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { notReady, staleRun } from './documents.errors.js';
import { type DocumentRecord, type Run, type RunDraft, type RunKind, TERMINAL } from './domain/document.js';
import { MailParts } from './mail-parts.service.js';
import { StageEffects } from './stage-effects.service.js';

/** What goes with a change of the run that is a document's result. */
export interface RunChange {
  /** The run that must be the document's result of the kind until now; `stale_run` where another one is. */
  readonly replaces?: string | null;
  readonly change?: Pick<DocumentChange, 'industry' | 'type'>;
  /** More rows of the room, in the same transaction. */
  readonly write?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
}

const POINTERS = { classify: 'classifyRun', extract: 'extractRun', triage: 'triageRun' } as const;

const hasPointer = (kind: RunKind): kind is keyof typeof POINTERS => kind in POINTERS;

/** Which of the document's results a run is, where it is one. */
export const pointerTo = (kind: RunKind, id: string | undefined): DocumentChange =>
  hasPointer(kind) ? { [POINTERS[kind]]: id } : {};

/** Runs of documents, and which of them are their results. Runs themselves are never changed. */
@Injectable()
export class DocumentRuns {
  constructor(
    private readonly database: TenantDatabase,
    private readonly documents: DocumentsRepository,
    private readonly runs: RunsRepository,
    private readonly effects: StageEffects,
    private readonly parts: MailParts,
  ) {}

  /** Throws `not_found`. */
  async get(id: string, tx?: Transaction): Promise<Run> {
    const run = await this.runs.find(id, tx);
    if (!run) throw notFound();
    return run;
  }

  /** Keeps a run and writes its line of the ledger. */
  async keep(tx: Transaction, document: DocumentRecord, draft: RunDraft): Promise<string> {
    const id = draft.id ?? newUuid();
    await this.runs.insert(tx, document.id, { ...draft, id });
    await this.effects.charge(tx, document, { ...draft, id });
    return id;
  }

  /**
   * Adds a run outside of the pipeline; it is the document's result from then on. All or nothing, and one at a time a document.
   * Throws `not_found`, `document_not_ready` while the document is under way, `stale_run`.
   */
  append(documentId: string, draft: RunDraft, change: RunChange = {}): Promise<DocumentRecord> {
    return this.database.transaction(async (tx) => {
      const document = await this.locked(tx, documentId, draft.kind, change);
      // The ledger names who has caused a run, and that is not always who sent the document.
      const causedBy = { ...document, ...change.change, createdBy: tenantContext().userId };
      return this.point(tx, document, draft.kind, await this.keep(tx, causedBy, draft), change);
    });
  }

  /** Makes a run of the document its result again, or instead. Throws as `append`. */
  select(documentId: string, runId: string, change: RunChange = {}): Promise<DocumentRecord> {
    return this.database.transaction(async (tx) => {
      const run = await this.get(runId, tx);
      if (run.documentId !== documentId) throw notFound();
      const document = await this.locked(tx, documentId, run.kind, change);
      return this.point(tx, document, run.kind, runId, change);
    });
  }

  private async locked(tx: Transaction, id: string, kind: RunKind, { replaces }: RunChange): Promise<DocumentRecord> {
    const document = await this.documents.lock(tx, id);
    if (!document) throw notFound();
    if (!TERMINAL.has(document.status)) throw notReady();
    if (replaces !== undefined && kind !== 'read' && document.runs[kind] !== replaces) throw staleRun();
    return document;
  }

  private async point(
    tx: Transaction,
    { id }: DocumentRecord,
    kind: RunKind,
    runId: string,
    { change, write }: RunChange,
  ): Promise<DocumentRecord> {
    const document = await this.documents.change(tx, id, { ...change, ...pointerTo(kind, runId) }, 1);
    if (!document) throw notFound();
    await write?.(tx, document);
    if (kind === 'extract') await this.parts.changed(tx, document);
    tx.afterCommit(() => this.effects.changed(document));
    return document;
  }
}
