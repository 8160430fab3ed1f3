import type { Transaction } from '@app/database';
import { type JsonObject, type JsonValue, canonicalJson, newUuid, publicId } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { JSON_EMAIL_MEDIA_TYPE, type JsonEmail, type PackedReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import {
  type DocumentRecord,
  DocumentStages,
  LiveDocuments,
  MailParts,
  SubmissionService,
  type StageOutcome,
} from '../documents/index.js';
import { AGENT } from './domain/triage-engine.js';
import type { Triage } from './domain/triage-model.js';
import { MailLooks } from './mail-looks.service.js';
import type { SettledResult } from './settling.service.js';
import { notAnEmail, triageFailed } from './triage.errors.js';

type Submission = Parameters<SubmissionService['submit']>[0];
type Submitted = Awaited<ReturnType<SubmissionService['submit']>>;
export type Upload = Pick<Submission, 'source' | 'filename' | 'traceparent' | 'idempotency'>;

export interface TriageAnswer {
  readonly documentId: string;
  readonly status: string;
  /** Null while the document is under way. */
  readonly triage: Triage | null;
}

/** Direct triage is waited for, so it goes before documents that nobody waits for. */
const PRIORITY = 2;
const ENDED: ReadonlySet<string> = new Set(['succeeded', 'partial', 'failed', 'cancelled']);

@Injectable()
export class TriageService {
  constructor(
    private readonly looks: MailLooks,
    private readonly stages: DocumentStages,
    private readonly submission: SubmissionService,
    private readonly live: LiveDocuments,
    private readonly parts: MailParts,
  ) {}

  /** The stage of the pipeline: reads the e-mail of a document and writes down what the engine says of it. */
  async triageEmail(job: ClaimedJob): Promise<void> {
    const document = await this.stages.document(job.subjectId);
    const reading = await this.stages.packedReading(document);
    await this.stages.finish(job, await this.outcomeOf(document, reading, job.signal));
  }

  /**
   * What is said of an e-mail that was read; what other e-mails have to do with it is seen when it is kept. Throws `not_an_email`.
   */
  async outcomeOf(
    document: DocumentRecord,
    reading: PackedReading,
    signal: AbortSignal,
  ): Promise<(tx: Transaction, before: DocumentRecord) => Promise<StageOutcome>> {
    const started = performance.now();
    const children = document.receipt?.children.found ? await this.stages.children(document) : [];
    const names = children.map(({ filename }) => filename);
    const look = await this.looks.look(document, reading, { names, signal });
    const runId = newUuid();
    return async (tx, before) => {
      const triage = storedTriage(document.id, runId, await this.looks.settled(tx, before, look));
      return {
        ...this.nextFor(document, children),
        run: {
          id: runId,
          kind: 'triage',
          engine: triage.origin.engine,
          engineVersion: AGENT,
          ...look.spent,
          durationMs: performance.now() - started,
          // Readonly interfaces have no index signature; every value in it is JSON.
          result: triage as unknown as JsonValue,
        },
      };
    };
  }

  /**
   * With the triage an e-mail is understood where nothing else is wanted and nothing came with it; else what came with it is waited
   * for, and its fields where they are wanted.
   */
  private nextFor(
    { options, receipt }: DocumentRecord,
    children: readonly DocumentRecord[],
  ): Pick<StageOutcome, 'stage' | 'change' | 'announce'> {
    // Pictures of the body are no parts: nobody waits for them.
    const hasParts = children.some(({ role }) => role !== 'embedded') || !!receipt?.children.skipped.length;
    if (options.triageOnly && !hasParts) return { stage: 'understood' };
    return {
      stage: 'classified',
      change: { gathers: true },
      announce: (tx, mail) => this.parts.triaged(tx, mail),
    };
  }

  /** Takes an e-mail in as a document. The JSON form is kept as it was sent, in canonical order, so that twins are known. */
  submitMail(mail: JsonEmail, request: Omit<Upload, 'source' | 'filename'>): Promise<Submitted> {
    const source = Buffer.from(canonicalJson(mail));
    return this.submit({ ...request, source, filename: 'message.json' }, JSON_EMAIL_MEDIA_TYPE);
  }

  submit(upload: Upload, mediaType?: string): Promise<Submitted> {
    const metadata: JsonObject = {};
    return this.submission.submit({
      ...upload,
      ...(mediaType !== undefined && { mediaType }),
      options: { pipeline: 'full', triageOnly: true },
      priority: PRIORITY,
      metadata,
    });
  }

  /** Waits for the document and for what came with it; throws where it has ended and there is nothing to answer. */
  async answer({ documentId, isNew }: Pick<Submitted, 'documentId' | 'isNew'>, seconds: number): Promise<TriageAnswer> {
    const { document, results } = await this.live.seenAtEnd(documentId, seconds, isNew);
    const { status, error, email, duplicateOf } = document;
    const id = publicId('document', documentId);
    if (!ENDED.has(status)) return { documentId: id, status, triage: null };
    const runId = document.runs.triage;
    const result = results.find((run) => run.id === runId)?.result ?? (await this.stages.resultOf(runId));
    if (result === null) throw email === null && error === null ? notAnEmail() : triageFailed(error);
    const triage = withTwin(result as unknown as Triage, duplicateOf && publicId('document', duplicateOf));
    return { documentId: id, status, triage };
  }
}

/** A mail with equal bytes has the whole result of the first one. */
const withTwin = (triage: Triage, twin: string | null): Triage =>
  twin === null
    ? triage
    : { ...triage, duplicateOf: twin, duplicate: { of: twin, kind: 'exact', similarity: 1, reused: ['result'] } };

const storedTriage = (documentId: string, runId: string, result: SettledResult): Triage => ({
  documentId: publicId('document', documentId),
  ...result,
  origin: { ...result.origin, runId: publicId('run', runId) },
});
