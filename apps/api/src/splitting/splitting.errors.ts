import { AppError, type FieldProblem } from '@app/kernel';

export const notReadYet = (): AppError =>
  new AppError('document_not_ready', 'conflict', {
    detail: 'The pages of the document have not been read yet.',
    retryAfterSeconds: 1,
  });

export const notSplittable = (detail: string): AppError => new AppError('not_splittable', 'conflict', { detail });

export const invalidParts = (errors: readonly FieldProblem[]): AppError =>
  new AppError('invalid_parts', 'invalid', { detail: 'The file cannot be split like this.', errors });
