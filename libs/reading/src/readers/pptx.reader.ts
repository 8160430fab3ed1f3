import { PRESENTATION_TYPES } from '../ooxml/media-types.js';
import type { FormatReader } from './format-reader.js';

export const pptxReader: FormatReader = {
  mediaTypes: PRESENTATION_TYPES,
  read: async (input) => (await import('../ooxml/pptx/read-pptx.js')).readPptx(input),
};
