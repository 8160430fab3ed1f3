import { isCompoundFile } from '../compound/compound-file.js';
import { refineCompound } from './compound.reader.js';
import type { FormatReader } from './format-reader.js';

/** The binary formats of Excel 2 to 2003; before Excel 5 without a compound file around them. */
export const xlsReader: FormatReader = {
  mediaTypes: ['application/vnd.ms-excel'],
  refine: async (input) => (isCompoundFile(input.bytes) ? refineCompound(input) : null),
  read: async ({ bytes, mediaType, limits }) => {
    const { readXls } = await import('../compound/xls/read-xls.js');
    return readXls(bytes, mediaType, limits);
  },
};
