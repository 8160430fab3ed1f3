import { BINARY_WORKBOOK_TYPE } from '../ooxml/media-types.js';
import { readingError } from '../reading.errors.js';
import type { FormatReader } from './format-reader.js';

/** Excel's binary workbooks ([MS-XLSB]): known, so that they are not taken for archives, and not read. */
export const binaryWorkbookReader: FormatReader = {
  mediaTypes: [BINARY_WORKBOOK_TYPE],
  read: async () => {
    throw readingError('unsupported_media_type');
  },
};
