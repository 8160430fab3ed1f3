import { TenantDatabase, type Transaction } from '@app/database';
import { fingerprintOf, Idempotency } from '@app/http';
import { AppError, type JsonObject, type JsonValue, newUuid, publicId } from '@app/kernel';
import { Outbox } from '@app/queue';
import { isReadable, sniffMediaType } from '@app/reading';
import { documentTooLarge, ObjectStore, type StagedObject } from '@app/storage';
import { tenantContext } from '@app/tenancy';
import { Inject, Injectable } from '@nestjs/common';
import { TenantsService } from '../tenants/index.js';
import { type DocumentChange, DocumentsRepository, type NewDocument } from './data/documents.repository.js';
import { RunsRepository } from './data/runs.repository.js';
import { type DocumentsConfig, documentsConfig } from './documents.config.js';
import { admit, cleanFilename, optionsHashOf, quotaProblem } from './domain/admission.js';
import type { DocumentRecord, NamedDraft, ProcessingOptions } from './domain/document.js';
import { SchemaChoice } from './schema-choice.js';
import { SearchCopies } from './search-copies.js';
import { eventOfStage, isLastStage, progressOf, routingFacts } from './domain/stages.js';
import { StageEffects } from './stage-effects.service.js';

/** Some three hundred pages: their chunks are copied in a tenth of a second. */
const MOST_COPIED_CHARACTERS = 500_000;

export interface Submission {
  readonly source: AsyncIterable<Uint8Array> | Uint8Array;
  /** At least so many bytes will come, as the sender says. */
  readonly announcedBytes?: number;
  readonly filename: string;
  /** Known only where the service made the bytes itself; otherwise the content decides. */
  readonly mediaType?: string;
  readonly options: ProcessingOptions;
  readonly priority: number;
  readonly metadata: JsonObject;
  readonly traceparent: string;
  readonly idempotency?: { readonly route: string; readonly key: string };
}

export interface Submitted {
  readonly documentId: string;
  /** The request had been made before with the same key: nothing new was made. */
  readonly replayed: boolean;
  /** It was made just now, and work on it begins. */
  readonly isNew: boolean;
}

type Made = Pick<Submitted, 'documentId' | 'isNew'>;

/** What the first document with these bytes was found to be. */
const knownOf = (twin: DocumentRecord): DocumentChange => ({
  mediaType: twin.mediaType,
  receipt: twin.receipt ?? undefined,
  language: twin.language ?? undefined,
  email: twin.email ?? undefined,
  industry: twin.industry ?? undefined,
  type: twin.type ?? undefined,
  readingId: twin.readingId ?? undefined,
  split: twin.split ?? undefined,
});

/** What a submission asks of tenants and of idempotency, apart from storing. */
@Injectable()
export class SubmissionPorts {
  constructor(
    private readonly tenants: TenantsService,
    private readonly idempotency: Idempotency,
    private readonly schemas: SchemaChoice,
    private readonly search: SearchCopies,
    private readonly effects: StageEffects,
    @Inject(documentsConfig.token) private readonly config: DocumentsConfig,
  ) {}

  /** Throws `unknown_schema` where nothing can be read by the schema that was asked for. */
  async checkOptions({ schemaId }: ProcessingOptions): Promise<void> {
    if (schemaId !== undefined) await this.schemas.check(schemaId);
  }

  async maxBytes(): Promise<number> {
    const { maxUploadBytes } = await this.tenants.settingsOf(tenantContext().tenantId);
    return Math.min(this.config.maxBytes, maxUploadBytes);
  }

  /** Refuses what the tenant's quotas do not allow any more. Called before bytes and rows are kept. */
  async checkQuotas(tx: Transaction, documents: DocumentsRepository, sizeBytes: number): Promise<void> {
    const { quotas } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (quotas.documentsPerMonth === null && quotas.storageBytes === null) return;
    const problem = quotaProblem(quotas, await documents.volume(tx), sizeBytes);
    if (problem !== null) throw new AppError('quota_exhausted', 'payment_required', { detail: problem });
  }

  /** Whether a file that was sent before is answered from its first result. Throws where the tenant refuses such files. */
  async reusesDuplicates(tx: Transaction, twin: DocumentRecord, child: boolean): Promise<boolean> {
    // What lies inside a file is never refused for having been seen: the file that was sent is what counts.
    return (child || (await this.allowsReuse(twin))) && (await this.schemas.unchangedFor(tx, twin));
  }

  private async allowsReuse(twin: DocumentRecord): Promise<boolean> {
    const { duplicates } = await this.tenants.settingsOf(tenantContext().tenantId);
    if (duplicates === 'refuse')
      throw new AppError('duplicate_document', 'conflict', {
        detail: `The same file was sent before: ${publicId('document', twin.id)}.`,
      });
    return duplicates === 'reuse';
  }

  charge(...[tx, work]: Parameters<StageEffects['charge']>): Promise<void> {
    return this.effects.charge(tx, work);
  }

  /** Tells of copied results. */
  async resulted(tx: Transaction, document: DocumentRecord | null, runs: readonly NamedDraft[]): Promise<void> {
    if (document) for (const run of runs) await this.effects.resulted(tx, document, run);
  }

  copySearchable(tx: Transaction, from: string, to: string): Promise<void> {
    return this.search.copy(tx, from, to);
  }

  bind(tx: Transaction, { route, key }: { route: string; key: string }, documentId: string): Promise<void> {
    return this.idempotency.bind(tx, route, key, documentId);
  }

  /** Runs `make` at most once for the submission's idempotency key. */
  async once(submission: Submission, sha256: string, make: () => Promise<Made>): Promise<Submitted> {
    if (!submission.idempotency) return { ...(await make()), replayed: false };
    const { route, key } = submission.idempotency;
    const { options, metadata, priority } = submission;
    const admission = await this.idempotency.admit(route, key, fingerprintOf({ sha256, options, metadata, priority }));
    const before = { replayed: true, isNew: false };
    if (admission.kind === 'committed') return { documentId: admission.resourceId, ...before };
    if (admission.kind === 'replay') return { documentId: String(admission.answer.body), ...before };
    try {
      return { ...(await make()), replayed: false };
    } catch (error) {
      await this.idempotency.release(route, key).catch(() => undefined);
      throw error;
    }
  }
}

/** Takes files in. After `submit` has answered, the document cannot be lost any more. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly store: ObjectStore,
    private readonly documents: DocumentsRepository,
    private readonly runs: RunsRepository,
    private readonly outbox: Outbox,
    private readonly ports: SubmissionPorts,
  ) {}

  async submit(submission: Submission): Promise<Submitted> {
    await this.ports.checkOptions(submission.options);
    const maxBytes = await this.ports.maxBytes();
    if ((submission.announcedBytes ?? 0) > maxBytes) throw documentTooLarge(maxBytes);
    let mediaType = '';
    // What cannot be read is refused by its first bytes, before the rest of it is taken.
    const inspect = async (head: Uint8Array): Promise<void> => {
      mediaType = await this.mediaTypeOf(head, submission);
    };
    const staged = await this.store.stage(submission.source, maxBytes, inspect);
    try {
      return await this.ports.once(submission, staged.sha256, () => this.keep(staged, mediaType, submission));
    } finally {
      await staged.discard();
    }
  }

  private async mediaTypeOf(head: Uint8Array, submission: Submission): Promise<string> {
    const mediaType = submission.mediaType ?? (await sniffMediaType(head, submission.filename));
    return admit({ isEmpty: head.byteLength === 0, mediaType, readable: mediaType !== null && isReadable(mediaType) });
  }

  private async keep(staged: StagedObject, mediaType: string, submission: Submission): Promise<Made> {
    const id = newUuid();
    const isNew = await this.database.transaction(async (tx) => {
      await this.ports.checkQuotas(tx, this.documents, staged.sizeBytes);
      await this.documents.lockContent(tx, staged.sha256);
      await staged.commit(tenantContext().tenantId);
      if (submission.idempotency) await this.ports.bind(tx, submission.idempotency, id);
      return this.create(tx, {
        id,
        parentId: null,
        role: null,
        depth: 0,
        filename: cleanFilename(submission.filename),
        mediaType,
        sizeBytes: staged.sizeBytes,
        sha256: staged.sha256,
        options: submission.options,
        optionsHash: optionsHashOf(submission.options),
        priority: submission.priority,
        metadata: submission.metadata,
        traceparent: submission.traceparent,
      });
    });
    return { documentId: id, isNew };
  }

  /** The row and the event of its arrival; or, for bytes that were understood before in the same way, their result: then false. */
  async create(tx: Transaction, document: NewDocument): Promise<boolean> {
    await this.documents.insert(tx, document);
    const twin = await this.documents.findFinishedTwin(tx, document.sha256, document.optionsHash, document.id);
    if (twin && (await this.ports.reusesDuplicates(tx, twin, document.parentId !== null))) {
      await this.answerFrom(tx, twin, document);
      return false;
    }
    await this.announce(tx, document, 'document.received', routingFacts({ ...document, email: null }));
    return true;
  }

  /**
   * The result of the first document with these bytes, whole and at once. Only a long text is made searchable by a job: copying
   * its chunks would keep the sender waiting.
   */
  private async answerFrom(tx: Transaction, twin: DocumentRecord, document: NewDocument): Promise<void> {
    const copies = await this.copyRuns(tx, twin, document.id);
    const { pipeline } = twin.options;
    const isIndexed = pipeline === 'full' || pipeline === 'index';
    const isLong = (twin.receipt?.characters ?? 0) > MOST_COPIED_CHARACTERS;
    if (isIndexed && !isLong) await this.ports.copySearchable(tx, twin.id, document.id);
    const stage = isIndexed && isLong ? 'understood' : twin.stage;
    const last = isLastStage(pipeline, stage);
    const copied = await this.documents.change(
      tx,
      document.id,
      {
        status: last ? twin.status : 'processing',
        stage,
        duplicateOf: twin.id,
        ...knownOf(twin),
        ...copies.pointers,
        ...(last && { completed: true }),
      },
      progressOf(pipeline, last ? stage : 'read'),
    );
    await this.ports.resulted(tx, copied, copies.runs);
    await this.announce(tx, document, eventOfStage(stage), routingFacts({ ...twin, parentId: document.parentId }));
  }

  /** Runs belong to one document, so that erasing the first does not take the result from the second. */
  private async copyRuns(tx: Transaction, twin: DocumentRecord, documentId: string) {
    const runs: NamedDraft[] = [];
    const copy = async (runId: string | null): Promise<string | undefined> => {
      const run = runId === null ? null : await this.runs.find(runId, tx);
      if (!run) return undefined;
      const id = newUuid();
      const renamed = JSON.stringify(run.result)
        .replaceAll(publicId('document', twin.id), publicId('document', documentId))
        .replaceAll(publicId('run', run.id), publicId('run', id));
      const reused = {
        ...run,
        id,
        tokensIn: 0,
        tokensOut: 0,
        cost: '0',
        cacheHit: true,
        durationMs: 0,
        result: JSON.parse(renamed) as JsonValue,
      };
      runs.push(reused);
      return id;
    };
    const pointers = {
      classifyRun: await copy(twin.runs.classify),
      extractRun: await copy(twin.runs.extract),
      triageRun: await copy(twin.runs.triage),
    };
    if (runs.length > 0) {
      const document = { ...twin, id: documentId, createdBy: tenantContext().userId ?? null };
      await this.runs.insert(tx, documentId, runs);
      await this.ports.charge(
        tx,
        runs.map((run) => ({ document, run })),
      );
    }
    return { pointers, runs };
  }

  private async announce(tx: Transaction, document: NewDocument, event: string, facts: JsonObject): Promise<void> {
    await this.outbox.append(tx, {
      event,
      subjectId: document.id,
      facts,
      priority: document.priority,
      traceparent: document.traceparent,
    });
  }
}
