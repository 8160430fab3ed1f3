import { CompoundFile } from '../compound/compound-file.js';
import { refineCompound } from './compound.reader.js';
import type { FormatReader } from './format-reader.js';

/** The binary format of Word 6 to 2003. */
export const docReader: FormatReader = {
  mediaTypes: ['application/msword'],
  refine: refineCompound,
  read: async ({ bytes, mediaType, limits }) => {
    const { readDoc } = await import('../compound/doc/read-doc.js');
    return readDoc(CompoundFile.open(bytes), mediaType, limits);
  },
};
