import { Injectable } from '@nestjs/common';
import { ClassificationService } from '../classification/index.js';
import type { DocumentRecord, RunDraft } from '../documents/index.js';
import { WholeReader } from '../extraction/index.js';
import type { ExtractionSchema } from '../schemas/index.js';
import type { EvaluationPlan, Spent } from './domain/evaluation.js';
import type { FoundField } from './domain/score.js';
import type { Truth } from './domain/truth.js';

/** Of jobs: models are asked when nothing else waits for them. */
const BULK = 8;

export interface Wishes {
  readonly thresholds: EvaluationPlan['thresholds'];
  readonly signal: AbortSignal;
}

/** What was found, as far as it is scored, and what it took. */
export interface Found<T> {
  readonly found: T;
  readonly runs: readonly RunDraft[];
}

/** Reads documents for trial: as the pipeline does, and without a trace in them. */
@Injectable()
export class TrialReader {
  constructor(
    private readonly classification: ClassificationService,
    private readonly reader: WholeReader,
  ) {}

  /** The type of a document, whatever type its sender has named. Null where none is scored, or nothing could be read. */
  async typeOf(document: DocumentRecord, truth: Truth, { thresholds, signal }: Wishes): Promise<Found<string | null>> {
    if (truth.type === null || document.readingId === null) return { found: null, runs: [] };
    const { type: _forced, ...options } = document.options;
    const wanted = { signal, threshold: thresholds.classify };
    const { run, result } = await this.classification.look({ ...document, options, priority: BULK }, wanted);
    return { found: result.type, runs: [run] };
  }

  async fieldsOf(
    document: DocumentRecord,
    truth: Truth,
    schema: ExtractionSchema,
    { thresholds, signal }: Wishes,
  ): Promise<Found<readonly FoundField[]>> {
    if (Object.keys(truth.fields).length === 0 || document.readingId === null) return { found: [], runs: [] };
    const wanted = { schema, signal, threshold: thresholds.extract };
    const { fields, runs } = await this.reader.read({ ...document, priority: BULK }, wanted);
    return { found: fields, runs };
  }
}

/** What runs took together. Costs have nine places. */
export const spentBy = (runs: readonly RunDraft[]): Spent => ({
  tokensIn: runs.reduce((sum, { tokensIn = 0 }) => sum + tokensIn, 0),
  tokensOut: runs.reduce((sum, { tokensOut = 0 }) => sum + tokensOut, 0),
  cost: runs.reduce((sum, { cost = '0' }) => sum + Number(cost), 0).toFixed(9),
});
