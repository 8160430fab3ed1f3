import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { AppError, isAppError, notFound } from '@app/kernel';
import { Outbox } from '@app/queue';
import { Injectable } from '@nestjs/common';
import { type ExtractionSchema, type SchemaDraft, SchemasService } from '../schemas/index.js';
import { EvaluationsRepository } from './data/evaluations.repository.js';
import type {
  Against,
  Evaluation,
  EvaluationPlan,
  OutcomeScores,
  Progress,
  SchemaVersion,
} from './domain/evaluation.js';
import type { EvaluationInput, PublicationInput } from './domain/evaluation-input.js';
import { setEmpty, unknownVersion } from './golden.errors.js';
import { GoldenSetsService } from './golden-sets.service.js';

/** After documents of people, before work that can wait. */
const PRIORITY = 6;

/** The subject under which the end of an evaluation is told to those who wait. */
export const endOfEvaluation = (id: string): string => `evaluation:${id}`;

/** An evaluation as it stands. */
export interface EvaluationState {
  readonly evaluation: Evaluation;
  readonly progress: Progress;
}

const versionOf = ({ id, version }: ExtractionSchema): SchemaVersion => ({ schemaId: id, version });

/** Evaluations of schemas: asked for, looked at, waited for. */
@Injectable()
export class EvaluationsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
    private readonly live: LiveChannel,
    private readonly sets: GoldenSetsService,
    private readonly evaluations: EvaluationsRepository,
    private readonly schemas: SchemasService,
  ) {}

  /** Throws `not_found`, `golden_set_empty`, `unknown_schema`, `invalid_schema`. */
  async evaluate(setId: string, input: EvaluationInput, traceparent: string): Promise<string> {
    await this.requireDocuments(setId);
    const { against, modelThresholds: thresholds } = input;
    const wanted = input.schemaId === undefined ? await this.draftOf(input.schema) : await this.publishedOf(input);
    const baseline = await this.baselineOf(setId, wanted, against);
    return this.start(setId, wanted.key, { ...wanted.plan, baseline, thresholds, publishWithin: null }, traceparent);
  }

  /** Evaluates a schema, and publishes it if it is no worse than what is published. Throws as `evaluate`. */
  async publish(setId: string, input: PublicationInput, traceparent: string): Promise<string> {
    await this.requireDocuments(setId);
    const { key, plan, published } = await this.draftOf(input.schema);
    const baseline = published && versionOf(published);
    const { modelThresholds: thresholds, tolerance: publishWithin } = input;
    return this.start(setId, key, { ...plan, baseline, thresholds, publishWithin }, traceparent);
  }

  list(setId: string, limit: number, before: string | null): Promise<Evaluation[]> {
    return this.sets.get(setId).then(({ id }) => this.evaluations.list(id, limit, before));
  }

  /** Throws `not_found`, also where it is of another set. */
  async state(setId: string, id: string): Promise<EvaluationState> {
    const evaluation = await this.evaluations.find(id);
    if (evaluation?.setId !== setId) throw notFound();
    return { evaluation, progress: await this.evaluations.progress(id) };
  }

  /** The evaluation as soon as it has ended, or as it stands after `seconds`. */
  waitFor(setId: string, id: string, seconds: number): Promise<EvaluationState> {
    return this.live.seen(
      endOfEvaluation(id),
      seconds,
      () => this.state(setId, id),
      ({ evaluation }) => evaluation.completedAt !== null,
    );
  }

  async outcomes(setId: string, id: string, limit: number, after: string | null): Promise<OutcomeScores[]> {
    await this.state(setId, id);
    return this.evaluations.outcomes(id, limit, after);
  }

  private async requireDocuments(setId: string): Promise<void> {
    if ((await this.sets.get(setId)).documents === 0) throw setEmpty();
  }

  private async draftOf(input: unknown) {
    const { definition, present, schema } = await this.schemas.draft(input).catch(withPointersInto('/schema'));
    return { key: schema.key, published: present, plan: { candidate: { definition } } };
  }

  private async publishedOf({ schemaId = '', version }: EvaluationInput) {
    const schema =
      version === undefined ? await this.schemas.require(schemaId) : await this.schemas.version(schemaId, version);
    if (schema === null) throw unknownVersion();
    const published = await this.schemas.version(schemaId, null);
    return { key: schema.key, published, plan: { candidate: versionOf(schema) } };
  }

  private async baselineOf(
    setId: string,
    { key, published }: { readonly key: string; readonly published: ExtractionSchema | null },
    against: Against,
  ): Promise<EvaluationPlan['baseline']> {
    if (against === 'published') return published && versionOf(published);
    const evaluationId = await this.evaluations.lastOf(setId, key);
    return evaluationId === null ? null : { evaluationId };
  }

  private start(setId: string, key: string, plan: EvaluationPlan, traceparent: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const id = await this.evaluations.insert(tx, setId, key, plan);
      const event = 'golden-set.evaluation-requested';
      await this.outbox.append(tx, { event, subjectId: id, facts: {}, priority: PRIORITY, traceparent });
      return id;
    });
  }
}

/** Pointers into a schema become pointers into the request that holds it. */
const withPointersInto =
  (part: string) =>
  (error: unknown): SchemaDraft => {
    if (!isAppError(error) || !error.errors) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({ pointer: part + pointer, detail }));
    throw new AppError(error.code, error.kind, { cause: error, detail: error.detail ?? error.code, errors });
  };
