import { TenantDatabase, type Transaction } from '@app/database';
import { LiveChannel } from '@app/cache';
import { type AppError, notFound } from '@app/kernel';
import { type ClaimedJob, Outbox } from '@app/queue';
import type { TrainingMetrics } from '@app/text';
import { Injectable } from '@nestjs/common';
import { classifierError } from './classifiers.errors.js';
import { ClassifiersRepository } from './data/classifiers.repository.js';
import { ExamplesRepository } from './data/examples.repository.js';
import type { ClassifierMetrics, ClassifierRecord, LabelDefinition } from './domain/classifier.js';
import { ENCODER_NAME } from './domain/sentence-vector.js';
import { TrainingComputation } from './training-computation.js';

/** The subject under which the end of a training is told to those who wait. */
export const trainingOf = (classifierId: string): string => `classifier:${classifierId}`;

/** Trainings: asked for in one process, done in another, each in a process of its own that can be ended. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly outbox: Outbox,
    private readonly live: LiveChannel,
    private readonly classifiers: ClassifiersRepository,
    private readonly examples: ExamplesRepository,
    private readonly computing: TrainingComputation,
  ) {}

  /** Asks for a training on all examples. While one runs, another one follows it. */
  async request(id: string, traceparent: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const classifier = await this.classifiers.lock(tx, id);
      if (!classifier) throw notFound();
      if ((await this.examples.count(tx, id)).labels < 2) throw classifierError('too_few_examples');
      await this.classifiers.setTraining(tx, id, classifier.training === null ? 'running' : 'again');
      if (classifier.training === null) await this.announce(tx, id, traceparent);
    });
  }

  /** Does the training of a claimed job. */
  async train(job: ClaimedJob): Promise<void> {
    const started = performance.now();
    const classifier = await this.find(job.subjectId);
    const trained = classifier && (await this.computing.compute(classifier, job.signal));
    await job.finish(async (tx) => {
      const now = await this.classifiers.lock(tx, job.subjectId);
      if (!now || !trained || !classifier) return;
      const metrics = metricsOf(trained.metrics, classifier.labels, Math.round(performance.now() - started));
      await this.classifiers.addVersion(tx, job.subjectId, now.latest_version + 1, trained.model, metrics);
      await this.end(tx, job, now.training === 'again');
    });
  }

  /** A training that failed for good leaves the versions that there are; asking for another one is the second chance. */
  async fail(job: ClaimedJob, error: AppError): Promise<void> {
    await job.finish(async (tx) => {
      if (!(await this.classifiers.lock(tx, job.subjectId))) return;
      await this.classifiers.setTraining(tx, job.subjectId, null, error.code);
      tx.afterCommit(() => this.live.publish(trainingOf(job.subjectId)));
    });
  }

  private async end(tx: Transaction, job: ClaimedJob, again: boolean): Promise<void> {
    await this.classifiers.setTraining(tx, job.subjectId, again ? 'running' : null);
    if (again) await this.announce(tx, job.subjectId, job.traceparent);
    else tx.afterCommit(() => this.live.publish(trainingOf(job.subjectId)));
  }

  private announce(tx: Transaction, id: string, traceparent: string): Promise<void> {
    return this.outbox.append(tx, {
      event: 'classifier.training-requested',
      subjectId: id,
      facts: {},
      priority: 5,
      traceparent,
    });
  }

  /** Null where it was deleted meanwhile: there is nothing left to do. */
  private async find(id: string): Promise<ClassifierRecord | null> {
    return this.classifiers.get(id).catch((error: AppError) => {
      if (error.kind === 'not_found') return null;
      throw error;
    });
  }
}

const metricsOf = (
  metrics: TrainingMetrics,
  labels: readonly LabelDefinition[],
  trainingMs: number,
): ClassifierMetrics => {
  const nameOf = (index: number): string => labels[index]?.name ?? '';
  return {
    examples: metrics.samples,
    heldBack: metrics.heldBack,
    crossValidated: metrics.crossValidated,
    accuracy: metrics.accuracy,
    macroF1: metrics.macroF1,
    calibrationError: metrics.calibrationError,
    labels: metrics.labels.map((label, index) => ({ name: nameOf(index), ...label })),
    confusions: metrics.confusions.map(({ truth, given, count }) => ({
      label: nameOf(truth),
      predicted: nameOf(given),
      count,
    })),
    unknown: metrics.unknown,
    encoder: metrics.vectorWeight > 0 ? ENCODER_NAME : null,
    trainingMs,
  };
};
