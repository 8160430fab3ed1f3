import { WORD_TYPES } from '../ooxml/media-types.js';
import type { FormatReader } from './format-reader.js';

export const docxReader: FormatReader = {
  mediaTypes: WORD_TYPES,
  refine: async (input) => (await import('../ooxml/package.js')).refineOoxml(input),
  read: async (input) => (await import('../ooxml/docx/read-docx.js')).readDocx(input),
};
