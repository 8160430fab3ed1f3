import { PRESENTATION_TYPES } from '../ooxml/media-types.js';
import type { FormatReader } from './format-reader.js';

export const pptxReader: FormatReader = {
  mediaTypes: PRESENTATION_TYPES,
  refine: async (input) => (await import('../ooxml/package.js')).refineOoxml(input),
  read: async (input) => (await import('../ooxml/pptx/read-pptx.js')).readPptx(input),
};
