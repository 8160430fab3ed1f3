import type { ModelAnswer } from '@app/llm';
import { publicId } from '@app/kernel';
import { computation, Threads } from '@app/threads';
import { Inject, Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentStages } from '../documents/index.js';
import { DocumentModels } from '../models/index.js';
import { Calibrations } from '../quality/index.js';
import type { ExtractionSchema, FieldSpec } from '../schemas/index.js';
import type { LessonDraft } from './data/lessons.repository.js';
import type { EmbeddedFile } from '../fields/index.js';
import { type ExtractionConfig, extractionConfig } from './extraction.config.js';
import type { compute } from './fields.thread.js';
import { Rankers } from './learning/rankers.service.js';
import type { AskedFields } from './model/ask-fields.js';
import type { Advised } from './model/decide-fields.js';
import { type FieldAnswers, fieldQuestion } from './model/field-question.js';
import type { FieldsTask } from './read-fields.js';
import { textOfSchema } from './schema-text.js';

const FIELDS = computation<typeof compute>(import.meta.url, 'fields.thread.js');

/** How the fields of a document are to be read. */
export interface FieldWishes {
  readonly schema: ExtractionSchema;
  readonly embedded: readonly EmbeddedFile[];
  readonly runId: string;
  readonly signal: AbortSignal;
  /** Confidence below which a model is asked, 0..1; left out: the tenant's. */
  readonly threshold: number | undefined;
}

/** Reads fields in threads, and asks models for those that the local engine is not sure of. */
@Injectable()
export class FieldReader {
  constructor(
    private readonly threads: Threads,
    private readonly stages: DocumentStages,
    private readonly rankers: Rankers,
    private readonly calibrations: Calibrations,
    private readonly models: DocumentModels,
    @Inject(extractionConfig.token) private readonly config: ExtractionConfig,
  ) {}

  /** Throws `budget_exhausted` where the tenant wants it so. */
  async read(document: DocumentRecord, { embedded, runId, signal, ...wanted }: FieldWishes): Promise<Advised> {
    const { id, priority } = document;
    const task: FieldsTask = {
      kind: 'read',
      ...(await this.look(document, wanted.schema)),
      runId: publicId('run', runId),
      embedded,
      ...(await this.rankers.forSchema(wanted.schema)),
      threshold: await this.models.thresholdOf('extract', 'extract', wanted.threshold),
      tokens: this.config.modelTokens,
      corrections: await this.calibrations.corrections(),
    };
    const ask = ({ specs, text, complaints }: AskedFields): Promise<ModelAnswer<FieldAnswers>> =>
      this.models.ask(fieldQuestion(specs, text, complaints), { id, priority, signal });
    return (await this.threads.run(FIELDS, task, { ask, signal })) as Advised;
  }

  /** What the right values of a document teach. */
  async lessons(
    document: DocumentRecord,
    schema: ExtractionSchema,
    specs: readonly FieldSpec[],
    values: Readonly<Record<string, string>>,
  ): Promise<readonly LessonDraft[]> {
    const task: FieldsTask = { kind: 'lessons', ...(await this.look(document, schema)), specs, values };
    return (await this.threads.run(FIELDS, task)) as readonly LessonDraft[];
  }

  private async look(document: DocumentRecord, schema: ExtractionSchema) {
    return {
      documentId: publicId('document', document.id),
      reading: await this.stages.packedReading(document),
      schema: textOfSchema(schema),
      language: document.language?.code,
    };
  }
}
