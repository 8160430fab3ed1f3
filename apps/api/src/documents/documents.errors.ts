import { AppError } from '@app/kernel';

export const notReady = (): AppError =>
  new AppError('document_not_ready', 'conflict', {
    detail: 'The document is still being processed.',
    retryAfterSeconds: 1,
  });

export const documentSplit = (): AppError =>
  new AppError('document_split', 'conflict', {
    detail: 'The file was split; its parts are processed, each on its own.',
  });

export const alreadyEnded = (): AppError =>
  new AppError('document_ended', 'conflict', { detail: 'The document is not being processed any more.' });

export const staleRun = (): AppError =>
  new AppError('stale_run', 'conflict', { detail: 'The document has a newer result than the one this was made for.' });
