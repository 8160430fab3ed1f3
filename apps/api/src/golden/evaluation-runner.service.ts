import { setImmediate } from 'node:timers/promises';
import { LiveChannel } from '@app/cache';
import type { Transaction } from '@app/database';
import { type AppError, isAppError, mapBounded } from '@app/kernel';
import type { ClaimedJob } from '@app/queue';
import { runAsTenant, tenantContext } from '@app/tenancy';
import { Injectable } from '@nestjs/common';
import { type DocumentRecord, DocumentsService } from '../documents/index.js';
import type { ExtractionSchema } from '../schemas/index.js';
import { EvaluationsRepository } from './data/evaluations.repository.js';
import { GoldenSetsRepository } from './data/golden-sets.repository.js';
import type { GoldenDocument } from './domain/golden-set.js';
import type { Evaluation, EvaluationResult, Outcome } from './domain/evaluation.js';
import { type Counted, figuresOf, isWorse } from './domain/figures.js';
import { changesBetween, type FieldScore, isAllRight, scoreDocument, talliesOf } from './domain/score.js';
import { endOfEvaluation } from './evaluations.service.js';
import { MOST_DOCUMENTS } from './golden.errors.js';
import { type PlannedSchemas, SchemaPlans } from './schema-plans.service.js';
import { spentBy, TrialReader, type Wishes } from './trial-reader.service.js';

/** Documents that are read at once: while one waits for a model, another one is read. */
const AT_ONCE = 4;
const OUTCOMES_AT_ONCE = 50;

/** Does evaluations. What came of a document is kept at once, so that after a crash only the others are read. */
@Injectable()
export class EvaluationRunner {
  constructor(
    private readonly live: LiveChannel,
    private readonly documents: DocumentsService,
    private readonly sets: GoldenSetsRepository,
    private readonly evaluations: EvaluationsRepository,
    private readonly schemas: SchemaPlans,
    private readonly reader: TrialReader,
  ) {}

  /** Does the evaluation of a claimed job. */
  async run(job: ClaimedJob): Promise<void> {
    const evaluation = await this.evaluations.find(job.subjectId);
    // Its set was deleted meanwhile: there is nothing left to do.
    if (!evaluation) return job.finish(() => Promise.resolve());
    await this.evaluations.start(evaluation.id);
    const schemas = await this.schemas.of(evaluation.plan);
    const documents = await this.sets.documents(evaluation.setId, MOST_DOCUMENTS, null);
    const done = await this.evaluations.done(evaluation.id);
    const left = documents.filter(({ documentId }) => !done.has(documentId));
    await mapBounded(left, AT_ONCE, async (golden) => {
      job.signal.throwIfAborted();
      await this.evaluateDocument(evaluation, golden, schemas, job.signal);
      // A document takes some milliseconds; other work goes between.
      await setImmediate();
    });
    const figures = await this.figuresOf(evaluation);
    await job.finish((tx) => this.end(tx, evaluation, figures));
  }

  /** Asking for another one is the second chance. */
  async fail(job: ClaimedJob, error: AppError): Promise<void> {
    await job.finish(async (tx) => {
      await this.evaluations.end(tx, job.subjectId, null, error.code);
      tx.afterCommit(() => this.live.publish(endOfEvaluation(job.subjectId)));
    });
  }

  private async evaluateDocument(
    { id, plan }: Evaluation,
    { documentId, truth }: GoldenDocument,
    { candidate, baseline }: PlannedSchemas,
    signal: AbortSignal,
  ): Promise<void> {
    const document = await this.find(documentId);
    if (!document) return;
    const wishes: Wishes = { thresholds: plan.thresholds, signal };
    const type = await this.reader.typeOf(document, truth, wishes);
    const read = async (schema: ExtractionSchema) => {
      const { found, runs } = await this.reader.fieldsOf(document, truth, schema, wishes);
      return { scores: scoreDocument(truth, { type: type.found, fields: found }), runs };
    };
    const now = await read(candidate);
    const before = baseline && (await read(baseline));
    const scored = before?.scores ?? (await this.lastScores(plan.baseline, documentId));
    await this.evaluations.addOutcome(id, {
      documentId,
      scores: now.scores,
      ...comparedWith(scored, now.scores),
      ...spentBy([...type.runs, ...now.runs, ...(before?.runs ?? [])]),
    });
  }

  private async lastScores(baseline: Evaluation['plan']['baseline'], documentId: string) {
    return baseline && 'evaluationId' in baseline ? this.evaluations.scoresOf(baseline.evaluationId, documentId) : null;
  }

  /** Null where it was erased meanwhile. */
  private find(id: string): Promise<DocumentRecord | null> {
    return this.documents.get(id).catch((error: unknown) => {
      if (isAppError(error) && error.kind === 'not_found') return null;
      throw error;
    });
  }

  private async figuresOf({ id }: Evaluation): Promise<Pick<EvaluationResult, 'figures' | 'baseline'>> {
    const [now, before]: [Counted[], Counted[]] = [[], []];
    for (let after: string | null = null; ;) {
      const outcomes = await this.evaluations.outcomes(id, OUTCOMES_AT_ONCE, after);
      for (const { scores, baseline } of outcomes) {
        now.push(countedOf(scores));
        if (baseline) before.push(countedOf(baseline));
      }
      after = outcomes.at(-1)?.documentId ?? null;
      if (outcomes.length < OUTCOMES_AT_ONCE) break;
    }
    return { figures: figuresOf(now), baseline: before.length === 0 ? null : figuresOf(before) };
  }

  private async end(
    tx: Transaction,
    { id, plan, createdBy }: Evaluation,
    { figures, baseline }: Pick<EvaluationResult, 'figures' | 'baseline'>,
  ): Promise<void> {
    const tolerance = plan.publishWithin;
    let publication: EvaluationResult['publication'] = null;
    if (tolerance !== null && baseline && isWorse(figures, baseline, tolerance))
      publication = { status: 'refused', code: 'quality_regression' };
    else if (tolerance !== null)
      // In the name of the one who has asked for it.
      publication = await runAsTenant({ ...tenantContext(), userId: createdBy }, () => this.schemas.publish(tx, plan));
    await this.evaluations.end(tx, id, { figures, baseline, publication }, null);
    tx.afterCommit(() => this.live.publish(endOfEvaluation(id)));
  }
}

const countedOf = (scores: readonly FieldScore[]): Counted => ({
  tallies: talliesOf(scores),
  allRight: isAllRight(scores),
});

const comparedWith = (
  baseline: readonly FieldScore[] | null,
  scores: readonly FieldScore[],
): Pick<Outcome, 'baseline' | 'regressed' | 'improved'> => ({
  baseline,
  ...(baseline === null ? { regressed: [], improved: [] } : changesBetween(baseline, scores)),
});
