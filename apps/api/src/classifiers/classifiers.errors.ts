import { AppError } from '@app/kernel';

const DETAILS = {
  classifier_not_trained: 'The classifier has not been trained yet.',
  too_few_examples: 'A training needs examples of at least two labels.',
  too_many_examples: 'The classifier would have more examples than one may have.',
  examples_too_large: 'The texts of these examples are more than 10 MB.',
  training_timeout: 'The training took too long.',
  training_out_of_memory: 'The training needed more memory than it may take.',
  training_failed: 'The training failed.',
} as const;
export type ClassifierErrorCode = keyof typeof DETAILS;

const KINDS = {
  classifier_not_trained: 'conflict',
  too_few_examples: 'conflict',
  too_many_examples: 'too_large',
  examples_too_large: 'too_large',
  training_timeout: 'unprocessable',
  training_out_of_memory: 'unprocessable',
  training_failed: 'bug',
} as const satisfies Record<ClassifierErrorCode, string>;

export const classifierError = (code: ClassifierErrorCode, cause?: unknown): AppError =>
  new AppError(code, KINDS[code], { detail: DETAILS[code], cause });

/** The sentence of a code that was stored with a failed training. */
export const detailOf = (code: string): string =>
  code in DETAILS ? DETAILS[code as ClassifierErrorCode] : DETAILS.training_failed;
