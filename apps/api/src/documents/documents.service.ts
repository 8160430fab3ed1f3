import type { Readable } from 'node:stream';
import { TenantDatabase, type Transaction } from '@app/database';
import { notFound, publicId } from '@app/kernel';
import { DocumentReader, type StoredReading } from '@app/reading';
import { ObjectStore } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type DocumentChange, type DocumentFilter, DocumentsRepository } from './data/documents.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { DocumentErasure } from './document-erasure.service.js';
import { alreadyEnded, documentSplit } from './documents.errors.js';
import { MailParts } from './mail-parts.service.js';
import { type DocumentRecord, type ProcessingOptions, type Run, TERMINAL } from './domain/document.js';
import { documentView, type DocumentView } from './domain/document-view.js';
import { eventOfStage, progressOf, REPROCESS_FROM, type ReprocessFrom, STAGE_BEFORE } from './domain/stages.js';

export interface ErasureReceipt {
  readonly id: string;
  readonly erasedAt: string;
  readonly documents: number;
  /** Rows removed, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
}

/** What is asked for from a step on. Who has fields found again wants them, also of an e-mail that was only to be triaged. */
function optionsFor(
  { triageOnly, ...before }: ProcessingOptions,
  from: ReprocessFrom,
  options: Partial<ProcessingOptions>,
): ProcessingOptions {
  const isUnderstoodAgain = from === 'classify' || from === 'understand';
  return {
    ...before,
    ...(triageOnly && !isUnderstoodAgain && { triageOnly }),
    ...options,
    pipeline: REPROCESS_FROM.indexOf(from) > 0 ? 'full' : before.pipeline,
  };
}

interface Restart {
  readonly from: ReprocessFrom;
  readonly options?: Partial<ProcessingOptions>;
  /** Nobody else changes the document meanwhile. Answers what of it changes besides. */
  readonly prepare?: (document: DocumentRecord) => Promise<DocumentChange>;
}

/** Steps that a file which was split does not take. */
const FROM_UNDERSTANDING: ReadonlySet<ReprocessFrom> = new Set<ReprocessFrom>(['understand', 'index']);

/** Bytes, text and page pictures of documents. A part has the bytes of its file. */
@Injectable()
export class DocumentContents {
  constructor(
    private readonly database: TenantDatabase,
    private readonly documents: DocumentsRepository,
    private readonly readings: ReadingsRepository,
    private readonly store: ObjectStore,
    private readonly reader: DocumentReader,
  ) {}

  bytes(document: DocumentRecord): Promise<Readable> {
    return this.store.open(document.tenantId, document.sha256);
  }

  /** A file that could not be read has an empty text. */
  async text(document: DocumentRecord): Promise<string> {
    return document.readingId === null ? '' : ((await this.readings.text(document.readingId)) ?? '');
  }

  async reading(document: DocumentRecord): Promise<StoredReading | null> {
    return document.readingId === null ? null : this.readings.find(document.readingId);
  }

  async pageImage(document: DocumentRecord, page: number, signal?: AbortSignal): Promise<Uint8Array> {
    const stored = await this.store.content(document.tenantId, document.sha256);
    const { mediaType, tenantId: owner, pages } = document;
    const inFile = page + (pages?.[0] ?? 1) - 1;
    return (await this.reader.renderPage({ stored, mediaType, page: inFile, owner }, signal)).png;
  }

  /** Removes bytes that no document uses, unless somebody has stored the same content again meanwhile. */
  async removeUnused(sha256: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.documents.lockContent(tx, sha256);
      if (!(await this.documents.isStored(tx, sha256))) await this.store.delete(tenantContext().tenantId, sha256);
    });
  }
}

/** Everything that can be asked of a document, or done to it, apart from sending one. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly documents: DocumentsRepository,
    private readonly runs: RunsRepository,
    private readonly contents: DocumentContents,
    private readonly erasure: DocumentErasure,
    private readonly parts: MailParts,
  ) {}

  async get(id: string): Promise<DocumentRecord> {
    const document = await this.documents.find(id);
    if (!document) throw notFound();
    return document;
  }

  async view(document: DocumentRecord): Promise<DocumentView> {
    const [children, runs] = await this.database.transaction(
      async (tx) =>
        [
          document.receipt?.children.found ? await this.documents.children(document.id, tx) : [],
          await this.runs.ofDocument(document.id, tx),
        ] as const,
    );
    return documentView(document, children, runs);
  }

  list(filter: DocumentFilter, limit: number, before: string | null): Promise<DocumentRecord[]> {
    return this.documents.list(filter, limit, before);
  }

  async runsOf(id: string): Promise<Run[]> {
    await this.get(id);
    return this.runs.ofDocument(id);
  }

  async run(id: string): Promise<Run> {
    const run = await this.runs.find(id);
    if (!run) throw notFound();
    return run;
  }

  /** Does a step and all after it again. Earlier runs stay as they are; running work is fenced off. */
  async reprocess(id: string, from: ReprocessFrom, options: Partial<ProcessingOptions> = {}): Promise<DocumentRecord> {
    return this.database.transaction((tx) => this.restart(tx, id, { from, options }));
  }

  /** As `reprocess`, with what `prepare` does between the end of what runs and the new beginning. */
  async restart(tx: Transaction, id: string, { from, options = {}, prepare }: Restart): Promise<DocumentRecord> {
    await this.documents.dropJobs(tx, id);
    const document = await this.documents.lock(tx, id);
    if (!document) throw notFound();
    const change = await prepare?.(document);
    if (change === undefined && document.split === 'split' && FROM_UNDERSTANDING.has(from)) throw documentSplit();
    const wanted = optionsFor(document.options, from, options);
    await this.documents.setOptions(tx, id, wanted);
    const stage = document.readingId === null ? 'received' : STAGE_BEFORE[from];
    const changed = await this.documents.change(
      tx,
      id,
      {
        ...change,
        status: 'processing',
        stage,
        error: null,
        completed: false,
        ...(from !== 'index' && { gathers: false }),
      },
      progressOf(wanted.pipeline, stage),
    );
    if (!changed) throw notFound();
    await this.parts.announce(tx, eventOfStage(stage), changed);
    return changed;
  }

  async cancel(id: string): Promise<DocumentRecord> {
    return this.database.transaction(async (tx) => {
      const document = await this.documents.find(id, tx);
      if (!document) throw notFound();
      if (TERMINAL.has(document.status)) throw alreadyEnded();
      await this.documents.dropJobs(tx, id);
      const changed = await this.documents.change(tx, id, { status: 'cancelled', completed: true }, 1, [
        'succeeded',
        'partial',
        'failed',
        'cancelled',
      ]);
      if (!changed) throw alreadyEnded();
      await this.parts.changed(tx, changed);
      await this.parts.announce(tx, 'document.cancelled', changed);
      return changed;
    });
  }

  /** Throws `not_found`, `legal_hold`. */
  async erase(id: string): Promise<ErasureReceipt> {
    const erased = await this.erasure.erase(id);
    return {
      id: publicId('document', id),
      erasedAt: new Date().toISOString(),
      documents: erased.documentIds.length,
      rows: erased.rows,
      files: erased.files.length,
    };
  }
}
