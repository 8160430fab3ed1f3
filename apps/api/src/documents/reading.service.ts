import { newUuid } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { type Mailbox, type PackedReading, packReading, type ReadingHead, slicePages } from '@app/reading';
import { detectLanguage } from '@app/text';
import { Injectable } from '@nestjs/common';
import { ChildrenService, type StagedChild } from './children.service.js';
import { ReadingsRepository } from './data/readings.repository.js';
import { DocumentStages, type StageOutcome } from './document-stages.service.js';
import { type Allowance, type ChildDecision, skippedOf } from './domain/children.js';
import type { DocumentRecord, EmailSummary, PageRange, Receipt } from './domain/document.js';
import { contentKeyOf } from './domain/file-parts.js';
import { TenantReader } from './tenant-reader.service.js';

const ENGINE_VERSION = '1';
/** The language shows in the first pages. */
const LANGUAGE_SAMPLE = 8_000;

/** Pages of a part are counted where its file is read. */
const READ_BEFORE = { pages: 0, ocrPages: 0 };

/** What a document was found to hold: read just now, or before. */
interface Result {
  readonly head: ReadingHead;
  readonly text: string;
  /** Where it was read before. */
  readonly readingId?: string;
  /** Where it was read just now. */
  readonly packed?: PackedReading;
  readonly staged?: readonly StagedChild[];
  readonly allowance?: Allowance;
  readonly started: number;
}

/** What reading finds of a document itself. */
type Found = Partial<Pick<DocumentRecord, 'mediaType' | 'language' | 'email' | 'readingId'>> & {
  readonly receipt: Receipt;
};

/** A document that was read, with what is to be kept of it. */
export interface ReadDocument {
  readonly outcome: StageOutcome;
  readonly reading: PackedReading;
  /** As it will be when the outcome is kept. */
  readonly document: DocumentRecord;
}

const mailbox = ({ name, address }: Mailbox): string => (name ? `${name} <${address}>` : address);

const emailOf = ({ email }: ReadingHead): EmailSummary | null =>
  email && {
    messageId: email.messageId,
    from: email.from && mailbox(email.from),
    sender: email.sender && mailbox(email.sender),
    to: email.to.map(mailbox),
    cc: email.cc.map(mailbox),
    bcc: email.bcc.map(mailbox),
    replyTo: email.replyTo.map(mailbox),
    subject: email.subject,
    date: email.date,
    inReplyTo: email.inReplyTo,
    references: email.references,
    listId: email.listId,
    authentication: { ...email.authentication },
  };

/** The first stage: bytes become text with places, and files inside become documents of their own. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly reader: TenantReader,
    private readonly readings: ReadingsRepository,
    private readonly stages: DocumentStages,
    private readonly children: ChildrenService,
  ) {}

  async read(job: ClaimedJob): Promise<void> {
    const started = performance.now();
    const document = await this.stages.document(job.subjectId);
    const known = await this.readings.findByContent(contentKeyOf(document));
    if (known) return this.finish(job, document, { ...known, readingId: known.id, started });
    if (document.pages !== null) return this.readPart(job, document, document.pages, started);
    const allowance = await this.children.allowance(document);
    const staged: StagedChild[] = [];
    try {
      const { head, text, model } = await this.reader.read(
        document,
        { maxChildren: allowance.children, maxChildBytes: allowance.bytes },
        async (child) => void staged.push(await this.children.stage(child)),
        job.signal,
      );
      await this.finish(job, document, { head, text, packed: { text, model }, staged, allowance, started });
    } finally {
      for (const child of staged) await child.staged.discard();
    }
  }

  /** What a file gives that can hold no others. Nothing is kept yet. */
  async outcomeOf(document: DocumentRecord, signal: AbortSignal): Promise<ReadDocument> {
    const started = performance.now();
    const limits = { maxChildren: 0, maxChildBytes: 0 };
    const { head, text, model } = await this.reader.read(document, limits, () => Promise.resolve(), signal);
    const reading = { text, model };
    const outcome = this.outcomeWith(document, { head, text, packed: reading, started }, []);
    return { outcome, reading, document: { ...document, ...outcome.change } };
  }

  /** The pages of a part were read with its file. */
  private async readPart(job: ClaimedJob, document: DocumentRecord, pages: PageRange, started: number): Promise<void> {
    const file = await this.stages.document(document.parentId ?? '');
    const { head, ...packed } = await packReading(slicePages(await this.stages.reading(file), ...pages));
    await this.finish(job, document, { head, text: packed.text, packed, started });
  }

  private async finish(job: ClaimedJob, document: DocumentRecord, result: Result): Promise<void> {
    await this.stages.finish(job, async (tx) =>
      this.outcomeWith(document, result, await this.children.decide(tx, document, result.staged ?? [])),
    );
  }

  private outcomeWith(
    document: DocumentRecord,
    result: Result,
    decisions: readonly ChildDecision[],
  ): StageOutcome & { readonly change: Found } {
    const { head, text, packed, staged = [], readingId = newUuid() } = result;
    const language = document.options.language
      ? { code: document.options.language, confidence: 1 }
      : detectLanguage(sampleOf(head, text));
    const email = emailOf(head);
    const receipt = receiptOf(result, decisions);
    return {
      stage: 'read',
      change: {
        mediaType: head.mediaType,
        receipt,
        language,
        ...(email && { email }),
        readingId,
      },
      run: {
        kind: 'read',
        engine: 'local',
        engineVersion: ENGINE_VERSION,
        cacheHit: packed === undefined || document.pages !== null,
        durationMs: performance.now() - result.started,
        result: document.pages === null ? { pages: receipt.pages.total, ocrPages: receipt.ocrPages } : READ_BEFORE,
      },
      prepare: async (tx) => {
        // What holds files is always read again: how many of them are taken out depends on where it lies itself.
        const holdsFiles = head.receipt.childrenFound > 0;
        if (packed) await this.readings.insert(tx, contentKeyOf(document), { ...packed, id: readingId }, holdsFiles);
      },
      write: (tx) => this.children.create(tx, document, staged, decisions),
    };
  }
}

const sampleOf = ({ email }: ReadingHead, text: string): string =>
  (email ? `${email.subject ?? ''}\n${text.slice(email.bodyStart, email.bodyEnd)}` : text).slice(0, LANGUAGE_SAMPLE);

function receiptOf({ head, staged = [], allowance }: Result, decisions: readonly ChildDecision[]): Receipt {
  const { pages, ocrPages, characters, childrenFound, childrenSkipped, truncated, warnings } = head.receipt;
  return {
    pages,
    ocrPages,
    characters,
    children: {
      found: childrenFound,
      processed: decisions.filter(({ reason }) => reason === null).length,
      skipped: skippedOf(childrenSkipped, staged, decisions, allowance?.reason ?? 'too_many'),
    },
    truncated,
    warnings,
  };
}
