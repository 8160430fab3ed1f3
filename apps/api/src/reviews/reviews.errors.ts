import { AppError, type FieldProblem } from '@app/kernel';

export const invalidReview = (errors: readonly FieldProblem[]): AppError =>
  new AppError('invalid_review', 'invalid', { detail: 'The review does not fit the document.', errors });

export const nothingClassified = (): AppError =>
  new AppError('nothing_classified', 'conflict', { detail: 'The document has no type that could be reviewed.' });

export const alreadyWithdrawn = (): AppError =>
  new AppError('review_withdrawn', 'conflict', { detail: 'The review was taken back before.' });

export const newerReview = (): AppError =>
  new AppError('newer_review', 'conflict', { detail: 'A newer review stands on this one; take that back first.' });
