import { readingError } from '../reading.errors.js';
import type { FormatReader } from './format-reader.js';

/** Office files with a password: a compound file around what cannot be read without it ([MS-OFFCRYPTO] 2.3). */
export const encryptedOfficeReader: FormatReader = {
  mediaTypes: ['application/x-ole-encrypted'],
  read: async () => {
    throw readingError('encrypted_document');
  },
};
