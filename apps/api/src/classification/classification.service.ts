import { type JsonObject, type JsonValue, newUuid, publicId } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import type { PackedReading } from '@app/reading';
import { Injectable } from '@nestjs/common';
import {
  type DocumentRecord,
  DocumentsService,
  DocumentStages,
  type RunDraft,
  type StageOutcome,
  SubmissionService,
} from '../documents/index.js';
import { SplittingService } from '../splitting/index.js';
import { Cascade } from './cascade.service.js';
import type { ClassificationResult } from './domain/classification-result.js';
import { Looks } from './looks.service.js';

/** Rises when the same document may get another answer. */
const ENGINE_VERSION = '2';
/** A caller who waits comes before work that nobody waits for. */
const DIRECT_PRIORITY = 2;

type Upload = Pick<Parameters<SubmissionService['submit']>[0], 'source' | 'filename' | 'traceparent' | 'idempotency'>;

export interface ClassificationRequest {
  readonly industry?: string | undefined;
  readonly metadata: JsonObject;
}

/** How a document is to be looked at. */
export interface LookWishes {
  readonly signal: AbortSignal;
  /** Confidence below which a model is asked, 0..1; left out: the tenant's. */
  readonly threshold?: number | undefined;
  /** Whether what was confirmed of this very document counts; else it is looked at as one that nobody has seen. */
  readonly confirmed?: boolean;
}

/** What was found, and the run that would be kept of it. */
export interface LookedAt {
  readonly run: RunDraft;
  readonly result: ClassificationResult;
}

/** A classification that was asked for, as far as it has come; `result` is null before its end. */
export interface ClassificationState {
  readonly document: DocumentRecord;
  readonly result: ClassificationResult | null;
  readonly cached: boolean;
  /** Time spent on reading and classifying; waiting is not counted. */
  readonly processingMs: number;
}

/** Says what kind of document a document is. */
@Injectable()
export class ClassificationService {
  constructor(
    private readonly stages: DocumentStages,
    private readonly documents: DocumentsService,
    private readonly submission: SubmissionService,
    private readonly splitting: SplittingService,
    private readonly looks: Looks,
    private readonly cascade: Cascade,
  ) {}

  /** The stage `classified` of a document. */
  async classify(job: ClaimedJob): Promise<void> {
    const started = performance.now();
    const document = await this.stages.document(job.subjectId);
    const reading = await this.stages.packedReading(document);
    const findParts = () => this.looks.parts(reading, job.signal);
    const split = (await this.carriesData(document)) ? null : await this.splitting.decide(document, findParts);
    if (split?.kind === 'split') return this.stages.finish(job, this.splitting.outcomeOf(document, split, started));
    const { run, result } = await this.look(document, { signal: job.signal, confirmed: true }, reading);
    await this.stages.finish(job, {
      stage: 'classified',
      change: {
        industry: result.industry,
        type: result.type,
        split: document.split === 'whole' ? 'whole' : split && 'proposed',
      },
      run: split ? { ...run, result: { ...result, parts: split.parts } as unknown as JsonValue } : run,
    });
  }

  /** What is said of a document that can hold no other documents. Nothing is kept yet. */
  async outcomeOf(document: DocumentRecord, reading: PackedReading, signal: AbortSignal): Promise<StageOutcome> {
    const { run, result } = await this.look(document, { signal, confirmed: true }, reading);
    return { stage: 'classified', change: { industry: result.industry, type: result.type }, run };
  }

  /** Says what kind of document it is. Nothing is kept, and nothing of the document changes. */
  async look(
    document: DocumentRecord,
    { signal, threshold, confirmed = false }: LookWishes,
    known?: PackedReading,
  ): Promise<LookedAt> {
    const started = performance.now();
    const reading = known ?? (await this.stages.packedReading(document));
    const id = newUuid();
    const { result, spent } = await this.cascade.classify({
      document,
      reading,
      childNames: await this.childNames(document),
      runId: publicId('run', id),
      signal,
      threshold,
      confirmed,
    });
    const run = {
      id,
      kind: 'classify' as const,
      engine: result.origin.engine,
      engineVersion: ENGINE_VERSION,
      ...spent,
      durationMs: performance.now() - started,
      result: result as unknown as JsonValue,
    };
    return { run, result };
  }

  /** Takes a file in to be classified and nothing more. */
  submit(upload: Upload, { industry, metadata }: ClassificationRequest) {
    return this.submission.submit({
      ...upload,
      options: { pipeline: 'classify', ...(industry !== undefined && { industry }) },
      priority: DIRECT_PRIORITY,
      metadata,
    });
  }

  /** How far the classification of a document has come. Throws `not_found`. */
  async state(documentId: string): Promise<ClassificationState> {
    const document = await this.documents.get(documentId);
    const runs = await this.documents.runsOf(documentId);
    const run = runs.find(({ id }) => id === document.runs.classify);
    const spent = runs.filter(({ kind }) => kind === 'read' || kind === 'classify');
    return {
      document,
      result: run ? (run.result as unknown as ClassificationResult) : null,
      cached: run?.cacheHit ?? false,
      processingMs: Math.round(spent.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    };
  }

  /** An invoice that carries its data is one document, whatever its pages look like. */
  private async carriesData(document: DocumentRecord): Promise<boolean> {
    return (await this.childNames(document)).some((name) => /\.xml$/i.test(name));
  }

  private async childNames(document: DocumentRecord): Promise<string[]> {
    if (!document.receipt?.children.found) return [];
    return (await this.stages.children(document)).map(({ filename }) => filename);
  }
}
