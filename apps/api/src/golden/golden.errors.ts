import { AppError, type FieldProblem } from '@app/kernel';
import type { Figures } from './domain/figures.js';

/** A run of an evaluation reads them all; what is larger is a matter of sampling. */
export const MOST_DOCUMENTS = 500;

export const invalidTruth = (errors: readonly FieldProblem[]): AppError =>
  new AppError('invalid_truth', 'invalid', { detail: 'The values cannot be those of the fields.', errors });

export const noTruth = (): AppError =>
  new AppError('no_truth', 'unprocessable', {
    detail: 'Nothing is given that is right for the document, and nobody has confirmed a value of it.',
    errors: [{ pointer: '/fields', detail: 'must be given, or confirmed in a review before' }],
  });

export const notYetRead = (): AppError =>
  new AppError('not_yet_read', 'conflict', { detail: 'The document has not been read, or could not be.' });

export const setFull = (): AppError =>
  new AppError('golden_set_full', 'conflict', { detail: `A golden set has at most ${MOST_DOCUMENTS} documents.` });

export const setEmpty = (): AppError =>
  new AppError('golden_set_empty', 'conflict', { detail: 'The golden set has no documents.' });

export const unknownVersion = (): AppError =>
  new AppError('unknown_schema', 'unprocessable', {
    detail: 'There is no such version of a schema with this id.',
    errors: [{ pointer: '/version', detail: 'is not a version of the schema' }],
  });

const DETAILS: Readonly<Record<string, string>> = {
  schema_changed: 'Another version of the schema was published meanwhile.',
  budget_exhausted: 'The budget does not allow more calls to models.',
  unknown_schema: 'The version of the schema is not there any more.',
};

/** The sentence of a code that was stored with a failed evaluation. */
export const detailOf = (code: string): string => DETAILS[code] ?? 'The evaluation failed.';

const shown = (f1: number | null): string => (f1 === null ? 'nothing to find' : `F1 ${f1.toFixed(4)}`);

/** A schema was not published, because it reads the set's documents worse than the version that is published. */
export function qualityRegression(evaluationId: string, now: Figures, before: Figures): AppError {
  const earlier = new Map(before.fields.map(({ name, f1 }) => [name, f1]));
  const worse = now.fields.filter(({ name, f1 }) => (f1 ?? 1) < (earlier.get(name) ?? 0));
  const compared = (one: number | null, other: number | null): string => `${shown(one)}, before ${shown(other)}`;
  return new AppError('quality_regression', 'conflict', {
    detail: `The schema reads the golden set worse than the published version: ${compared(now.micro.f1, before.micro.f1)}. See the evaluation ${evaluationId}.`,
    errors: worse.map(({ name, f1 }) => ({
      pointer: `/fields/${name}`,
      detail: compared(f1, earlier.get(name) ?? null),
    })),
  });
}
