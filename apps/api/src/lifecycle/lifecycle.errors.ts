import { AppError, publicId } from '@app/kernel';

export const legalHold = (holdId: string): AppError =>
  new AppError('legal_hold', 'conflict', {
    detail: `A legal hold keeps this from being erased: ${publicId('legalHold', holdId)}.`,
  });

/** Tried again until they are read: what is not read cannot be looked through. */
export const documentsUnderWay = (): AppError =>
  new AppError('documents_under_way', 'unavailable', { detail: 'Documents that came before are still being read.' });
