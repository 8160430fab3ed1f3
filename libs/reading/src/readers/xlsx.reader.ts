import { SPREADSHEET_TYPES } from '../ooxml/media-types.js';
import type { FormatReader } from './format-reader.js';

export const xlsxReader: FormatReader = {
  mediaTypes: SPREADSHEET_TYPES,
  refine: async (input) => (await import('../ooxml/package.js')).refineOoxml(input),
  read: async (input) => (await import('../ooxml/xlsx/read-xlsx.js')).readXlsx(input),
};
