import { createHash } from 'node:crypto';
import { AppError, canonicalJson } from '@app/kernel';
import type { ProcessingOptions } from './document.js';

/** Refuses what cannot become a document before anything of it is kept. */
export function admit(upload: { isEmpty: boolean; mediaType: string | null; readable: boolean }): string {
  if (upload.isEmpty) throw new AppError('empty_file', 'unprocessable', { detail: 'The file is empty.' });
  if (upload.mediaType === null)
    throw new AppError('unsupported_media_type', 'unsupported', {
      detail: 'The content of the file is of no known type.',
    });
  if (!upload.readable)
    throw new AppError('unsupported_media_type', 'unsupported', {
      detail: `Files of type ${upload.mediaType} cannot be read.`,
    });
  return upload.mediaType;
}

const RESERVED = /\p{Cc}/gu;

/** The sender's file name without folders and control characters, at most 255 characters. */
export function cleanFilename(name: string): string {
  const last = name.replace(RESERVED, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return (last === '' || last === '.' || last === '..' ? 'unnamed' : last).slice(0, 255).toWellFormed();
}

/** Equal for uploads that ask for the same work. */
export const optionsHashOf = (options: ProcessingOptions): string =>
  createHash('sha256').update(canonicalJson(options)).digest('hex').slice(0, 32);

export interface Quotas {
  readonly documentsPerMonth: number | null;
  readonly storageBytes: number | null;
}

/** What a tenant has now. */
export interface Volume {
  /** Documents sent in this calendar month (UTC), without what lies inside them. */
  readonly documentsThisMonth: number;
  readonly storedBytes: number;
}

/** Why one more file of this size would be too much; null where it is not. */
export function quotaProblem(quotas: Quotas, volume: Volume, sizeBytes: number): string | null {
  if (quotas.documentsPerMonth !== null && volume.documentsThisMonth >= quotas.documentsPerMonth)
    return `The quota of ${quotas.documentsPerMonth} documents a month is used up.`;
  if (quotas.storageBytes !== null && volume.storedBytes + sizeBytes > quotas.storageBytes)
    return `The quota of ${quotas.storageBytes} bytes of storage is used up.`;
  return null;
}
