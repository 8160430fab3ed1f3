import { LiveChannel } from '@app/cache';
import { TenantDatabase } from '@app/database';
import { AppError, type FieldProblem, notFound } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { type ClassifiersConfig, classifiersConfig } from './classifiers.config.js';
import { classifierError } from './classifiers.errors.js';
import { ClassifiersRepository, type NewClassifier } from './data/classifiers.repository.js';
import { ExamplesRepository, type NewExample } from './data/examples.repository.js';
import type { ClassifierRecord, ClassifierVersion, LabelDefinition } from './domain/classifier.js';
import { type ExamplesInput, MOST_EXAMPLE_BYTES } from './domain/examples-input.js';
import { trainingOf } from './training.service.js';

/** Without a message for this long, Postgres is asked: pub/sub may lose messages. */
const POLL_MS = 1_000;
/** More are not listed: who has misspelt a label has done it in all of its examples. */
const MOST_PROBLEMS = 20;

export interface ExamplesReceipt {
  readonly received: number;
  readonly added: number;
  /** Texts that were there already and have the label now that was sent. */
  readonly replaced: number;
  readonly examples: number;
}

/** A tenant's own text classifiers: their labels, examples and versions. */
@Injectable()
export class ClassifiersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly classifiers: ClassifiersRepository,
    private readonly examples: ExamplesRepository,
    private readonly live: LiveChannel,
    @Inject(classifiersConfig.token) private readonly config: ClassifiersConfig,
  ) {}

  async create(classifier: NewClassifier): Promise<ClassifierRecord> {
    return this.classifiers.get(await this.classifiers.insert(classifier));
  }

  list(limit: number, before: string | null): Promise<ClassifierRecord[]> {
    return this.classifiers.list(limit, before);
  }

  get(id: string): Promise<ClassifierRecord> {
    return this.classifiers.get(id);
  }

  delete(id: string): Promise<void> {
    return this.classifiers.delete(id);
  }

  async addExamples(id: string, { examples }: ExamplesInput): Promise<ExamplesReceipt> {
    if (examples.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) > MOST_EXAMPLE_BYTES)
      throw classifierError('examples_too_large');
    return this.database.transaction(async (tx) => {
      // The lock keeps the count true: two calls at once could pass the limit together.
      const classifier = await this.classifiers.lock(tx, id);
      if (!classifier) throw notFound();
      const written = await this.examples.upsert(tx, id, indexed(examples, classifier.labels));
      const { examples: total } = await this.examples.count(tx, id);
      if (total > this.config.maxExamples) throw classifierError('too_many_examples');
      return { received: examples.length, ...written, examples: total };
    });
  }

  async versions(id: string): Promise<ClassifierVersion[]> {
    await this.classifiers.active(id);
    return this.classifiers.versions(id);
  }

  /** Goes back, or forward, to a version. */
  async activate(id: string, version: number): Promise<ClassifierRecord> {
    if (!(await this.classifiers.activate(id, version))) throw notFound();
    return this.classifiers.get(id);
  }

  /** The classifier as soon as no training runs, or as it stands after `seconds`. */
  async waitForTraining(id: string, seconds: number): Promise<ClassifierRecord> {
    const until = Date.now() + seconds * 1_000;
    let wake: () => void = () => undefined;
    const stop = this.live.listen(trainingOf(id), () => wake());
    try {
      for (;;) {
        const rung = new Promise<void>((resolve) => (wake = resolve));
        const classifier = await this.classifiers.get(id);
        const left = until - Date.now();
        if (classifier.training === null || left <= 0) return classifier;
        let timer: NodeJS.Timeout | undefined;
        const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(left, POLL_MS))));
        await Promise.race([rung, late]);
        clearTimeout(timer);
      }
    } finally {
      stop();
    }
  }
}

/** Examples with the index of their label. Throws `invalid_input` where one has a label that the classifier does not have. */
function indexed(examples: ExamplesInput['examples'], labels: readonly LabelDefinition[]): NewExample[] {
  const indices = new Map(labels.map(({ name }, index) => [name, index]));
  const problems: FieldProblem[] = [];
  const known = examples.flatMap(({ text, label }, at) => {
    const index = indices.get(label);
    if (index !== undefined) return [{ text, label: index }];
    problems.push({ pointer: `/examples/${at}/label`, detail: 'is not a label of this classifier' });
    return [];
  });
  if (problems.length > 0)
    throw new AppError('invalid_input', 'invalid', {
      detail: 'The request is not valid.',
      errors: problems.slice(0, MOST_PROBLEMS),
    });
  return known;
}
