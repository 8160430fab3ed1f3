import { AppError, type FieldProblem } from '@app/kernel';
import { type Catalogue, MODEL_CATALOGUE, routeProblems } from '@app/llm';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { ClassifierDirectory } from './classifier-directory.js';
import type { SettingsChange } from './domain/tenant-settings.js';

/** Holds settings against what is there: models that are set up, classifiers of the tenant. */
@Injectable()
export class SettingsCheck {
  constructor(
    @Inject(MODEL_CATALOGUE) private readonly catalogue: Catalogue,
    @Optional() @Inject(ClassifierDirectory) private readonly classifiers: ClassifierDirectory | undefined,
  ) {}

  /** Throws `invalid_input` that lists every route to a model that is not there or cannot do the work. */
  requireRoutes({ providerRoutes = {} }: SettingsChange): void {
    const problems = routeProblems(this.catalogue, providerRoutes);
    if (problems.length === 0) return;
    throw new AppError('invalid_input', 'invalid', {
      detail: 'The request is not valid.',
      errors: problems.map(({ pointer, detail }) => ({ pointer: `/providerRoutes${pointer}`, detail })),
    });
  }

  /** Throws `invalid_input` for classifiers that the tenant does not have. */
  async requireClassifiers(change: SettingsChange): Promise<void> {
    const errors: FieldProblem[] = [];
    for (const part of ['classification', 'triage'] as const) {
      const id = change[part]?.classifierId ?? null;
      if (id === null || this.classifiers === undefined || (await this.classifiers.has(id))) continue;
      errors.push({ pointer: `/${part}/classifierId`, detail: 'is no classifier of this tenant' });
    }
    if (errors.length > 0)
      throw new AppError('invalid_input', 'invalid', { detail: 'The request is not valid.', errors });
  }
}
