import { AppError, publicId } from '@app/kernel';

export const legalHold = (holdId: string): AppError =>
  new AppError('legal_hold', 'conflict', {
    detail: `A legal hold keeps this from being erased: ${publicId('legalHold', holdId)}.`,
  });

/** Tried again until they are read: what is not read cannot be looked through. */
export const documentsUnderWay = (): AppError =>
  new AppError('documents_under_way', 'unavailable', { detail: 'Documents that came before are still being read.' });

export const tooManyExports = (most: number): AppError =>
  new AppError('too_many_exports', 'rate_limited', {
    detail: `${most} exports are being made already. Wait until one of them has ended.`,
    retryAfterSeconds: 30,
  });

export const exportNotReady = (): AppError =>
  new AppError('export_not_ready', 'conflict', {
    detail: 'The export has no archive: it has not ended, or is a preview.',
  });

export const exportGone = (): AppError =>
  new AppError('export_gone', 'conflict', {
    detail:
      'The archive is gone: its time was over, something in it was erased, or it was deleted. Ask for a new export.',
  });

/** Tried again: what was packed is not what is held any more. */
export const erasedMeanwhile = (): AppError =>
  new AppError('erased_meanwhile', 'unavailable', { detail: 'Something was erased while the export was made.' });

export const deletionBegun = (): AppError =>
  new AppError('deletion_begun', 'conflict', {
    detail: 'The data of the tenant are being erased, or are gone already.',
  });
