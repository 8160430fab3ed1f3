import { TenantDatabase, type Transaction } from '@app/database';
import { newUuid, notFound } from '@app/kernel';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, DocumentsRepository } from './data/documents.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { notReady, staleRun } from './documents.errors.js';
import { type DocumentRecord, type Run, type RunDraft, type RunKind, TERMINAL } from './domain/document.js';
import { MailParts } from './mail-parts.service.js';
import type { KeptResult } from './result-watch.js';
import { type RunOfDocument, StageEffects } from './stage-effects.service.js';

/** What becomes of a document's results, in one transaction. */
export interface ResultChange {
  /** New runs, each the document's result of its kind from then on. */
  readonly add?: readonly RunDraft[];
  /** Runs of the document that become its results again, or instead. */
  readonly select?: readonly string[];
  readonly change?: Pick<DocumentChange, 'industry' | 'type' | 'split'>;
  /** More rows of the room. */
  readonly write?: (tx: Transaction, document: DocumentRecord) => Promise<void>;
}

/** What goes with a change of one run. */
export interface RunChange extends Pick<ResultChange, 'change' | 'write'> {
  /** The run that must be the document's result of the kind until now; `stale_run` where another one is. */
  readonly replaces?: string | null;
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
    const run = { ...draft, id: draft.id ?? newUuid() };
    await this.keepAll(tx, [{ document, run }]);
    return run.id;
  }

  /**
   * Keeps what stages have found of one document. For each the run that is the document's result with it: this one, or one with
   * people's words in it.
   */
  async keepFound(tx: Transaction, found: readonly RunOfDocument[]): Promise<KeptResult[]> {
    await this.keepAll(tx, found);
    const results: KeptResult[] = [];
    for (const { document, run } of found) {
      const kept = await this.effects.kept(tx, document, run);
      if (kept) await this.keep(tx, { ...document, ...kept.change }, kept.run);
      results.push(kept ?? { run, change: {} });
    }
    return results;
  }

  private async keepAll(tx: Transaction, work: readonly RunOfDocument[]): Promise<void> {
    const [first] = work;
    if (!first) return;
    const runs = work.map(({ run }) => run);
    await this.runs.insert(tx, first.document.id, runs);
    await this.effects.charge(tx, work);
  }

  /**
   * Changes the results of a document outside of the pipeline. All or nothing, and one at a time a document. Throws `not_found`,
   * and `document_not_ready` while the document is under way.
   */
  alter(
    documentId: string,
    made: (document: DocumentRecord, tx: Transaction) => ResultChange | Promise<ResultChange>,
  ): Promise<DocumentRecord> {
    return this.database.transaction(async (tx) => {
      const before = await this.documents.lock(tx, documentId);
      if (!before) throw notFound();
      if (!TERMINAL.has(before.status)) throw notReady();
      const { add = [], select = [], change, write } = await made(before, tx);
      const results: Pick<Run, 'id' | 'kind' | 'engine' | 'result'>[] = [];
      for (const draft of add) {
        // The ledger names who has caused a run, and that is not always who sent the document.
        const causedBy = { ...before, ...change, createdBy: tenantContext().userId };
        results.push({ ...draft, id: await this.keep(tx, causedBy, draft) });
      }
      for (const id of select) {
        const run = await this.get(id, tx);
        if (run.documentId !== documentId) throw notFound();
        results.push(run);
      }
      const pointers = results.map(({ kind, id }) => pointerTo(kind, id));
      const document = await this.documents.change(tx, documentId, Object.assign({ ...change }, ...pointers), 1);
      if (!document) throw notFound();
      await this.effects.altered(tx, document, results);
      await write?.(tx, document);
      if (results.some(({ kind }) => kind === 'extract')) await this.parts.changed(tx, document);
      tx.afterCommit(() => this.effects.changed(document));
      return document;
    });
  }

  /** Adds a run that is the document's result from then on. Throws as `alter`, and `stale_run`. */
  append(documentId: string, draft: RunDraft, { replaces, ...change }: RunChange = {}): Promise<DocumentRecord> {
    return this.alter(documentId, (document) => {
      requireCurrent(document, draft.kind, replaces);
      return { ...change, add: [draft] };
    });
  }

  /** Makes a run of the document its result again, or instead. Throws as `append`. */
  select(documentId: string, runId: string, { replaces, ...change }: RunChange = {}): Promise<DocumentRecord> {
    return this.alter(documentId, async (document, tx) => {
      requireCurrent(document, (await this.get(runId, tx)).kind, replaces);
      return { ...change, select: [runId] };
    });
  }
}

/** Throws `stale_run` where another run than this is the document's result of the kind. */
export function requireCurrent({ runs }: DocumentRecord, kind: RunKind, runId: string | null | undefined): void {
  if (runId !== undefined && kind !== 'read' && runs[kind] !== runId) throw staleRun();
}
