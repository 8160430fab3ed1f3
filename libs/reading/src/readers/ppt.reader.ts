import { CompoundFile } from '../compound/compound-file.js';
import { refineCompound } from './compound.reader.js';
import type { FormatReader } from './format-reader.js';

/** The binary format of PowerPoint 97 to 2003. */
export const pptReader: FormatReader = {
  mediaTypes: ['application/vnd.ms-powerpoint'],
  refine: refineCompound,
  read: async ({ bytes, mediaType, limits }) => {
    const { readPpt } = await import('../compound/ppt/read-ppt.js');
    return readPpt(CompoundFile.open(bytes), mediaType, limits);
  },
};
