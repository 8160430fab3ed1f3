import { AppError } from '@app/kernel';

export const notAnEmail = (): AppError =>
  new AppError('not_an_email', 'unprocessable', { detail: 'The document is not an e-mail.' });

/** Processing has ended without a result; the document's own error says why. */
export const triageFailed = (error: { readonly code: string; readonly detail: string } | null): AppError =>
  new AppError(error?.code ?? 'triage_failed', 'unprocessable', {
    detail: error?.detail ?? 'The e-mail could not be triaged.',
  });
