import type { Transaction } from '@app/database';
import { newUuid } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import {
  DocumentReader,
  isReadable,
  type Mailbox,
  type ReadChild,
  type Reading,
  sniffMediaType,
  type StoredReading,
} from '@app/reading';
import { ObjectStore, type StagedObject } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { detectLanguage } from '@app/text';
import { Inject, Injectable } from '@nestjs/common';
import { DocumentsRepository } from './data/documents.repository.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { DocumentStages } from './document-stages.service.js';
import { type DocumentsConfig, documentsConfig } from './documents.config.js';
import { cleanFilename, optionsHashOf } from './domain/admission.js';
import { type ChildDecision, decideChildren, type FoundChild, skippedOf } from './domain/children.js';
import type { DocumentRecord, EmailSummary, ProcessingOptions, Receipt } from './domain/document.js';
import { SubmissionService } from './submission.service.js';

const ENGINE_VERSION = '1';
/** The language shows in the first pages. */
const LANGUAGE_SAMPLE = 8_000;

interface StagedChild extends FoundChild {
  readonly role: ReadChild['role'];
  readonly staged: StagedObject;
}

const mailbox = ({ name, address }: Mailbox): string => (name ? `${name} <${address}>` : address);

const emailOf = (reading: StoredReading): EmailSummary | null =>
  reading.email && {
    messageId: reading.email.messageId,
    from: reading.email.from && mailbox(reading.email.from),
    to: reading.email.to.map(mailbox),
    cc: reading.email.cc.map(mailbox),
    subject: reading.email.subject,
    date: reading.email.date,
    inReplyTo: reading.email.inReplyTo,
    references: reading.email.references,
  };

/** Files inside files: staged before the transaction, made documents in it. */
@Injectable()
export class ChildrenService {
  constructor(
    private readonly store: ObjectStore,
    private readonly documents: DocumentsRepository,
    private readonly submission: SubmissionService,
    @Inject(documentsConfig.token) private readonly config: DocumentsConfig,
  ) {}

  async stage(children: readonly ReadChild[]): Promise<StagedChild[]> {
    const result: StagedChild[] = [];
    for (const child of children) {
      const staged = await this.store.stage(child.bytes, this.config.maxBytes);
      const mediaType = await sniffMediaType(staged.head, child.name);
      result.push({
        name: child.name,
        role: child.role,
        staged,
        sizeBytes: staged.sizeBytes,
        mediaType,
        readable: mediaType !== null && isReadable(mediaType),
      });
    }
    return result;
  }

  decide(parent: DocumentRecord, children: readonly StagedChild[]): ChildDecision[] {
    return decideChildren(children, {
      maxChildren: this.config.maxChildren,
      tooDeep: parent.depth >= this.config.maxDepth,
    });
  }

  async create(
    tx: Transaction,
    parent: DocumentRecord,
    children: readonly StagedChild[],
    decisions: readonly ChildDecision[],
  ): Promise<void> {
    // A document that is read again has its children already; they are read again on their own.
    if (children.length === 0 || (await this.documents.children(parent.id, tx)).length > 0) return;
    const options = childOptions(parent.options);
    for (const [index, child] of children.entries()) {
      const decision = decisions[index];
      if (!decision?.kept) continue;
      const id = newUuid();
      await this.documents.lockContent(tx, child.staged.sha256);
      await child.staged.commit(tenantContext().tenantId);
      const document = {
        id,
        parentId: parent.id,
        role: child.role,
        depth: parent.depth + 1,
        filename: cleanFilename(child.name),
        mediaType: child.mediaType ?? 'application/octet-stream',
        sizeBytes: child.sizeBytes,
        sha256: child.staged.sha256,
        options,
        optionsHash: optionsHashOf(options),
        priority: parent.priority,
        metadata: {},
        traceparent: parent.traceparent,
      };
      if (decision.reason === null) await this.submission.create(tx, document);
      else await this.keepUnread(tx, document, decision.reason);
    }
  }

  private async keepUnread(
    tx: Transaction,
    document: Parameters<DocumentsRepository['insert']>[1],
    code: string,
  ): Promise<void> {
    await this.documents.insert(tx, document);
    await this.documents.change(
      tx,
      document.id,
      { status: 'failed', error: { code, detail: 'This file is kept, but it cannot be read.' }, completed: true },
      1,
    );
  }
}

/** A type or schema that was asked for belongs to the file that was sent, not to what lies inside it. */
const childOptions = ({ pipeline, industry, language }: ProcessingOptions): ProcessingOptions => ({
  pipeline,
  ...(industry !== undefined && { industry }),
  ...(language !== undefined && { language }),
});

/** The first stage: bytes become text with places, and files inside become documents of their own. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly reader: DocumentReader,
    private readonly store: ObjectStore,
    private readonly readings: ReadingsRepository,
    private readonly documents: DocumentsRepository,
    private readonly stages: DocumentStages,
    private readonly children: ChildrenService,
  ) {}

  async read(job: ClaimedJob): Promise<void> {
    const started = performance.now();
    const document = await this.stages.document(job.subjectId);
    const known = await this.readings.findByContent(document.sha256);
    if (known) return this.finish(job, document, { reading: known.reading, readingId: known.id, started });
    const path = await this.store.localPath(document.tenantId, document.sha256);
    const { children, ...reading }: Reading = await this.reader.read(
      { path, mediaType: document.mediaType, filename: document.filename },
      job.signal,
    );
    const staged = await this.children.stage(children);
    try {
      await this.finish(job, document, { reading, staged, started });
    } finally {
      for (const child of staged) await child.staged.discard();
    }
  }

  private async finish(
    job: ClaimedJob,
    document: DocumentRecord,
    result: { reading: StoredReading; readingId?: string; staged?: readonly StagedChild[]; started: number },
  ): Promise<void> {
    const { reading, staged = [] } = result;
    const packed = result.readingId === undefined ? await this.readings.pack(reading) : null;
    const decisions = this.children.decide(document, staged);
    const receipt = receiptOf(reading, staged, decisions);
    const language = document.options.language
      ? { code: document.options.language, confidence: 1 }
      : detectLanguage(sampleOf(reading));
    const email = emailOf(reading);
    await this.stages.finish(job, {
      stage: 'read',
      change: {
        receipt,
        language,
        ...(email && { email }),
        ...(result.readingId !== undefined && { readingId: result.readingId }),
      },
      run: {
        kind: 'read',
        engine: 'local',
        engineVersion: ENGINE_VERSION,
        cacheHit: packed === null,
        durationMs: performance.now() - result.started,
        result: { pages: receipt.pages.total, ocrPages: receipt.ocrPages },
      },
      write: async (tx) => {
        if (packed) {
          await this.readings.insert(tx, document.sha256, packed, staged.length > 0);
          await this.documents.attachReading(tx, document.id, packed.id);
        }
        await this.children.create(tx, document, staged, decisions);
      },
    });
  }
}

const sampleOf = (reading: StoredReading): string =>
  (reading.email
    ? `${reading.email.subject ?? ''}\n${reading.text.slice(reading.email.bodyStart, reading.email.bodyEnd)}`
    : reading.text
  ).slice(0, LANGUAGE_SAMPLE);

function receiptOf(
  reading: StoredReading,
  staged: readonly StagedChild[],
  decisions: readonly ChildDecision[],
): Receipt {
  const { pages, ocrPages, characters, childrenFound, childrenSkipped, truncated, warnings } = reading.receipt;
  return {
    pages,
    ocrPages,
    characters,
    children: {
      found: childrenFound,
      processed: decisions.filter(({ reason }) => reason === null).length,
      skipped: [...childrenSkipped, ...skippedOf(staged, decisions)],
    },
    truncated,
    warnings,
  };
}
